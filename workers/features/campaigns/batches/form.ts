/** The forms of a batch as they were typed. */
import { textsOf } from '../../doer.ts';
import type { BatchLine } from './queries.ts';

const batchFields = ['title', 'material', 'design', 'printed', 'printedOn', 'cost', 'program'] as const;
export type TypedBatch = Record<(typeof batchFields)[number], string>;

export const readBatch = (form: FormData): TypedBatch => textsOf(form, batchFields);

export const blankBatch = (today: string): TypedBatch => ({
  ...readBatch(new FormData()),
  design: '1',
  printedOn: today,
});

export function typedBatch({ row }: BatchLine): TypedBatch {
  const number = (value: number | null) => (value === null ? '' : String(value));
  const { title, material, printedOn } = row;
  return {
    ...{ title, material, printedOn },
    ...{ design: number(row.design), printed: number(row.printed) },
    ...{ cost: number(row.cost), program: number(row.campaignId) },
  };
}

const handoutFields = ['ref', 'name', 'count', 'day'] as const;
export type TypedHandout = Record<(typeof handoutFields)[number], string>;

export const readHandout = (form: FormData): TypedHandout => textsOf(form, handoutFields);

export const blankHandout = (today: string): TypedHandout => ({ ...readHandout(new FormData()), day: today });
