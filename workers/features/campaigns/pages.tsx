/** /desk/kampanye: the rooms of the campaign, and the codes of placements as pictures. */
import { Hono } from 'hono';
import { campaignRoles } from '../../../shared/permissions/rooms.ts';
import { AppError } from '../../platform/problem.ts';
import { type AppContext, type AppEnv, originOf } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { batchPages } from './batches/pages.tsx';
import { resultPages } from './chain/pages.tsx';
import { coveragePages } from './coverage/pages.tsx';
import { eventPages } from './events/pages.tsx';
import { hangStaffPages } from './hang/staff-pages.tsx';
import { mediaPages } from './posts/media/pages.tsx';
import { postPages } from './posts/pages.tsx';
import { printPages } from './print/pages.tsx';
import { qrPng, qrSvg, qrText } from './print/qr.ts';
import { type PlacementLine, placementLine } from './queries.ts';
import { addPages } from './register/add-pages.tsx';
import { editPages } from './register/edit-pages.tsx';
import { listPages } from './register/list-pages.tsx';
import { onePages } from './register/one-pages.tsx';
import { planPages } from './register/plan-pages.tsx';
import { programPages } from './register/program-pages.tsx';
import { servePhoto } from './register/serve-photo.ts';

export const campaignPages = new Hono<AppEnv>();

campaignPages.use('*', requireStaff, requireRole(...campaignRoles));

campaignPages.route('/unggahan', postPages);
campaignPages.route('/media', mediaPages);

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
campaignPages.route('/', resultPages);

campaignPages.route('/papan', listPages);
campaignPages.route('/papan/rencana', planPages);
campaignPages.route('/papan/tambah', addPages);
campaignPages.route('/program', programPages);
campaignPages.route('/', editPages);
campaignPages.route('/', onePages);

/** @throws AppError not_found */
async function lineOf(c: AppContext, code: string): Promise<PlacementLine> {
  const line = await placementLine(c.var.db, code.toUpperCase());
  if (!line) throw new AppError('not_found');
  return line;
}
