/**
 * The queues of this Kanal, and telling them that there is work. A hint carries ids only; one that is lost costs minutes,
 * not the case: the sweep finds what is undone.
 */
import { gatherer } from '../platform/gather.ts';
import { log } from '../platform/log.ts';

/** What carries work, by name. Ids: routing case ids, delivery ids of notices, clocks "case:<id>", counting "fold:<name>", jobs "<kind of job>:<id>". */
export const queuesOf = (env: Env) => ({
  routing: env.ROUTING,
  delivery: env.DELIVERY,
  clocks: env.CLOCKS,
  counting: env.COUNTING,
  jobs: env.JOBS,
});
export type QueueName = keyof ReturnType<typeof queuesOf>;

/** Ids in one message. */
const PER_MESSAGE = 100;

/** Sends them, in as many messages as it takes. Never throws. */
export async function sendHint(env: Env, queue: QueueName, ids: readonly (number | string)[]): Promise<void> {
  for (let i = 0; i < ids.length; i += PER_MESSAGE) {
    const some = ids.slice(i, i + PER_MESSAGE);
    try {
      await queuesOf(env)[queue].send({ ids: some });
    } catch {
      log('warn', { event: 'hint_lost', queue, count: some.length });
    }
  }
}

interface Hint {
  queue: QueueName;
  ids: readonly (number | string)[];
}

/** Sends them after the answer, together with those of other requests of this tenth of a second. */
export const hintSoon = gatherer<Hint>({ hold: 100, most: PER_MESSAGE, send: sendTogether });

async function sendTogether(env: Env, hints: readonly Hint[]): Promise<void> {
  for (const [queue, some] of Map.groupBy(hints, (hint) => hint.queue))
    await sendHint(env, queue, [...new Set(some.flatMap(({ ids }) => ids))]);
}
