/** Names of areas, and which ones a person may have meant. */
import type { PackArea } from '../../../shared/regencies/types.ts';
import type { Regency } from '../../regency/snapshot.ts';

const LEVELS: Record<PackArea['level'], string> = {
  kabupaten: 'Kabupaten',
  kecamatan: 'Kecamatan',
  desa: 'Desa',
  kelurahan: 'Kelurahan',
};

/** "Desa Suka Maju, Kecamatan Timur (00.00.01.2001)": villages of one name are told apart by their kecamatan. */
export function areaLabel(regency: Regency, area: PackArea): string {
  const parent = area.parent === null ? undefined : regency.areas.get(area.parent);
  const above = parent?.level === 'kecamatan' ? `, Kecamatan ${parent.name}` : '';
  return `${LEVELS[area.level]} ${area.name}${above} (${area.code})`;
}

/**
 * The areas whose code, name or alias is most like what was sent, the most alike first.
 * @param sent at most some hundred characters; only compared, never repeated
 */
export function nearestAreas(regency: Regency, sent: string, count = 3): PackArea[] {
  const wanted = plain(sent).slice(0, 60);
  return [...regency.areas.values()]
    .map((area) => ({ area, far: Math.min(...spellings(area).map((name) => distance(wanted, name))) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, count)
    .map(({ area }) => area);
}

const spellings = (area: PackArea): string[] => [area.name, area.code, ...area.aliases].map(plain);

/** Letters and digits only, without the words everybody puts in front. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\b(desa|kelurahan|kel|kecamatan|kec|kabupaten|kab)\b/g, '')
    .replace(/[^a-z0-9]/g, '');

/** Changes of one letter that make `a` into `b`, by the length of the longer: 0 the same, 1 nothing in common. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return (row[b.length] ?? 0) / Math.max(1, a.length, b.length);
}
