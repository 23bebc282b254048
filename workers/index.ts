/** The Worker: fetch, queue, scheduled. No logic. */
import { app } from './app.tsx';
import { consume } from './features/queue.ts';
import { sweep } from './features/sweep.ts';

export default {
  fetch: app.fetch,
  queue: consume,
  scheduled: (controller, env) => sweep(env, controller.scheduledTime),
} satisfies ExportedHandler<Env, { ids: (number | string)[] }>;
