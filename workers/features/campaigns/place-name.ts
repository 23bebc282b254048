/** Names of places that something was held for or handed out to. */
import { anyArea, anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';

/**
 * The name of an office, or "Desa Matano, Kecamatan Nuha"; villages of one name are told apart by their kecamatan.
 * @param ref office or area code; what the regency does not know keeps its code
 */
export function placeName(ref: string, regency: Regency): string {
  const area = anyArea(regency, ref);
  if (!area) return anyOffice(regency, ref)?.name ?? ref;
  if (area.level === 'kecamatan') return `Kecamatan ${area.name}`;
  const district = anyArea(regency, area.parent);
  const own = `${area.level === 'kelurahan' ? 'Kelurahan' : 'Desa'} ${area.name}`;
  return district ? `${own}, Kecamatan ${district.name}` : own;
}
