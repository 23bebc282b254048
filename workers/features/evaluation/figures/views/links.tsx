/** Where a figure leads: to what it means, and to the cases behind it for those who may read cases. */
import type { Child } from 'hono/jsx';
import type { Definition } from '../../../../../shared/figures/definitions.ts';
import type { Told } from '../../../../../shared/figures/told.ts';
import { type AskedFor, addressOf, FIGURES } from '../asked.ts';

export const DEFINITIONS = `${FIGURES}/tentang`;
export const CASES = `${FIGURES}/laporan`;

export const definitionAddress = ({ id }: Pick<Definition, 'id'>): string => `${DEFINITIONS}/${id}`;

export function DefinitionLink({ definition }: { definition: Definition }) {
  return <a href={definitionAddress(definition)}>{definition.name}</a>;
}

/** @param props.value of the dimension asked for; without one, all */
export function Figure(props: {
  definition: Definition;
  told: Told;
  asked: AskedFor;
  value?: string;
  lists: boolean;
}): Child {
  const { definition, told, value } = props;
  // What stands outside of every program has no list of codes.
  const listed = props.lists && definition.behind.length > 0 && (told.range?.most ?? 0) > 0 && value !== '0';
  if (!listed) return told.text;
  const of = value === undefined ? '' : `&nilai=${encodeURIComponent(value)}`;
  const asked = value === undefined ? { ...props.asked, by: null } : props.asked;
  return <a href={`${addressOf(asked, CASES)}&angka=${definition.id}${of}`}>{told.text}</a>;
}
