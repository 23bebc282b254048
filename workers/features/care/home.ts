/** What is open, due or wrong in the care of data, for the officer's first page. */
import { sql } from 'drizzle-orm';
import { type KeyTrouble, keyTrouble } from '../../cases/key-check.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { type Breach, readBreaches } from './breach-rows.ts';
import { type RotationLine, rotationLines } from './keys-state.ts';

export interface CareHome {
  /** Requests for erasure that wait for a decision. */
  requests: { count: number; dueAt: number | null };
  /** Open incidents, the most urgent first. */
  breaches: Breach[];
  troubles: KeyTrouble[];
  /** The last rotation of keys. */
  rotation: RotationLine | null;
  /** The last run of the retention that erased, and the cases it did. */
  retention: { startedAt: number; finishedAt: number | null; erased: number } | null;
}

/** Rows read do not grow with the cases: by partial indexes and the newest rows. */
export async function readCare(db: Db, keys: Keys): Promise<CareHome> {
  const [requests, breaches, troubles, rotations, runs] = await Promise.all([
    db.all<CareHome['requests']>(
      sql`select count(*) as count, min(due_at) as dueAt from erasure_requests where decided_at is null`,
    ),
    readBreaches(db, keys),
    keyTrouble(db, keys),
    rotationLines(db),
    db.all<NonNullable<CareHome['retention']>>(
      sql`select started_at as startedAt, finished_at as finishedAt, erased from retention_runs where dry = 0 order by id desc limit 1`,
    ),
  ]);
  return {
    requests: requests[0] ?? { count: 0, dueAt: null },
    breaches: breaches.filter(({ closedAt }) => closedAt === null),
    troubles,
    rotation: rotations[0] ?? null,
    retention: runs[0] ?? null,
  };
}
