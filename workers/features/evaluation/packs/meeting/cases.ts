/** Of the pack: the reports of the period as a table, without any text of theirs. */
import { and, asc, between, eq, sql } from 'drizzle-orm';
import type { Frozen } from '../../../../../shared/evaluation/frozen.ts';
import { OVERSIGHT } from '../../../../../shared/figures/counts.ts';
import { kindNames, outcomeTitles, stateNames } from '../../../../../shared/lifecycle/states.ts';
import { isoOffset } from '../../../../../shared/text.ts';
import { countsAs } from '../../../../cases/counted.ts';
import { cases } from '../../../../cases/table.ts';
import type { Db } from '../../../../platform/db.ts';
import { anyArea, anyCategory, anyOffice } from '../../../../regency/named.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import type { Sheet } from '../../../sheets.ts';
import { figureFacts } from '../../figures/table.ts';
import { nameOf } from './names.ts';

/** Rows in one workbook: some megabytes of memory while it is written. */
export const PER_FILE = 2500;

/** Only what counts in the figures: accusations and what nobody has examined yet stand in no list. */
export async function casesSheet(db: Db, regency: Regency, { now }: Frozen, from: number): Promise<Sheet> {
  const rows = await db
    .select({ day: figureFacts.day, row: cases })
    .from(figureFacts)
    .innerJoin(cases, eq(cases.id, figureFacts.caseId))
    .where(
      and(
        eq(figureFacts.basis, 'received'),
        between(figureFacts.day, now.from, now.to),
        // A case's receipt is its first fact; the others tell who gave it back.
        eq(figureFacts.n, 0),
        sql`${figureFacts.kind} <> ${OVERSIGHT}`,
      ),
    )
    .orderBy(asc(figureFacts.day), asc(figureFacts.caseId))
    .limit(PER_FILE)
    .offset(from);
  // What became an accusation after the last fold still has its old fact.
  const listed = rows.filter(({ row }) => ['report', 'spam'].includes(countsAs(row)));
  const zone = regency.about.timeZone;
  const day = (at: number | null) => (at === null ? null : { at: isoOffset(at, zone).slice(0, 10) });
  return {
    name: 'laporan',
    head: [
      ...['Nomor', 'Diterima', 'Jenis', 'Kategori', 'Desa atau kelurahan', 'OPD', 'Kanal', 'Keadaan'],
      ...['Janji', 'Jawaban akhir', 'Hasil', 'Pindah OPD', 'Nilai', 'Nomor SP4N-LAPOR!'],
    ],
    rows: listed.map(({ day: received, row }) => [
      ...[row.code, { at: received }, kindNames[row.kind].id],
      ...[anyCategory(regency, row.category)?.name ?? null, anyArea(regency, row.area)?.name ?? null],
      ...[anyOffice(regency, row.office)?.name ?? null, nameOf(regency, 'channel', row.channel)],
      ...[row.spam ? 'Spam' : stateNames[row.state].desk, day(row.dueAt), day(row.answeredAt)],
      row.outcome === null ? null : (outcomeTitles[row.outcome] ?? row.outcome),
      ...[row.hops, row.rating, row.sp4n],
    ]),
  };
}
