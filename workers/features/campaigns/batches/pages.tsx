/** /desk/kampanye/brosur: batches, what is left of each, and where it went. */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import { newKey } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, versionIn } from '../../doer.ts';
import { type AppContext, type AppEnv, originOf } from '../../http.ts';
import { offerSheet } from '../../sheets.ts';
import { requireRunner } from '../doors.ts';
import { listPrograms } from '../register/queries.ts';
import {
  blankBatch,
  blankHandout,
  readBatch,
  readHandout,
  type TypedBatch,
  type TypedHandout,
  typedBatch,
} from './form.ts';
import { handOut, takeBack } from './hand-out.ts';
import { batchSchema, handoutSchema } from './input.ts';
import { type BatchLine, batchLine, handedByPlace, handoutsOf, listBatches } from './queries.ts';
import { addBatch, editBatch, setArchived } from './save.ts';
import { batchSheet, handoutSheet } from './sheet.ts';
import { totalsByDistrict } from './totals.ts';
import { BatchPage } from './views/batch.tsx';
import { BatchFormPage } from './views/form.tsx';
import { BatchesPage } from './views/list.tsx';

export const batchPages = new Hono<AppEnv>();

const ROOM = '/desk/kampanye/brosur';

batchPages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const [batches, handed] = await Promise.all([listBatches(db), handedByPlace(db)]);
  const totals = totalsByDistrict(handed, regency);
  return c.html(<BatchesPage regency={regency} who={signedIn} batches={batches} totals={totals} />);
});

offerSheet(batchPages, '/semua', batchSheet);
offerSheet(batchPages, '/:id{[0-9]+}/pembagian', handoutSheet);

batchPages.get('/baru', requireRunner, (c) => showForm(c, blankBatch(today(c))));

batchPages.post('/baru', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readBatch(form);
  try {
    const id = await addBatch(doerOf(c), parse(batchSchema, typed), keyIn(form));
    return c.redirect(`${ROOM}/${id}?ok=buat`, 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error), keyIn(form));
  }
});

batchPages.get('/:id{[0-9]+}', (c) => showBatch(c));

batchPages.get('/:id{[0-9]+}/ubah', requireRunner, async (c) => showForm(c, typedBatch(await lineOf(c))));

batchPages.post('/:id{[0-9]+}/ubah', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readBatch(form);
  try {
    await editBatch(doerOf(c), idIn(c), parse(batchSchema, typed), versionIn(form));
    return c.redirect(`${ROOM}/${idIn(c)}?ok=ubah`, 303);
  } catch (error) {
    return showForm(c, typed, shownAgain(error));
  }
});

batchPages.post('/:id{[0-9]+}/bagikan', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = readHandout(form);
  try {
    await handOut(doerOf(c), idIn(c), parse(handoutSchema, typed), keyIn(form));
    return c.redirect(`${ROOM}/${idIn(c)}?ok=bagi`, 303);
  } catch (error) {
    return showBatch(c, typed, shownAgain(error), keyIn(form));
  }
});

batchPages.post('/:id{[0-9]+}/bagikan/:handout{[0-9]+}/batal', requireRunner, async (c) => {
  await takeBack(doerOf(c), idIn(c), idIn(c, 'handout'));
  return c.redirect(`${ROOM}/${idIn(c)}?ok=batal`, 303);
});

batchPages.post('/:id{[0-9]+}/arsip', requireRunner, async (c) => {
  const archived = (await c.req.formData()).get('arsip') === '1';
  await setArchived(doerOf(c), idIn(c), archived);
  return c.redirect(`${ROOM}/${idIn(c)}?ok=${archived ? 'arsip' : 'pakai'}`, 303);
});

const today = (c: AppContext) => c.var.regency.calendar.localDate(now());

/** @throws AppError not_found */
async function lineOf(c: AppContext): Promise<BatchLine> {
  const line = await batchLine(c.var.db, idIn(c));
  if (!line) throw new AppError('not_found');
  return line;
}

async function showBatch(
  c: AppContext,
  typed: TypedHandout = blankHandout(today(c)),
  problem?: AppError,
  formKey = newKey(),
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const line = await lineOf(c);
  const [handouts, handed] = await Promise.all([handoutsOf(db, line.row.id), handedByPlace(db, line.row.id)]);
  const page = {
    ...{ regency, who: signedIn, line, handouts, typed, formKey, origin: originOf(c) },
    ...{ totals: totalsByDistrict(handed, regency), errors: errorsOf(problem?.fields ?? []) },
  };
  return c.html(<BatchPage {...page} done={c.req.query('ok')} />, problem?.status ?? 200);
}

async function showForm(c: AppContext, typed: TypedBatch, problem?: AppError, formKey = newKey()) {
  const { db, regency, signedIn } = c.var;
  const own = c.req.param('id') === undefined ? { formKey } : { line: await lineOf(c) };
  const errors = errorsOf(problem?.fields ?? []);
  const page = { regency, who: signedIn, typed, errors, programs: await listPrograms(db), ...own };
  return c.html(<BatchFormPage {...page} conflict={problem?.kind === 'conflict'} />, problem?.status ?? 200);
}
