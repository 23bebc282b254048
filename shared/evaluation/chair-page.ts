/** What stands on the one page of whoever leads the meeting, as far as it may be told. For the page and for its PDF. Pure. */
import { type Counts, noCounts } from '../figures/counts.ts';
import { type Definition, definitionOf, type FigureId } from '../figures/definitions.ts';
import { type Told, tell, tellParts } from '../figures/told.ts';
import { type FrozenSpan, frozenCounts, type Glance } from './frozen.ts';
import { type Improvement, improvedOf } from './improved.ts';
import { MOST_ASKED, type OfficeAsked, officesAsked } from './offices-to-ask.ts';

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

/** By which way reports came, and what was seen on social media. */
export interface Ways {
  sp4n: Told;
  kanal: Told;
  /** Posts seen, and those that became reports. */
  posts: Told;
  converted: Told;
}

export interface ChairPage {
  lines: ChairLine[];
  ways: Ways;
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
    ways: waysOf(now, invented),
    asked: officesAsked(glance).slice(0, MOST_ASKED),
    improved: improvedOf(glance),
    any: received > 0 || frozenCounts(now.whole, 'due').promiseDue > 0,
  };
}

/** What comes from the national system; everything else came through Kanal. */
const SP4N: readonly string[] = ['sp4n_web', 'sp4n_app', 'sms_1708'];

function waysOf({ by, whole }: FrozenSpan, invented: boolean): Ways {
  const from = (national: boolean): Counts =>
    Object.entries(by.channel)
      .filter(([channel]) => SP4N.includes(channel) === national)
      .reduce((sum, [, of]) => {
        sum.received += frozenCounts(of, 'received').received;
        return sum;
      }, noCounts());
  const received = definitionOf('received');
  // Their sum is told above them.
  const [sp4n, kanal] = tellParts(
    received,
    [received.value(from(true)), received.value(from(false))],
    invented,
  );
  const seen = frozenCounts(whole, 'seen');
  const count = (n: number) => tell(received, { kind: 'count', n }, invented);
  return {
    sp4n: sp4n ?? count(0),
    kanal: kanal ?? count(0),
    posts: count(seen.seen),
    converted: count(seen.converted),
  };
}
