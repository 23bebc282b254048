/** Where brochures went: names of places, and sums by kecamatan. Pure. */
import { anyArea, anyOffice } from '../../../regency/named.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { areaName } from '../register/shown.ts';

export interface Total {
  /** Area code of a kecamatan; null for offices of the regency and places with a name. */
  district: string | null;
  label: string;
  count: number;
}

/** Every kecamatan, also one that got none; then what went elsewhere. @param handed by office or area code, '' = a name */
export function totalsByDistrict(
  handed: readonly { ref: string; count: number }[],
  regency: Regency,
): Total[] {
  const sums = new Map<string, number>();
  for (const { ref, count } of handed) {
    const key = districtOf(ref, regency) ?? (ref === '' ? 'name' : 'office');
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  const districts = [...regency.areas.values()].filter(({ level }) => level === 'kecamatan');
  const rest: Total[] = [
    { district: null, label: 'OPD dan instansi lain', count: sums.get('office') ?? 0 },
    { district: null, label: 'Tempat lain', count: sums.get('name') ?? 0 },
  ];
  return [
    ...districts.map(({ code, name }) => ({
      district: code,
      label: `Kecamatan ${name}`,
      count: sums.get(code) ?? 0,
    })),
    ...rest.filter(({ count }) => count > 0),
  ];
}

/** @param ref office or area code; what the regency does not know keeps its code */
export const placeName = (ref: string, regency: Regency): string =>
  anyOffice(regency, ref)?.name ?? areaName(regency, ref);

/** Of an area itself, or of the area that a kecamatan's office serves. */
function districtOf(ref: string, regency: Regency): string | null {
  const area = anyArea(regency, anyOffice(regency, ref)?.area ?? ref);
  if (!area || area.level === 'kabupaten') return null;
  return area.level === 'kecamatan' ? area.code : (area.parent ?? null);
}
