/**
 * The queues of this Kanal, and telling them that there is work. A hint carries ids only; one that is lost costs minutes,
 * not the case: the sweep finds what is undone.
 */
import { log } from '../platform/log.ts';

/** What carries work, by name. Ids: routing case ids, delivery ids of notices, clocks "case:<id>", counting "fold:<name>". */
export const queuesOf = (env: Env) => ({
  routing: env.ROUTING,
  delivery: env.DELIVERY,
  clocks: env.CLOCKS,
  counting: env.COUNTING,
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
