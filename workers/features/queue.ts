/** Which consumer takes which queue. */
import { consumeDeadLetters } from '../messaging/dead-letters.ts';
import { consumeCounting } from './counting.ts';
import { consumeDeliveries } from './deliveries.ts';
import { consumeJobs } from './jobs.ts';
import { consumeClocks } from './reminders/jobs.ts';
import { consumeRouting } from './routing/jobs.ts';

/** A message carries ids only; it is a hint to work that stands in D1. */
export interface Hint {
  ids: (number | string)[];
}

export async function consume(batch: MessageBatch<Hint>, env: Env): Promise<void> {
  if (batch.queue.startsWith('kanal-routing')) return consumeRouting(batch, env);
  if (batch.queue.startsWith('kanal-delivery')) return consumeDeliveries(batch, env);
  if (batch.queue.startsWith('kanal-clocks')) return consumeClocks(batch, env);
  if (batch.queue.startsWith('kanal-counting')) return consumeCounting(batch, env);
  if (batch.queue.startsWith('kanal-jobs')) return consumeJobs(batch, env);
  return consumeDeadLetters(batch, env);
}
