/** /desk/kampanye/cakupan/peta: administrators load the regency's own boundary file, look at it, and save it. */
import { Hono } from 'hono';
import { AppError } from '../../../../platform/problem.ts';
import { atMost } from '../../../api.ts';
import { doerOf } from '../../../doer.ts';
import { pickedFile } from '../../../files.ts';
import type { AppContext, AppEnv } from '../../../http.ts';
import { requireRole } from '../../../staff/session.ts';
import { BoundaryPage } from '../views/boundary.tsx';
import { BoundaryPreviewPage } from '../views/boundary-preview.tsx';
import { BOUNDARY_BYTES, BoundaryProblem, type BoundaryReason } from './geojson.ts';
import { boundaryHistory } from './history.ts';
import { boundaryLevels, boundarySources } from './sources.ts';
import { dropDraft, readDraft, removeBoundaries } from './store.ts';
import { type Preview, previewOf, savePreview, takeFile } from './take.ts';
import { boundaryDone } from './words.ts';

/** Mounted at /desk/kampanye/cakupan/peta. */
export const boundaryPages = new Hono<AppEnv>();

const PATH = '/desk/kampanye/cakupan/peta';
/** Longer than any name of a file and its licence. */
const SOURCE_LENGTH = 300;

boundaryPages.use('*', requireRole('admin'));

boundaryPages.get('/', (c) => show(c));

// Up to twice the bound a sentence tells what is wrong.
boundaryPages.post('/', atMost(2 * BOUNDARY_BYTES), async (c) => {
  const form = await c.req.formData();
  const source = String(form.get('source') ?? '')
    .trim()
    .slice(0, SOURCE_LENGTH);
  const file = pickedFile(form.get('file'));
  try {
    if (source === '') throw new BoundaryProblem('no_source');
    if (file === null) throw new BoundaryProblem('no_file');
    if (file.size > BOUNDARY_BYTES) throw new BoundaryProblem('too_heavy');
    await takeFile(c.env.FILES, c.var.regency, new Uint8Array(await file.arrayBuffer()), source);
  } catch (error) {
    if (error instanceof BoundaryProblem) return show(c, { reason: error.reason, source });
    throw error;
  }
  return c.redirect(`${PATH}/periksa`, 303);
});

boundaryPages.get('/periksa', async (c) => {
  const { regency, signedIn } = c.var;
  const preview = await previewed(c, c.req.query('kolom'));
  const { drawShapes } = await import('./draw.ts');
  const [sources, drawing] = [await boundarySources(c.var.db), drawShapes(preview.shapes)];
  return c.html(<BoundaryPreviewPage {...{ regency, who: signedIn, preview, drawing, sources }} />);
});

boundaryPages.post('/simpan', async (c) => {
  const form = await c.req.formData();
  const preview = await previewed(c, String(form.get('kolom') ?? ''));
  // Somebody else may have uploaded another file meanwhile: what is saved is what was looked at.
  if (form.get('berkas') !== preview.draft.id) throw new AppError('conflict');
  await savePreview(doerOf(c), c.env.FILES, preview);
  return c.redirect(`${PATH}?selesai=simpan`, 303);
});

boundaryPages.post('/batal', async (c) => {
  await dropDraft(c.env.FILES);
  return c.redirect(`${PATH}?selesai=batal`, 303);
});

boundaryPages.post('/hapus', async (c) => {
  const asked = (await c.req.formData()).get('tingkat');
  const level = boundaryLevels.find((one) => one === asked);
  if (!level) throw new AppError('not_found');
  await removeBoundaries(doerOf(c), level);
  return c.redirect(`${PATH}?selesai=hapus`, 303);
});

/** @throws AppError not_found when no file waits */
async function previewed(c: AppContext, column: string | undefined): Promise<Preview> {
  const draft = await readDraft(c.env.FILES);
  if (!draft) throw new AppError('not_found');
  return previewOf(draft, c.var.regency, column);
}

async function show(c: AppContext, refused?: { reason: BoundaryReason; source: string }): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const [sources, history, draft] = await Promise.all([
    boundarySources(db),
    boundaryHistory(db),
    readDraft(c.env.FILES),
  ]);
  const done = boundaryDone[c.req.query('selesai') ?? ''];
  const page = { regency, who: signedIn, sources, history, waits: draft !== null, refused, done };
  return c.html(<BoundaryPage {...page} />, refused ? 422 : 200);
}
