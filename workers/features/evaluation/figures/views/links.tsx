/** Where a figure leads: to what it means, and to the cases behind it for those who may read cases. */
import type { Child } from 'hono/jsx';
import { type Definition, definitionOf, type FigureId } from '../../../../../shared/figures/definitions.ts';
import type { Told } from '../../../../../shared/figures/told.ts';
import { type AskedFor, addressOf, FIGURES } from '../asked.ts';

export const DEFINITIONS = `${FIGURES}/tentang`;
export const CASES = `${FIGURES}/laporan`;

export const definitionAddress = ({ id }: Pick<Definition, 'id'>): string => `${DEFINITIONS}/${id}`;

export function DefinitionLink({ definition }: { definition: Definition }) {
  return <a href={definitionAddress(definition)}>{definition.name}</a>;
}

/** What the figures of a table or a chart mean, where they stand without links of their own. */
export function Meanings({ figures }: { figures: readonly FigureId[] }) {
  return (
    <p class="hint no-print">
      Artinya:{' '}
      {figures.map(definitionOf).map((definition, at) => (
        <>
          {at > 0 ? ', ' : ''}
          <DefinitionLink definition={definition} />
        </>
      ))}
    </p>
  );
}

/**
 * What is told of a figure, with the way to its cases.
 * @param of.value of the dimension asked for; without one, all
 */
export function figureCell(
  definition: Definition,
  told: Told,
  of: { asked: AskedFor; value?: string; lists: boolean },
): Child {
  const { asked, value, lists } = of;
  const text = value === undefined ? told.text : (told.short ?? told.text);
  // What stands outside of every program has no list of codes.
  const listed = lists && definition.behind.length > 0 && (told.range?.most ?? 0) > 0 && value !== '0';
  if (!listed) return text;
  const address =
    value === undefined
      ? addressOf({ ...asked, by: null }, CASES)
      : `${addressOf(asked, CASES)}&nilai=${encodeURIComponent(value)}`;
  return <a href={`${address}&angka=${definition.id}`}>{text}</a>;
}
