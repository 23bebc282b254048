/** Where a request stands among the kinds of settings: which kind, its rows, and what its form holds. */
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type EditedRow, findRow, readRows } from '../../regency/rows.ts';
import type { AppContext } from '../http.ts';
import { kinds } from './kinds/index.ts';
import type { Kind, KindContext, Raw } from './kinds/kind.ts';
import { type Field, put, rawOf } from './kinds/values.ts';

export interface Place {
  kind: Kind;
  ctx: KindContext<object>;
}

/** @throws AppError not_found for an address that is of no kind */
export async function placeOf(c: AppContext): Promise<Place> {
  const kind = kinds.find(({ path }) => path === c.req.param('kind'));
  if (!kind) throw new AppError('not_found');
  const { db, regency } = c.var;
  const rows = (await readRows<object>(db, kind.kind)).filter(({ id }) => isOf(kind, id));
  const { order } = kind;
  if (order) rows.sort((a, b) => order(a.data, b.data));
  return { kind, ctx: { db, regency, rows, now: now() } };
}

/** Is this row one of the pages of the kind? */
const isOf = ({ only }: Kind, id: string): boolean => only === undefined || only === id;

/** The row of the address, also an ended one. @throws AppError not_found */
export async function rowAt(c: AppContext, { kind }: Place): Promise<EditedRow<object>> {
  const id = c.req.param('id') ?? '';
  const row = isOf(kind, id) ? await findRow<object>(c.var.db, kind.kind, id) : null;
  if (!row) throw new AppError('not_found');
  return row;
}

/** What stands in the controls, by field name. */
export type Typed = Record<string, Raw>;

export const typedOf = (fields: readonly Field[], data: object): Typed =>
  Object.fromEntries(fields.map((field) => [field.name, rawOf(field, data)]));

/** What was sent; fields that the form did not have keep what the data say. */
export function typedIn(form: FormData, fields: readonly Field[], data: object): Typed {
  const typed: Typed = {};
  for (const field of fields) {
    const values = form.getAll(field.name).filter((value) => typeof value === 'string');
    // Browsers send line breaks as CRLF, and nothing for what is not ticked.
    const sent = values.map((value) => value.replaceAll('\r\n', '\n'));
    if (field.input === 'choices') typed[field.name] = sent;
    else if (field.input === 'checkbox') typed[field.name] = sent[0] ?? '';
    else typed[field.name] = sent[0] ?? rawOf(field, data);
  }
  return typed;
}

/** The data with what was typed; what no field is about stays. */
export function dataOf(fields: readonly Field[], typed: Typed, before: object): object {
  const data = structuredClone(before);
  for (const field of fields) put(field, data, typed[field.name] ?? '');
  return data;
}

/** Fields of a form: not those a row does not have, and not the id's once it has one. */
export const fieldsFor = (kind: Kind, data: object, adding: boolean): Field[] =>
  kind.fields.filter((field) => adding || (!field.fixed && (field.show?.(data) ?? true)));
