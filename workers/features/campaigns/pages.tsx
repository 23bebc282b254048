/** /desk/kampanye: banners with their chains, their QR codes, and taking one down or putting it up again. */
import { Hono } from 'hono';
import { campaignRoles } from '../../../shared/permissions/rooms.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type AppContext, type AppEnv, originOf } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { batchPages } from './batches/pages.tsx';
import { coveragePages } from './coverage/pages.tsx';
import { requireRunner } from './doors.ts';
import { eventPages } from './events/pages.tsx';
import { hangStaffPages } from './hang/staff-pages.tsx';
import { postPages } from './posts/pages.tsx';
import { printPages } from './print/pages.tsx';
import { qrPng, qrSvg, qrText } from './print/qr.ts';
import { listPlacements, type PlacementLine, placementLine } from './queries.ts';
import { retirePlacement, revivePlacement } from './register/placements.ts';
import { servePhoto } from './register/serve-photo.ts';
import { inOrder, shownPlacement } from './register/shown.ts';
import { PlacementPage } from './register/views/placement.tsx';
import { PlacementsPage } from './register/views/placements.tsx';

export const campaignPages = new Hono<AppEnv>();

campaignPages.use('*', requireStaff, requireRole(...campaignRoles));

campaignPages.route('/unggahan', postPages);

campaignPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const placements = inOrder(await listPlacements(db), regency);
  const page = { regency, who: signedIn, placements, origin: originOf(c), chosen: c.req.query('wilayah') };
  return c.html(<PlacementsPage {...page} />);
});

campaignPages.route('/', coveragePages);

/** The code of a banner as a picture, e.g. /desk/kampanye/7K3MQ9.svg. */
campaignPages.get('/:file{[0-9A-Za-z]+\\.(?:svg|png)}', async (c) => {
  const [code = '', kind] = c.req.param('file').split('.');
  const { row } = await lineOf(c, code);
  const text = qrText(originOf(c), row.code);
  const headers = { 'content-disposition': `inline; filename="papan-${row.code}.${kind}"` };
  if (kind === 'svg') return c.body(qrSvg(text), 200, { ...headers, 'content-type': 'image/svg+xml' });
  return c.body(await qrPng(text), 200, { ...headers, 'content-type': 'image/png' });
});

campaignPages.route('/cetak', printPages);

campaignPages.route('/pemasangan', hangStaffPages);
campaignPages.get('/foto/:id', (c) => servePhoto(c.env, c.var.db, c.req.param('id')));

campaignPages.route('/acara', eventPages);
campaignPages.route('/brosur', batchPages);

campaignPages.get('/:code', async (c) => {
  const { regency, signedIn } = c.var;
  const placement = shownPlacement(await lineOf(c, c.req.param('code')), regency);
  const done = c.req.query('ok');
  const page = { regency, who: signedIn, placement, origin: originOf(c), done };
  return c.html(<PlacementPage {...page} />);
});

campaignPages.post('/:code/hentikan', requireRunner, async (c) => {
  const code = c.req.param('code').toUpperCase();
  await retirePlacement(c.var.db, code, now());
  return c.redirect(`/desk/kampanye/${code}?ok=henti`, 303);
});

campaignPages.post('/:code/pakai-lagi', requireRunner, async (c) => {
  const code = c.req.param('code').toUpperCase();
  await revivePlacement(c.var.db, code);
  return c.redirect(`/desk/kampanye/${code}?ok=pakai`, 303);
});

/** @throws AppError not_found */
async function lineOf(c: AppContext, code: string): Promise<PlacementLine> {
  const line = await placementLine(c.var.db, code.toUpperCase());
  if (!line) throw new AppError('not_found');
  return line;
}
