/** Rows of bulk actions: what was chosen, and what became of each case. Nobody but who began one reads it. */
import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { MessageKey } from '../../../shared/i18n/index.ts';
import { entries } from '../../cases/table.ts';
import { DAY } from '../../platform/clock.ts';
import type { Db, Statement } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { open, seal } from '../../privacy/seal.ts';
import type { BulkVerb } from './judge.ts';
import { bulkItems, bulkJobs } from './table.ts';

export type BulkStatus = (typeof bulkJobs.$inferSelect)['status'];

export interface BulkJob extends Omit<typeof bulkJobs.$inferSelect, 'verb' | 'input'> {
  verb: BulkVerb;
  /** Who asked, as the history keeps it: "staff:12", "key:3". */
  actor: string;
  input: Record<string, unknown>;
}

export interface BulkItem {
  position: number;
  caseId: number;
  version: number;
  status: 'waiting' | 'done' | 'refused';
  reason: MessageKey | null;
  seq: number | null;
}

export interface NewJob {
  verb: BulkVerb;
  actor: string;
  input: Record<string, unknown>;
  staffId: number;
  /** In order; a reason = it is refused already. */
  items: readonly { caseId: number; version: number; reason: MessageKey | null }[];
}

type Raw = typeof bulkJobs.$inferSelect;

const place = (row: Pick<Raw, 'staffId' | 'createdAt'>) => ({
  table: 'bulk_jobs',
  column: 'input',
  row: `${row.staffId}:${row.createdAt}`,
});

/** What was written stands in the histories; its copy here goes after so long. */
const KEPT = 90 * DAY;

/** Keeps a preview, in one batch. Previews that were never begun, and actions of long ago, go. @returns its id */
export async function insertJob(db: Db, keys: Keys, job: NewJob, now: number): Promise<number> {
  const row = { staffId: job.staffId, createdAt: now };
  const input = await seal(keys, place(row), JSON.stringify({ actor: job.actor, input: job.input }));
  const items = JSON.stringify(job.items.map(({ caseId, version, reason }) => [caseId, version, reason]));
  const stale = sql`(select id from ${bulkJobs} where (status = 'preview' and created_at < ${now - DAY})
    or (status in ('done', 'stopped') and created_at < ${now - KEPT}))`;
  const [, , made] = await db.batch([
    db.delete(bulkItems).where(sql`${bulkItems.jobId} in ${stale}`),
    db.delete(bulkJobs).where(sql`${bulkJobs.id} in ${stale}`),
    db
      .insert(bulkJobs)
      .values({ ...row, verb: job.verb, input: input ?? '', status: 'preview', total: job.items.length })
      .returning({ id: bulkJobs.id }),
    // Columns in the order of the table.
    db.insert(bulkItems).select(sql`
      select (select max(id) from ${bulkJobs} where staff_id = ${job.staffId}), key + 1,
        json_extract(value, '$[0]'), json_extract(value, '$[1]'),
        iif(json_extract(value, '$[2]') is null, 'waiting', 'refused'), json_extract(value, '$[2]'), null, null
      from json_each(${items})`),
  ]);
  const [job_] = made;
  if (!job_) throw new Error('No bulk job was made');
  return job_.id;
}

async function opened(keys: Keys, row: Raw): Promise<BulkJob> {
  const { actor, input } = JSON.parse((await open(keys, place(row), row.input)) ?? '{}') as {
    actor: string;
    input: Record<string, unknown>;
  };
  return { ...row, verb: row.verb as BulkVerb, actor, input };
}

/** @param staffId whose it must be; null = a step of the job itself asks */
export async function readJob(
  db: Db,
  keys: Keys,
  id: number,
  staffId: number | null,
): Promise<BulkJob | null> {
  const own = staffId === null ? undefined : eq(bulkJobs.staffId, staffId);
  const [row] = await db
    .select()
    .from(bulkJobs)
    .where(and(eq(bulkJobs.id, id), own));
  return row ? opened(keys, row) : null;
}

export interface JobLine extends Pick<Raw, 'id' | 'status' | 'total' | 'createdAt' | 'finishedAt'> {
  verb: BulkVerb;
}

