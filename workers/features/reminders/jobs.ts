/** The consumer that fires due clocks. */
import type { Hint } from '../queue.ts';

export async function consumeClocks(batch: MessageBatch<Hint>, _env: Env): Promise<void> {
  batch.ackAll();
}
