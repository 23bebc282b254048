/** All kinds of settings, in the order of the index page. */
import { areaKind } from './area.ts';
import { emergencyKind } from './emergency.ts';
import type { Kind } from './kind.ts';
import { populationKind } from './population.ts';

export const kinds: readonly Kind[] = [areaKind, populationKind, emergencyKind];

/** Only the addresses of kinds: other pages below /desk/pengaturan are not theirs. */
export const kindParam = `/:kind{(?:${kinds.map(({ path }) => path).join('|')})}`;
