/**
 * When the load of the demo began, kept until all of it is there: a load that was cut off goes on with the days it began
 * with, so that what it has made already is found again.
 */
import { eq } from 'drizzle-orm';
import { now } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import { DEMO_RUN, RUNS } from '../seed/runs.ts';

const KEY = 'demo_began';

/** @returns epoch ms: of an earlier start, or of this one */
export async function begin(db: Db): Promise<number> {
  await db
    .insert(meta)
    .values({ key: KEY, value: String(now()) })
    .onConflictDoNothing();
  return (await beganAt(db)) ?? now();
}

export async function beganAt(db: Db): Promise<number | null> {
  const value = await metaValue(db, KEY);
  return value === null ? null : Number(value);
}

export async function allThere(db: Db): Promise<void> {
  await db.delete(meta).where(eq(meta.key, KEY));
}

/** Whether the last quarters, or what they lead to, belong to the demo and are not there; not where others were added. */
export async function lacksPast(db: Db): Promise<boolean> {
  const value = await metaValue(db, RUNS);
  if (value === null || (await beganAt(db)) === null) return false;
  const runs = JSON.parse(value) as string[];
  return runs.length === 0 || runs.includes(DEMO_RUN);
}

async function metaValue(db: Db, key: string): Promise<string | null> {
  const [row] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, key));
  return row?.value ?? null;
}
