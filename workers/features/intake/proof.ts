/** Who may send without an account: a client server by its key, anybody else by proof of work. */
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../../cases/context.ts';
import { now } from '../../platform/clock.ts';
import type { Db, Statement } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { counters, idempotencyKeys, proofKey } from '../../platform/table.ts';
import type { AppContext } from '../http.ts';
import { apiKeyOf } from '../staff/queries.ts';
import { CHALLENGE_VALID, verifyChallenge } from './challenge.ts';

export interface Proof {
  actor: Actor;
  /** Id of the solved challenge; null with an API key. */
  challenge: string | null;
}

/**
 * @throws AppError unauthenticated (unknown or revoked key), forbidden (key without scope "submit"), proof_of_work
 */
export async function proofOf(c: AppContext): Promise<Proof> {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (bearer === undefined) {
    return { actor: 'public', challenge: await verifyChallenge(c.req.header('x-altcha'), c.var.keys, now()) };
  }
  const key = await apiKeyOf(c.var.db, c.var.keys, bearer);
  if (!key) {
    c.header('www-authenticate', 'Bearer');
    throw new AppError('unauthenticated', { detail: 'key_unknown' });
  }
  if (!key.scopes.includes('submit')) throw new AppError('forbidden');
  return { actor: `key:${key.id}`, challenge: null };
}

/** Files that one challenge allows: as many as a complaint may carry. */
const QUOTA = 5;

const counterKey = (challenge: string) => `upload:${challenge}`;

/** @throws AppError proof_of_work when the challenge was spent or its quota is used up; saves cleaning a file in vain */
export async function requireQuota(db: Db, challenge: string): Promise<void> {
  const [spent, used] = await db.batch([
    db
      .select({ at: idempotencyKeys.at })
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.key, proofKey(challenge))),
    db
      .select({ count: counters.count })
      .from(counters)
      .where(eq(counters.key, counterKey(challenge))),
  ]);
  if (spent.length > 0) throw new AppError('proof_of_work');
  if ((used[0]?.count ?? 0) >= QUOTA) throw quotaUsedUp();
}

/** Counts one file; one too many makes the count NULL, which the column refuses, and aborts the batch. */
export function takeQuota(db: Db, challenge: string, at: number): Statement {
  return db
    .insert(counters)
    .values({ key: counterKey(challenge), count: 1, until: at + CHALLENGE_VALID, at })
    .onConflictDoUpdate({
      target: counters.key,
      set: { count: sql`case when ${counters.count} < ${QUOTA} then ${counters.count} + 1 end`, at },
    });
}

export const quotaUsedUp = () => new AppError('proof_of_work', { detail: 'upload.quota' });
