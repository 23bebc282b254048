/** Messages that a queue gave up on are kept, shown on the desk and replayable; none is lost. */
import { and, asc, eq, isNull, lte, ne } from 'drizzle-orm';
import * as z from 'zod';
import { MINUTE, now } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { log } from '../platform/log.ts';
import { AppError } from '../platform/problem.ts';
import { JOB_HINT } from './long-job.ts';
import { hintSchema, parcelSchema } from './parcel.ts';
import { type QueueName, queuesOf } from './queues.ts';
import { deadLetters } from './table.ts';

const most = 1000;

/**
 * What each queue carries, the first that fits; ids of notices are any text. Anything else could carry anything, so it is
 * not kept.
 */
const bodies = {
  routing: z.strictObject({ ids: z.array(z.int().positive()).min(1).max(most) }),
  clocks: z.strictObject({
    ids: z
      .array(z.string().regex(/^case:\d{1,16}$/))
      .min(1)
      .max(most),
  }),
  counting: z.union([parcelSchema, hintSchema]),
  jobs: z.strictObject({ ids: z.array(z.string().regex(JOB_HINT)).min(1).max(most) }),
  delivery: z.strictObject({ ids: z.array(z.string().min(1).max(200)).min(1).max(most) }),
} satisfies Record<QueueName, z.ZodType>;

/** The queue that a message came from, told by its form: nothing else of it is left. */
export const letterQueues = [...(Object.keys(bodies) as QueueName[]), 'unknown'] as const;

function queueOf(body: unknown): (typeof letterQueues)[number] {
  return (
    letterQueues.find((queue) => queue !== 'unknown' && bodies[queue].safeParse(body).success) ?? 'unknown'
  );
}

export async function consumeDeadLetters(batch: MessageBatch<unknown>, env: Env): Promise<void> {
  const db = openDb(env.DB);
  for (const message of batch.messages) {
    const queue = queueOf(message.body);
    const kept = queue === 'unknown' ? '{}' : JSON.stringify(message.body);
    try {
      await db
        .insert(deadLetters)
        .values({ message: message.id, queue, body: kept, at: now() })
        .onConflictDoNothing({ target: deadLetters.message });
      message.ack();
      log('error', { event: 'dead_letter', queue });
    } catch {
      message.retry();
    }
  }
}

export async function listDeadLetters(db: Db): Promise<(typeof deadLetters.$inferSelect)[]> {
  return db.select().from(deadLetters).where(isNull(deadLetters.replayedAt)).limit(200);
}

/** What failed for so long may be well again. */
const REST = 30 * MINUTE;
const AT_ONCE = 25;

/**
 * Sends again what has rested: every message is a hint, or a parcel that counts once, so one too many does no harm. What
 * fails again comes back as a letter of its own. Unknown ones wait for a person.
 * @param at epoch ms
 */
export async function replayRested(db: Db, env: Env, at: number): Promise<void> {
  const rested = await db
    .select({ id: deadLetters.id })
    .from(deadLetters)
    .where(
      and(isNull(deadLetters.replayedAt), lte(deadLetters.at, at - REST), ne(deadLetters.queue, 'unknown')),
    )
    .orderBy(asc(deadLetters.at))
    .limit(AT_ONCE);
  for (const { id } of rested) await replayDeadLetter(db, env, id);
}

/**
 * Sends a dead letter again.
 * @throws AppError not_found when there is none with this id
 */
export async function replayDeadLetter(db: Db, env: Env, id: number): Promise<void> {
  const [letter] = await db.select().from(deadLetters).where(eq(deadLetters.id, id));
  if (!letter) throw new AppError('not_found');
  const body: unknown = JSON.parse(letter.body);
  const queue = queueOf(body);
  if (queue !== 'unknown') await queuesOf(env)[queue].sendBatch([{ body }]);
  await db.update(deadLetters).set({ replayedAt: now() }).where(eq(deadLetters.id, id));
}
