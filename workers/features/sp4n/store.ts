/** The rows of an upload in R2, sealed in parts, until their import is done; and what it would do, as checked. */
import type { Keys } from '../../privacy/keys.ts';
import { openBytes, type Place, sealBytes } from '../../privacy/seal.ts';
import type { Export, ExportRow } from './read/index.ts';

/** Rows in one object: a step of the import opens one. */
export const PART = 400;

export interface Part {
  headers: string[];
  rows: ExportRow[];
}

/** What a row would do; numbers of rows and names of rules only. */
export interface Checked {
  row: number;
  number: string | null;
  outcome: Outcome;
  reason: string | null;
}

export const outcomes = ['created', 'updated', 'linked', 'unchanged', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

const place = (object: string) => ({ table: 'sp4n_imports', column: 'rows', row: object });
const partName = (key: string, index: number) => `${key}/${Math.floor(index / PART)}`;
const checkName = (key: string) => `${key}/diperiksa`;

async function put(env: Pick<Env, 'FILES'>, keys: Keys, object: string, value: unknown): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  await env.FILES.put(object, await sealBytes(keys, place(object), bytes));
}

/** @throws Error when the object is gone */
async function get<T>(env: Pick<Env, 'FILES'>, keys: Keys, object: string): Promise<T> {
  const found = await env.FILES.get(object);
  if (!found) throw new Error('The rows of an import are gone');
  const bytes = await openBytes(keys, place(object), new Uint8Array(await found.arrayBuffer()));
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}

export async function storeRows(env: Env, keys: Keys, key: string, { headers, rows }: Export): Promise<void> {
  for (let from = 0; from < rows.length; from += PART)
    await put(env, keys, partName(key, from), { headers, rows: rows.slice(from, from + PART) });
}

/** @param index of a row among those of the import, from 0; @returns the part that holds it */
export const readPart = (env: Env, keys: Keys, key: string, index: number): Promise<Part> =>
  get<Part>(env, keys, partName(key, index));

export const storeCheck = (env: Env, keys: Keys, key: string, rows: Checked[]): Promise<void> =>
  put(env, keys, checkName(key), rows);

export const readCheck = (env: Env, keys: Keys, key: string): Promise<Checked[]> =>
  get<Checked[]>(env, keys, checkName(key));

/** @param rows of the import */
export async function deleteRows(env: Pick<Env, 'FILES'>, key: string, rows: number): Promise<void> {
  await env.FILES.delete(objectsOf(key, rows));
}

/** Names of all objects of an upload. */
function objectsOf(key: string, rows: number): string[] {
  const parts = Array.from({ length: Math.ceil(rows / PART) }, (_, part) => partName(key, part * PART));
  return [...parts, checkName(key)];
}

/** The same with the place that each is sealed for. */
export const sealedObjects = (key: string, rows: number): { object: string; place: Place }[] =>
  objectsOf(key, rows).map((object) => ({ object, place: place(object) }));
