/** Reports for the number of people, and villages without any. Few reports are not good news, and no bad ones either. Pure. */

import type { Told } from '../../../../shared/figures/told.ts';
import { formatNumber } from '../../../../shared/text.ts';
import { anyArea } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Cells } from './queries.ts';

export const NOT_FILLED = 'penduduk belum diisi';

/** "1,2" reports for a thousand inhabitants; the number of reports stands beside it, so it tells nothing more. */
export function perThousand(regency: Regency, area: string, received: Told | undefined): string {
  const people = regency.population.get(area)?.people;
  if (!people) return anyArea(regency, area) ? NOT_FILLED : '–';
  if (!received?.range || received.range.least !== received.range.most) return received?.text ?? '–';
  return formatNumber((received.range.least / people) * 1000, 1);
}

/** Villages without a report by the kecamatan they lie in, both by name. */
export function silentVillages(regency: Regency, areas: Cells): { district: string; villages: string[] }[] {
  const all = [...regency.areas.values()].filter(({ level }) => level === 'desa' || level === 'kelurahan');
  const heard = (code: string) => {
    const counts = areas.get(code);
    return counts !== undefined && counts.received + counts.merged > 0;
  };
  const silent = Map.groupBy(
    all.filter(({ code }) => !heard(code)),
    ({ parent }) => anyArea(regency, parent)?.name ?? '',
  );
  return [...silent]
    .map(([district, villages]) => ({ district, villages: villages.map(({ name }) => name).sort() }))
    .sort((a, b) => a.district.localeCompare(b.district, 'id'));
}
