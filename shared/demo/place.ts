/** Puts the invented cases into the villages of whichever regency is shown. */
import type { PackArea } from '../regencies/types.ts';
import type { DemoCase } from './types.ts';

export type PlacedCase = DemoCase & {
  /** Ministry code of the village, or null when the reporter named none. */
  area: string | null;
};

/**
 * The case with {desa}, {kec} and {kecOffice} filled in. Neighbouring indexes lie in different kecamatan, so a few
 * cases already cover the map; the same index is always the same village.
 * @throws Error when the regency has no village to put it in
 */
export function placeCase(demo: DemoCase, areas: readonly PackArea[]): PlacedCase {
  if (demo.areaIndex === null) return { ...demo, area: null };
  const districts = areas.filter((area) => area.level === 'kecamatan');
  const district = districts[demo.areaIndex % districts.length];
  const villages = areas.filter((area) => area.parent === district?.code);
  const village = villages[Math.floor(demo.areaIndex / districts.length) % villages.length];
  if (!district || !village) throw new Error(`No village for the demo case ${demo.id}`);
  const words: Record<string, string> = {
    '{desa}': village.name,
    '{kec}': district.name,
    '{kecOffice}': `KEC-${district.code}`,
  };
  const filled = JSON.stringify(demo).replace(/\{(desa|kec|kecOffice)\}/g, (variable) =>
    JSON.stringify(words[variable] ?? variable).slice(1, -1),
  );
  return { ...(JSON.parse(filled) as DemoCase), area: village.code };
}
