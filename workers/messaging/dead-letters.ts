/** Messages that a queue gave up on are kept, shown on the desk and replayable; none is lost. */
import { eq, isNull } from 'drizzle-orm';
import { now } from '../platform/clock.ts';
import { type Db, openDb } from '../platform/db.ts';
import { log } from '../platform/log.ts';
import { AppError } from '../platform/problem.ts';
import { deadLetters } from './table.ts';

/** Queue of the message's ids: case ids are numbers, delivery ids are texts. */
function queueOf(ids: unknown): 'routing' | 'delivery' | 'unknown' {
  const first = Array.isArray(ids) ? (ids[0] as unknown) : undefined;
  return typeof first === 'number' ? 'routing' : typeof first === 'string' ? 'delivery' : 'unknown';
}

export async function consumeDeadLetters(batch: MessageBatch<unknown>, env: Env): Promise<void> {
  const db = openDb(env.DB);
  for (const message of batch.messages) {
    const body = message.body as { ids?: unknown } | null;
    const queue = queueOf(body?.ids);
    // Anything but our ids could carry anything, so it is not kept.
    const kept = queue === 'unknown' ? '{}' : JSON.stringify({ ids: body?.ids });
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

/**
 * Sends a dead letter again.
 * @throws AppError not_found when there is none with this id
 */
export async function replayDeadLetter(db: Db, env: Env, id: number): Promise<void> {
  const [letter] = await db.select().from(deadLetters).where(eq(deadLetters.id, id));
  if (!letter) throw new AppError('not_found');
  if (letter.queue !== 'unknown') {
    const body = JSON.parse(letter.body) as { ids: (number | string)[] };
    await (letter.queue === 'routing' ? env.ROUTING : env.DELIVERY).send(body);
  }
  await db.update(deadLetters).set({ replayedAt: now() }).where(eq(deadLetters.id, id));
}
