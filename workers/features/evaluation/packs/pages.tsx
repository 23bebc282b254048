/** /desk/evaluasi/paket: packs of meetings and binders of indicators: begun, watched, fetched. */
import { Hono } from 'hono';
import { reviewsEvidence, runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import { AppError } from '../../../platform/problem.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { removePack, resumePack, stopPack } from '../../packs.ts';
import { requireRunner } from '../doors.ts';
import { makerOf } from './makers.ts';
import { begin, fileOf, packOf } from './packs.ts';
import { ofEvaluation } from './store.ts';
import { PackPage } from './views/pack.tsx';

const PATH = '/desk/evaluasi/paket';
const kinds = ['meeting', 'binder'] as const;

export const packPages = new Hono<AppEnv>();

// Numbers of cases and names of people stand in packs: only for those who prepare the meeting. Who reviews evidence opens
// every document of it, and so also the binders that are made of them.
packPages.use('*', (c, next) =>
  c.req.method === 'GET' && reviewsEvidence(c.var.signedIn) ? next() : requireRunner(c, next),
);

packPages.post('/', async (c) => {
  const form = await c.req.formData();
  const kind = kinds.find((one) => one === form.get('kind'));
  if (!kind) throw new AppError('not_found');
  const id = await begin(c, kind, String(form.get('subject') ?? ''), String(form.get('key') ?? ''));
  return c.redirect(`${PATH}/${id}`, 303);
});

packPages.get('/:id{[0-9]+}', async (c) => {
  const { db, regency, signedIn } = c.var;
  const whole = await readable(c);
  if (whole.pack.status === 'running') c.header('refresh', '3');
  const { subject, kind } = whole.pack;
  const maker = await makerOf(kind);
  const name = await maker.called(db, subject);
  return c.html(
    <PackPage regency={regency} who={signedIn} {...whole} home={maker.home(subject)} subject={name} />,
  );
});

packPages.post('/:id{[0-9]+}/henti', async (c) => {
  const { pack } = await packOf(c);
  await stopPack(c, ofEvaluation, pack.id);
  return c.redirect(`${PATH}/${pack.id}`, 303);
});

packPages.post('/:id{[0-9]+}/lanjut', async (c) => {
  const { pack } = await packOf(c);
  await resumePack(c, ofEvaluation, pack.id);
  return c.redirect(`${PATH}/${pack.id}`, 303);
});

packPages.post('/:id{[0-9]+}/hapus', async (c) => {
  const { pack } = await packOf(c);
  await removePack(c.env, c.var.db, ofEvaluation, pack);
  const maker = await makerOf(pack.kind);
  return c.redirect(maker.home(pack.subject), 303);
});

packPages.get('/:id{[0-9]+}/:name{[a-z0-9-]+\\.(?:pdf|xlsx|zip)}', async (c) => {
  const { parts } = await readable(c);
  return fileOf(c, parts, c.req.param('name'));
});

/** @throws AppError not_found, forbidden */
async function readable(c: AppContext): ReturnType<typeof packOf> {
  const whole = await packOf(c);
  if (whole.pack.kind !== 'binder' && !runsEvaluation(c.var.signedIn)) throw new AppError('forbidden');
  return whole;
}
