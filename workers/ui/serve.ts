/** Styles and scripts, served with names that change with their content, and compression. */
import { Hono, type MiddlewareHandler } from 'hono';
import { assets } from './generated/assets.ts';

const byPath = new Map<string, { path: string; type: string; body: string }>(
  Object.values(assets).map((asset) => [asset.path, asset]),
);

export const serveAssets = new Hono();

serveAssets.get('/aset/:name', (c, next) => {
  const asset = byPath.get(c.req.path);
  if (!asset) return next();
  return c.body(asset.body, 200, {
    'content-type': asset.type,
    'cache-control': 'public, max-age=31536000, immutable',
  });
});

/** The runtime compresses a body whose Content-Encoding says so. */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next();
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return;
  const type = c.res.headers.get('content-type') ?? '';
  if (/^(text\/|application\/(json|problem\+json|javascript|manifest))/.test(type)) {
    c.res.headers.set('content-encoding', 'gzip');
    c.res.headers.append('vary', 'Accept-Encoding');
  }
};
