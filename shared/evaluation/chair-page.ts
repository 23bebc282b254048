/** What stands on the one page of whoever leads the meeting, as far as it may be told. For the page and for its PDF. Pure. */
import { type Definition, definitionOf, type FigureId } from '../figures/definitions.ts';
import { type Sides, tellSides } from '../figures/sides.ts';
import { type Told, tell } from '../figures/told.ts';
import { type FrozenSpan, frozenCounts, type Glance } from './frozen.ts';
import { type Improvement, improvedOf } from './improved.ts';
import { fiveAsked, type OfficeAsked } from './offices-to-ask.ts';

export const chairFigures = [
  'received',
  'followed_up',
  'promise_kept',
  'promise_open',
  'follow_up_days',
] as const satisfies readonly FigureId[];

export interface ChairLine {
  definition: Definition;
  now: Told;
  before: Told;
  lastYear: Told;
}

export interface ChairPage {
  lines: ChairLine[];
  sides: Sides;
  /** At most five offices. */
  asked: OfficeAsked[];
  improved: Improvement[];
  /** Something was received or due in the period. */
  any: boolean;
}

/** @param invented the data are a demo's and point at nobody: small numbers are told */
export function chairPage(glance: Glance, invented: boolean): ChairPage {
  const { now, before, lastYear } = glance;
  const told = (definition: Definition, { whole }: FrozenSpan) =>
    tell(definition, definition.value(frozenCounts(whole, definition.basis)), invented);
  const lines = chairFigures.map(definitionOf).map((definition) => ({
    definition,
    now: told(definition, now),
    before: told(definition, before),
    lastYear: told(definition, lastYear),
  }));
  const { received } = frozenCounts(now.whole, 'received');
  return {
    lines,
    sides: sidesIn(now, invented),
    asked: fiveAsked(glance),
    improved: improvedOf(glance),
    any: received > 0 || frozenCounts(now.whole, 'due').promiseDue > 0,
  };
}

function sidesIn({ by, whole }: FrozenSpan, invented: boolean): Sides {
  const channels = new Map(
    Object.entries(by.channel).map(([channel, of]) => [channel, frozenCounts(of, 'received')]),
  );
  return tellSides(channels, frozenCounts(whole, 'seen'), invented);
}
