/** Lists with filters that a person saved under a name. Nobody else sees or changes them. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { constraintOf, type Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { savedViews } from './table.ts';

export const MAX_VIEWS = 20;
export const MAX_NAME = 40;

export interface SavedView {
  id: number;
  name: string;
  /** "daftar=…&wilayah=…" */
  query: string;
}

/** Statement: all of a person's views by name. */
export const selectViews = (db: Db, staffId: number) =>
  db
    .select({ id: savedViews.id, name: savedViews.name, query: savedViews.query })
    .from(savedViews)
    .where(eq(savedViews.staffId, staffId))
    .orderBy(asc(savedViews.name))
    .limit(MAX_VIEWS);

/** @throws AppError invalid: the field's problem */
export function checkName(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ');
  const problem =
    name === ''
      ? ({ message: 'field.required' } as const)
      : name.length > MAX_NAME
        ? ({ message: 'field.too_long', values: { max: MAX_NAME } } as const)
        : null;
  if (problem) throw new AppError('invalid', { fields: [{ pointer: '/name', ...problem }] });
  return name;
}

/**
 * @param replace the person confirmed that the view of the same name goes
 * @param at epoch ms
 * @returns `taken` when one has this name and may not be replaced; nothing was saved then
 * @throws AppError invalid for a bad name or beyond the limit
 */
export async function saveView(
  db: Db,
  staffId: number,
  view: { name: string; query: string },
  replace: boolean,
  at: number,
): Promise<'saved' | 'taken'> {
  const name = checkName(view.name);
  if (replace) {
    const changed = await db
      .update(savedViews)
      .set({ query: view.query })
      .where(and(eq(savedViews.staffId, staffId), eq(savedViews.name, name)))
      .returning({ id: savedViews.id });
    if (changed.length > 0) return 'saved';
  }
  // One statement: two clicks at once neither pass the limit nor save twice.
  const own = sql`select count(*) from ${savedViews} where ${savedViews.staffId} = ${staffId}`;
  try {
    const rows = await db.all(
      sql`insert into ${savedViews} (staff_id, name, query, created_at)
        select ${staffId}, ${name}, ${view.query}, ${at} where (${own}) < ${MAX_VIEWS} returning id`,
    );
    if (rows.length > 0) return 'saved';
  } catch (error) {
    if (constraintOf(error) !== null) return 'taken';
    throw error;
  }
  const [same] = await db
    .select({ id: savedViews.id })
    .from(savedViews)
    .where(and(eq(savedViews.staffId, staffId), eq(savedViews.name, name)));
  if (same) return 'taken';
  throw new AppError('invalid', {
    fields: [{ pointer: '/name', message: 'field.views_full', values: { max: MAX_VIEWS } }],
  });
}

/** @throws AppError invalid for a bad name or one that is taken, not_found when it is not this person's */
export async function renameView(db: Db, staffId: number, id: number, typed: string): Promise<void> {
  const name = checkName(typed);
  try {
    const rows = await db
      .update(savedViews)
      .set({ name })
      .where(and(eq(savedViews.id, id), eq(savedViews.staffId, staffId)))
      .returning({ id: savedViews.id });
    if (rows.length === 0) throw new AppError('not_found');
  } catch (error) {
    if (constraintOf(error) === null) throw error;
    throw new AppError('invalid', { fields: [{ pointer: '/name', message: 'field.name_taken' }] });
  }
}

/** One that is gone already is as good as removed. */
export async function removeView(db: Db, staffId: number, id: number): Promise<void> {
  await db.delete(savedViews).where(and(eq(savedViews.id, id), eq(savedViews.staffId, staffId)));
}