/** The newest of a person. */
export async function listJobs(db: Db, staffId: number): Promise<JobLine[]> {
  const { id, verb, status, total, createdAt, finishedAt } = bulkJobs;
  const rows = await db
    .select({ id, verb, status, total, createdAt, finishedAt })
    .from(bulkJobs)
    .where(eq(bulkJobs.staffId, staffId))
    .orderBy(desc(bulkJobs.id))
    .limit(30);
  return rows.map((row) => ({ ...row, verb: row.verb as BulkVerb }));
}

/** Ids of those that run; by an index of their own. */
export async function runningJobs(db: Db): Promise<number[]> {
  const rows = await db.select({ id: bulkJobs.id }).from(bulkJobs).where(sql`${bulkJobs.status} = 'running'`);
  return rows.map(({ id }) => id);
}

/** Moves a job on from where it must be. @returns whether it was there */
export async function moveJob(
  db: Db,
  id: number,
  from: BulkStatus,
  set: Partial<Pick<Raw, 'status' | 'startedAt' | 'finishedAt'>>,
  also: readonly Statement[] = [],
): Promise<boolean> {
  const [moved] = await db.batch([
    db
      .update(bulkJobs)
      .set(set)
      .where(and(eq(bulkJobs.id, id), eq(bulkJobs.status, from)))
      .returning({ id: bulkJobs.id }),
    ...also,
  ]);
  return moved.length > 0;
}

/** Items after a position, or those of one status, in order. */
export async function readItems(
  db: Db,
  jobId: number,
  { after = 0, limit, status }: { after?: number; limit: number; status?: BulkItem['status'] },
): Promise<BulkItem[]> {
  const { position, caseId, version, reason, seq } = bulkItems;
  // Said literally, so that the index of what waits is used.
  const only =
    status === 'waiting' ? sql`${bulkItems.status} = 'waiting'` : status && eq(bulkItems.status, status);
  const rows = await db
    .select({ position, caseId, version, status: bulkItems.status, reason, seq })
    .from(bulkItems)
    .where(and(eq(bulkItems.jobId, jobId), gt(position, after), lt(position, 1_000_000), only))
    .orderBy(asc(position))
    .limit(limit);
  return rows.map((row) => ({ ...row, reason: row.reason as MessageKey | null }));
}

export type Counts = Record<BulkItem['status'], number>;

/** How many of a job's cases are where; reads its items, 500 at most. */
export async function countItems(db: Db, jobId: number): Promise<Counts> {
  const rows = await db
    .select({ status: bulkItems.status, count: sql<number>`count(*)` })
    .from(bulkItems)
    .where(eq(bulkItems.jobId, jobId))
    .groupBy(bulkItems.status);
  const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
  return { waiting: of('waiting'), done: of('done'), refused: of('refused') };
}

/** Cases that came to a new lead office, copies not counted. */
export async function countLed(db: Db, jobId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(bulkItems)
    .innerJoin(entries, and(eq(entries.caseId, bulkItems.caseId), eq(entries.seq, bulkItems.seq)))
    .where(
      and(
        eq(bulkItems.jobId, jobId),
        eq(bulkItems.status, 'done'),
        sql`json_extract(${entries.facts}, '$.leads') = 1`,
      ),
    );
  return row?.count ?? 0;
}

/**
 * Belongs into the batch that changes the case. NULL, which the column refuses, aborts it when something else was decided
 * meanwhile.
 */
export function itemDone(db: Db, jobId: number, position: number, seq: number, at: number): Statement {
  return db
    .update(bulkItems)
    .set({ status: sql`iif(${bulkItems.status} = 'waiting', 'done', null)`, seq, at })
    .where(and(eq(bulkItems.jobId, jobId), eq(bulkItems.position, position)));
}

/** Several refusals in one statement; what is decided already stays as it is. */
export function itemsRefused(
  db: Db,
  jobId: number,
  refused: readonly { position: number; reason: MessageKey }[],
  at: number,
): Statement {
  const list = JSON.stringify(refused.map(({ position, reason }) => [position, reason]));
  const each = sql`json_each(${list})`;
  return db
    .update(bulkItems)
    .set({
      status: 'refused',
      reason: sql`(select json_extract(value, '$[1]') from ${each} where json_extract(value, '$[0]') = ${bulkItems.position})`,
      at,
    })
    .where(
      and(
        eq(bulkItems.jobId, jobId),
        sql`${bulkItems.status} = 'waiting'`,
        sql`${bulkItems.position} in (select json_extract(value, '$[0]') from ${each})`,
      ),
    );
}
