/** What stands on the one page of whoever leads the meeting, as far as it may be told. For the page and for its PDF. Pure. */
import { type Definition, definitionOf, type FigureId } from '../figures/definitions.ts';
import { type Sides, tellSides } from '../figures/sides.ts';
import { tellRows, tellWhole, wholeDefinitions } from '../figures/together.ts';
import { NOTHING, type Told } from '../figures/told.ts';
import { type FrozenSpan, frozenCounts, type Glance, partsOf, wholeOf } from './frozen.ts';
import { improvedOf } from './improved.ts';
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

export interface ChairImprovement {
  definition: Definition;
  /** Code of the office, or null for the whole regency. */
  office: string | null;
  before: Told;
  now: Told;
}

export interface ChairPage {
  lines: ChairLine[];
  sides: Sides;
  /** At most five offices. */
  asked: OfficeAsked[];
  improved: ChairImprovement[];
  /** Something was received or due in the period. */
  any: boolean;
}

/** @param invented the data are a demo's and point at nobody: small numbers are told */
export function chairPage(glance: Glance, invented: boolean): ChairPage {
  const { now, before, lastYear } = glance;
  const toldIn = (span: FrozenSpan) => tellerOf(span, invented);
  const [one, earlier, yearAgo] = [toldIn(now), toldIn(before), toldIn(lastYear)];
  const lines = chairFigures.map(definitionOf).map((definition) => ({
    definition,
    now: one(definition),
    before: earlier(definition),
    lastYear: yearAgo(definition),
  }));
  const { received } = frozenCounts(now.whole, 'received');
  return {
    lines,
    sides: sidesIn(now, invented),
    asked: fiveAsked(glance),
    improved: improvedOf(glance)
      .map(({ figure, office }) => {
        const definition = definitionOf(figure);
        return { definition, office, before: earlier(definition, office), now: one(definition, office) };
      })
      .filter((improved) => improved.before.range !== null && improved.now.range !== null),
    any: received > 0 || frozenCounts(now.whole, 'due').promiseDue > 0,
  };
}

/** What is told of a figure of the whole, or of one office beside all others. */
function tellerOf(span: FrozenSpan, invented: boolean) {
  const whole = tellWhole(wholeOf(span), invented);
  const offices = partsOf(span, 'office', (code) => code);
  return (definition: Definition, office: string | null = null): Told => {
    const at = wholeDefinitions.findIndex(({ id }) => id === definition.id);
    if (office === null) return whole[at] ?? NOTHING;
    const [column = []] = tellRows([definition], [...offices.values()], [], invented);
    return column[[...offices.keys()].indexOf(office)] ?? NOTHING;
  };
}

function sidesIn({ by, whole }: FrozenSpan, invented: boolean): Sides {
  const channels = new Map(
    Object.entries(by.channel).map(([channel, of]) => [channel, frozenCounts(of, 'received')]),
  );
  return tellSides(channels, frozenCounts(whole, 'seen'), invented);
}
