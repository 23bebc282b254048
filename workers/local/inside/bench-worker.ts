/**
 * The Worker that `npm run bench` measures: its requests go straight to the handler that a deployment has, without what a
 * machine of one's own does before it.
 */
import kanal from '../../index.ts';
import local from './worker.ts';

export default {
  ...local,
  fetch: (request, env, context) =>
    request.method === 'POST' && request.headers.has('x-local-token')
      ? local.fetch(request, env, context)
      : kanal.fetch(request, env, context),
} satisfies ExportedHandler<Parameters<typeof local.fetch>[1], { ids: (number | string)[] }>;
