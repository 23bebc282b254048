/**
 * A photo of an anonim case, opened by itself: a page with the picture under a watermark. Whatever asks for a picture
 * and not for a page (the page's own <img>) gets the file from the route after this one.
 */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import type { AppEnv } from '../http.ts';
import { codeOf, viewOf } from './act.ts';
import { PhotoPage } from './views/photo.tsx';

export const photoPages = new Hono<AppEnv>();

photoPages.get('/:code/lampiran/:id', async (c, next) => {
  c.header('vary', 'accept', { append: true });
  if (!/\btext\/html\b/.test(c.req.header('accept') ?? '')) return next();
  const view = await viewOf(c, codeOf(c));
  const id = c.req.param('id');
  const index = view.attachments.findIndex(
    (file) => file.kind !== 'pdf' && (file.id === id || file.redacted?.id === id),
  );
  if (!view.anonymous || index < 0) return next();
  const { regency, signedIn } = c.var;
  return c.html(
    <PhotoPage view={view} regency={regency} who={signedIn} id={id} number={index + 1} at={now()} />,
  );
});
