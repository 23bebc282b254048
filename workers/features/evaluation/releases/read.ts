/** The tables of a quarter as they would be published now. Reads three rows of figures for each dimension. */
import type { Dimension } from '../../../../shared/figures/counts.ts';
import { type Period, periodId, periodName } from '../../../../shared/figures/periods.ts';
import { type AboutRelease, fileOf, jsonText, type ReleasedFile } from '../../../../shared/openness/files.ts';
import { buildTables } from '../../../../shared/openness/tables.ts';
import type { OpenTable, Sums } from '../../../../shared/openness/types.ts';
import { isoOffset } from '../../../../shared/text.ts';
import type { Db } from '../../../platform/db.ts';
import { anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { readFigures } from '../figures/queries.ts';
import { listsOf } from './lists.ts';

export async function tablesOf(db: Db, regency: Regency, period: Period): Promise<OpenTable[]> {
  const received = (dimension: Dimension) => ({ dimension, basis: 'received' as const, period });
  const due = (dimension: Dimension) => ({ dimension, basis: 'due' as const, period });
  const sums = await readFigures(db, [
    received('kind'),
    received('office'),
    received('area'),
    received('category'),
    received('channel'),
    { dimension: 'platform', basis: 'seen', period },
    due('kind'),
    due('office'),
  ]);
  const at = (index: number): Sums => sums[index] ?? new Map();
  const counted = {
    kind: at(0),
    office: at(1),
    area: at(2),
    category: at(3),
    channel: at(4),
    platform: at(5),
    due: { kind: at(6), office: at(7) },
  };
  return buildTables(counted, listsOf(regency));
}

/** @param now epoch ms */
export function aboutOf(regency: Regency, period: Period, now: number): AboutRelease {
  const { about, dataOfficer, switches } = regency;
  return {
    period: { id: periodId(period), name: periodName(period), from: period.from, to: period.to },
    publishedAt: isoOffset(now, about.timeZone),
    producer: `Pemerintah ${about.fullName}`,
    office: anyOffice(regency, about.adminOffice)?.name ?? about.adminOffice,
    contact: dataOfficer?.email ?? dataOfficer?.phone ?? null,
    area: { name: about.fullName, ministry: about.code, bps: about.bps ?? null },
    sample: switches.demo,
  };
}

/** The files of a release, in the order of the tables. */
export function filesOf(tables: readonly OpenTable[], about: AboutRelease) {
  return tables.map((table) => {
    const file: ReleasedFile = fileOf(table, about);
    return { name: table.name, file, json: jsonText(file) };
  });
}
