/** All events as a table to take along; without names. */
import { eventKindNames } from '../../../../shared/i18n/event-messages.ts';
import { now } from '../../../platform/clock.ts';
import type { AppContext } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import type { Sheet } from '../../sheets.ts';
import { areaName } from '../register/shown.ts';
import { everyEvent } from './queries.ts';
import { standingOf } from './words.ts';

export async function eventSheet(c: AppContext): Promise<Sheet> {
  const { db, regency } = c.var;
  const local = localTimeOf(now(), regency.about.timeZone);
  return {
    name: 'acara',
    head: [
      ...['Acara', 'Jenis', 'Waktu', 'Tempat', 'Wilayah', 'Program', 'Keadaan'],
      ...['Undangan', 'Hadir menurut daftar', 'Hadir menurut hitungan', 'Biaya', 'Kode'],
    ],
    rows: (await everyEvent(db)).map(({ row, program, code, invited, attended }) => [
      ...[row.title, eventKindNames[row.kind], { at: row.startsAt }, row.place],
      ...[areaName(regency, row.area), program, standingOf(row, local).label],
      ...[invited, attended, row.headcount, row.cost, code],
    ]),
  };
}
