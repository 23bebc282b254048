/** GET /aset/lambang-<name>: a crest, for everybody. Its name tells its content, so it may be kept for ever. */
import { Hono } from 'hono';
import { crestAsked, crestObject } from '../../regency/crest.ts';

const types: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' };

export const crestFiles = new Hono<{ Bindings: Env }>();

crestFiles.get('/aset/:name', async (c, next) => {
  const name = crestAsked(c.req.param('name'));
  const object = name && (await c.env.FILES.get(crestObject(name)));
  if (!object) return next();
  return c.body(object.body, 200, {
    'content-type': types[name.split('.')[1] ?? ''] ?? 'application/octet-stream',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'public, max-age=31536000, immutable',
  });
});
