/** The figures of a whole as they may be told together: some are made of the same numbers. Pure. */
import type { CountName } from '../../../../shared/figures/counts.ts';
import {
  definitionOf,
  definitions,
  type FigureId,
  type Value,
} from '../../../../shared/figures/definitions.ts';
import { covered, type Told, tell, tellParts, tellRange } from '../../../../shared/figures/told.ts';
import { LEAST, shownCount } from '../../../../shared/small-counts.ts';
import { type Span, spanValue } from './spans.ts';

/** SP4N-LAPOR!'s words for states; together they are all that was received. */
export const states = [
  ['unverified', 'Belum terverifikasi'],
  ['waiting', 'Belum ditindaklanjuti'],
  ['paused', 'Tertunda'],
  ['process', 'Proses'],
  ['settled', 'Selesai'],
  ['archived', 'Diarsipkan'],
] as const satisfies readonly (readonly [CountName, string])[];

export const reports = definitionOf('received');

export const count = (n: number): Value => ({ kind: 'count', n });

/** In the order of `states`. */
export function tellStates({ counts }: Span, invented: boolean): Told[] {
  const values = states.map(([name]) => count(counts[name]));
  return tellParts(reports, values, invented);
}

/** Counts that stand on no page of the whole: they count for whoever sent a report somewhere. */
const ofDisposers: readonly FigureId[] = ['dispositions', 'sent_back'];

export const wholeDefinitions = definitions.filter(({ id }) => !ofDisposers.includes(id));

/** In the order of `wholeDefinitions`. */
export function tellWhole(span: Span, invented: boolean): Told[] {
  const instead = insteadOf(span, invented);
  return wholeDefinitions.map(
    (definition) => instead.get(definition.id) ?? tell(definition, spanValue(definition, span), invented),
  );
}

/** What is told in another way, because other figures are told beside it. */
function insteadOf(span: Span, invented: boolean): Map<FigureId, Told> {
  const instead = new Map<FigureId, Told>();
  const { received, merged, process, settled } = span.counts;
  if (shownCount(merged, invented) === null)
    instead.set('reports', tellRange({ least: received + 1, most: received + LEAST - 1 }));
  const [, , , inProcess, done, archived] = tellStates(span, invented);
  const isCovered = (told: Told | undefined, n: number) =>
    told?.text !== tell(reports, count(n), invented).text;
  if (archived) instead.set('archived', archived);
  if (isCovered(done, settled)) instead.set('settled', covered);
  if (isCovered(done, settled) || isCovered(inProcess, process)) instead.set('followed_up', covered);
  return instead;
}
