/** Rows of rotations, and the rows that still have another key. */
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Actor } from '../../cases/context.ts';
import type { Db, Statement } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import { retiredRow } from '../../privacy/key-words.ts';
import type { Keys } from '../../privacy/keys.ts';
import { keyRotations } from '../../privacy/table.ts';
import { columnName, type SealedColumn, sealedColumns } from './keys-columns.ts';
import { sealedFiles } from './keys-files.ts';

export type Rotation = typeof keyRotations.$inferSelect;

const walk = [...sealedColumns.map(columnName), ...sealedFiles.map(({ name }) => name)];

/**
 * Everything is walked twice: the second time finds what an older Worker wrote with its old key meanwhile, and counts
 * what no key opens.
 */
const CHECK = 'check:';
export const parts: readonly string[] = [...walk, ...walk.map((name) => `${CHECK}${name}`)];
export const STOPPED = 'stopped';

/** What a part walks over, and whether it is the second time. */
export function targetOf(part: string): { name: string; checks: boolean } {
  return part.startsWith(CHECK)
    ? { name: part.slice(CHECK.length), checks: true }
    : { name: part, checks: false };
}

export async function readRotation(db: Db, id: number): Promise<Rotation | null> {
  const [row] = await db.select().from(keyRotations).where(eq(keyRotations.id, id));
  return row ?? null;
}

/** Newest first. */
export const listRotations = (db: Db): Promise<Rotation[]> =>
  db.select().from(keyRotations).orderBy(desc(keyRotations.id)).limit(20);

export async function unfinishedRotations(db: Db): Promise<number[]> {
  const rows = await db
    .select({ id: keyRotations.id })
    .from(keyRotations)
    .where(isNull(keyRotations.finishedAt));
  return rows.map(({ id }) => id);
}

/** Values that no key opened, by the id they name; "" when they name none. */
const LEFT = 'key_left:';

/** Begins to seal everything with the key that seals now; an earlier run that is not finished ends. @returns its id */
export async function startRotation(db: Db, keys: Keys, by: Actor, at: number): Promise<number> {
  const [, , started] = await db.batch([
    db.update(keyRotations).set({ finishedAt: at, part: STOPPED }).where(isNull(keyRotations.finishedAt)),
    db.delete(meta).where(sql`${meta.key} >= ${LEFT} and ${meta.key} < 'key_left;'`),
    db
      .insert(keyRotations)
      .values({ toKey: keys.current, by, startedAt: at, part: parts[0] ?? '' })
      .returning({ id: keyRotations.id }),
  ]);
  return started[0]?.id ?? 0;
}

export interface Step {
  part: string;
  cursor: string;
  sealed: number;
  /** Key ids of what could not be opened, one for each value. */
  unreadable: readonly string[];
  finished: boolean;
}

/**
 * Moves a run on. For the batch that seals: when another step was quicker, the null aborts all of it, so that every value
 * is counted once.
 */
export function moveRotation(db: Db, from: Rotation, to: Step, at: number): [Statement, ...Statement[]] {
  const here = sql`${keyRotations.part} = ${from.part} and ${keyRotations.cursor} = ${from.cursor}`;
  const left = Map.groupBy(to.unreadable, (id) => id);
  return [
    db
      .update(keyRotations)
      .set({
        part: to.part,
        cursor: sql`iif(${here} and ${keyRotations.finishedAt} is null, ${to.cursor}, null)`,
        sealed: sql`${keyRotations.sealed} + ${to.sealed}`,
        unreadable: sql`${keyRotations.unreadable} + ${to.unreadable.length}`,
        ...(to.finished ? { finishedAt: at } : {}),
      })
      .where(eq(keyRotations.id, from.id)),
    ...[...left].map(([id, values]) =>
      db
        .insert(meta)
        .values({ key: `${LEFT}${id}`, value: String(values.length) })
        .onConflictDoUpdate({
          target: meta.key,
          set: { value: sql`cast(${meta.value} as integer) + cast(${values.length} as integer)` },
        }),
    ),
  ];
}

/** How many values each key that did not open them has, by id. */
export async function leftValues(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .select({ key: meta.key, value: meta.value })
    .from(meta)
    .where(sql`${meta.key} >= ${LEFT} and ${meta.key} < 'key_left;'`);
  return new Map(rows.map(({ key, value }) => [key.slice(LEFT.length), Number(value)]));
}

/** Marks keys as no longer in use: they may be missing from now on. */
export function retire(db: Db, ids: readonly string[], at: number): Statement[] {
  return ids.map((id) =>
    db
      .insert(meta)
      .values({ key: retiredRow(id), value: String(at) })
      .onConflictDoNothing(),
  );
}

export async function giveUpKey(db: Db, id: string, at: number): Promise<void> {
  for (const statement of retire(db, [id], at)) await statement;
}

/** Rows looked at, and rows sealed anew, in one round. */
export const LOOK = 500;
export const MOST = 100;

export interface OldValue {
  /** Of the primary key. */
  id: (string | number)[];
  values: Record<string, string | number>;
  sealed: string;
}

/**
 * The next values that another key sealed. Reads at most `LOOK` rows, by the primary key.
 * @param cursor JSON of the primary key of the row before, or ''
 * @returns `next` = cursor to go on from, null at the end
 */
export async function oldValues(
  db: Db,
  column: SealedColumn,
  to: string,
  cursor: string,
): Promise<{ found: OldValue[]; next: string | null }> {
  const name = (of: string) => sql.identifier(of);
  const list = (names: readonly string[]) => sql.join(names.map(name), sql`, `);
  const after =
    cursor === ''
      ? sql``
      : sql`where (${list(column.id)}) > (${sql.join(
          (JSON.parse(cursor) as (string | number)[]).map((value) => sql`${value}`),
          sql`, `,
        )})`;
  const needed = [...new Set([...column.id, ...(column.also ?? [])])];
  const sealed = name(column.column);
  const looked = sql`select ${list(needed)}, ${sealed} as sealed_value from ${name(column.table)} ${after} order by ${list(column.id)} limit ${LOOK}`;
  const mark = `${to}.`;
  const [rows, ends] = await Promise.all([
    db.all<Record<string, string | number>>(sql`select * from (${looked}) where sealed_value is not null
      and substr(sealed_value, 1, ${mark.length}) <> ${mark} order by ${list(column.id)} limit ${MOST}`),
    db.all<Record<string, string | number>>(
      sql`select ${list(column.id)} from (${looked}) order by ${list(column.id)} limit 1 offset ${LOOK - 1}`,
    ),
  ]);
  const idOf = (row: Record<string, string | number>) => column.id.map((one) => row[one] ?? '');
  const found = rows.map((row) => ({ id: idOf(row), values: row, sealed: String(row.sealed_value) }));
  const last = found.length === MOST ? found.at(-1)?.id : ends[0] && idOf(ends[0]);
  return { found, next: last ? JSON.stringify(last) : null };
}

/** Only where the old value still stands: what somebody wrote or erased meanwhile is left alone. */
export function replaceValue(db: Db, column: SealedColumn, old: OldValue, sealed: string): Statement {
  const here = column.id.map((one, index) => sql`${sql.identifier(one)} = ${old.id[index] ?? ''}`);
  const table = sqliteTable(column.table, { value: text(column.column) });
  return db
    .update(table)
    .set({ value: sealed })
    .where(and(...here, eq(table.value, old.sealed)));
}
