/** Starts runs of the retention: by hand after a dry run, and by itself every night once the regency has confirmed the rule. */
import { eq, sql } from 'drizzle-orm';
import type { PackRetention } from '../../../shared/regencies/types.ts';
import { jobHint } from '../../messaging/long-job.ts';
import { sendHint } from '../../messaging/queues.ts';
import { DAY, HOUR } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { meta } from '../../platform/table.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type Cursor, lastRun, type Run, readRun } from './queries.ts';
import { retentionRuns } from './table.ts';

/** How long what a dry run has shown may be relied on. */
export const DRY_HOLDS = DAY;

/** Closed before this (epoch ms) is kept no longer. @param at epoch ms */
export function keptUntil({ calendar }: Regency, months: number, at: number): number {
  const [year = 0, month = 1, day = 1] = calendar.localDate(at).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, days));
  return calendar.startOfDay(first.toISOString().slice(0, 10));
}

const start = (from: number): string =>
  JSON.stringify({ index: 'plain', from, at: 0, id: 0, counts: {}, oldest: null } satisfies Cursor);

/**
 * Counts what would be erased.
 * @throws AppError conflict where the rule erases nothing by time
 */
export async function startDry(
  env: Env,
  db: Db,
  regency: Regency,
  rule: PackRetention,
  by: string,
  at: number,
): Promise<void> {
  if (rule.months === null) throw new AppError('conflict', { detail: 'not_now' });
  const before = keptUntil(regency, rule.months, at);
  await begin(env, db, { rule: rule.id, dry: true, by, startedAt: at, before, cursor: start(0) });
}

/**
 * Erases what a dry run has counted; what was closed since is not in it.
 * @throws AppError conflict when the dry run is none, too old, or of another period than the rule has now
 */
export async function startAfterDry(
  env: Env,
  db: Db,
  regency: Regency,
  dryId: number,
  by: string,
  at: number,
): Promise<void> {
  const dry = await readRun(db, dryId);
  const rule = regency.retention.find(({ id }) => id === dry?.rule);
  const fits =
    dry?.dry === true &&
    dry.finishedAt !== null &&
    at - dry.startedAt < DRY_HOLDS &&
    rule?.months != null &&
    dry.before <= keptUntil(regency, rule.months, at) &&
    !isRunning(await lastRun(db, dry.rule));
  if (!fits) throw new AppError('conflict', { detail: 'dry_run_first' });
  const { rule: name, before } = dry;
  await begin(env, db, { rule: name, dry: false, by, startedAt: at, before, cursor: start(0) });
}

const isRunning = (run: Run | null) => run !== null && run.finishedAt === null;

async function begin(env: Env, db: Db, run: typeof retentionRuns.$inferInsert): Promise<void> {
  const [row] = await db.insert(retentionRuns).values(run).returning({ id: retentionRuns.id });
  if (row) await sendHint(env, 'jobs', [jobHint('retention', row.id)]);
}

/** Of which local day the runs have been started. */
const STARTED = 'retention_day';

/**
 * Once a day, from one in the morning: every rule that somebody has confirmed. It begins where the run before ended; on the
 * first of a month at the very beginning, for what was imported, or given a contact, long after its closing.
 */
export async function startNightly(env: Env, db: Db, regency: Regency, at: number): Promise<void> {
  const day = regency.calendar.localDate(at);
  if (at < regency.calendar.startOfDay(day) + HOUR) return;
  const confirmed = regency.retention.filter(({ check, months }) => !check && months !== null);
  if (confirmed.length === 0) return;
  const [done] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, STARTED));
  if (done?.value === day) return;
  for (const { id, months } of confirmed) {
    const last = await lastRun(db, id);
    if (isRunning(last)) continue;
    const before = keptUntil(regency, months ?? 0, at);
    const from = day.endsWith('-01') ? 0 : Math.min(last?.before ?? 0, before);
    const run = { rule: id, dry: false, by: 'job:retention', startedAt: at, before, cursor: start(from) };
    await begin(env, db, run);
  }
  await db
    .insert(meta)
    .values({ key: STARTED, value: day })
    .onConflictDoUpdate({ target: meta.key, set: { value: sql`excluded.value` } });
}
