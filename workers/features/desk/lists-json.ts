/** The lists of a person with their counts, as JSON. */
import * as z from 'zod';
import type { ListCount } from './inbox.ts';
import type { DeskList } from './lists.ts';

export const listsSchema = z.object({
  lists: z.array(
    z.object({
      id: z.string().describe('Nilai `list`.'),
      label: z.string(),
      count: z.number().int().describe('Paling banyak 99.'),
      exact: z.boolean().describe('false = ada lebih banyak dari `count`.'),
    }),
  ),
});

export function listsJson(
  lists: readonly DeskList[],
  counts: readonly ListCount[],
): z.input<typeof listsSchema> {
  const labels = new Map(lists.map(({ id, label }) => [id, label]));
  return { lists: counts.map(({ id, count, exact }) => ({ id, label: labels.get(id) ?? id, count, exact })) };
}
