/** What the values of a dimension are called on paper. */
import type { FrozenDimension } from '../../../../../shared/evaluation/frozen.ts';
import { NONE } from '../../../../../shared/figures/counts.ts';
import { platformNames } from '../../../../../shared/social-post.ts';
import type { Regency } from '../../../../regency/snapshot.ts';
import { bys, nameOf as nameBy } from '../../figures/by.ts';

/** Programs and people are in no dimension of a meeting's figures. */
const names = { programs: new Map(), staff: new Map() };

export function nameOf(regency: Regency, dimension: FrozenDimension, value: string): string {
  const by = bys.find((one) => one.dimension === dimension);
  if (by) return nameBy(by, regency, names, value);
  return Object.entries(platformNames).find(([platform]) => platform === value)?.[1] ?? NONE;
}
