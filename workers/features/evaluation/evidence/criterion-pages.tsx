/** One criterion, relative to /desk/evaluasi/bukti/kriteria. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { isProof } from '../../../../shared/evidence.ts';
import { say } from '../../../../shared/i18n/index.ts';
import { reviewsEvidence } from '../../../../shared/permissions/rooms.ts';
import { isoDay } from '../../../../shared/settings/dates.ts';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { oneFile } from '../../api.ts';
import { doerOf, keyIn, parse, shownAgain, textsOf } from '../../doer.ts';
import { line, requiredFile, requiredLine } from '../../fields.ts';
import { pickedFile } from '../../files.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { namesOf } from '../../settings/queries.ts';
import { requireRunner } from '../doors.ts';
import { addDocument, dropDocument, serveDocument, setWithdrawn } from './documents.ts';
import { fixProofs } from './fix.ts';
import { proofs } from './proofs/proofs.ts';
import { readFacts } from './proofs/queries.ts';
import { actorsOf, readCriterion, withdrawnOf } from './queries.ts';
import { review } from './review.ts';
import { EVIDENCE } from './views/binder.tsx';
import { CriterionPage, type CriterionPageProps } from './views/criterion.tsx';

export const criterionPages = new Hono<AppEnv>();

const ONE = '/:criterion{[a-z0-9-]+}';
const DOCUMENT = `${ONE}/dokumen/:file{[0-9a-f]{32}}` as const;

const documentSchema = z.object({
  file: requiredFile,
  title: requiredLine(150),
  number: line(80),
  datedOn: z.string().transform((value, check) => {
    const day = isoDay(value);
    if (day) return day;
    check.addIssue({ code: 'custom', message: value === '' ? 'field.required' : 'field.date' });
    return z.NEVER;
  }),
});

const reviewSchema = z
  .object({
    verdict: z.enum(['accepted', 'wanting'], { error: 'field.required' }),
    note: z.string().max(1000),
  })
  .refine(({ verdict, note }) => verdict === 'accepted' || note !== '', {
    path: ['note'],
    error: 'field.required',
  });

criterionPages.get(ONE, (c) => show(c, c.req.param('criterion')));

criterionPages.post(`${ONE}/catat`, requireRunner, async (c) => {
  const { criterion } = await readCriterion(c.var.db, c.req.param('criterion'));
  const fixed = await fixProofs(c.env, doerOf(c), [criterion]);
  return back(c, criterion.id, `?ok=${fixed > 0 ? 'catat' : 'tetap'}#kanal`);
});

criterionPages.post(`${ONE}/dokumen`, requireRunner, oneFile, async (c) => {
  const id = c.req.param('criterion');
  const form = await c.req.formData();
  const typed = textsOf(form, ['title', 'number', 'datedOn']);
  try {
    const { file, ...told } = parse(documentSchema, { ...typed, file: pickedFile(form.get('file')) });
    await addDocument(c.env, doerOf(c), id, { ...told, bytes: new Uint8Array(await file.arrayBuffer()) });
    return back(c, id, '?ok=unggah#dokumen');
  } catch (error) {
    const { fields, status } = shownAgain(error);
    return show(c, id, { form: 'document', errors: errorsOf(fields), typed }, status);
  }
});

criterionPages.get(DOCUMENT, (c) => {
  if (!reviewsEvidence(c.var.signedIn)) throw new AppError('forbidden');
  return serveDocument(c.env, doerOf(c), c.req.param('criterion'), c.req.param('file'));
});

for (const [path, withdrawn] of [
  ['tarik', true],
  ['pakai', false],
] as const)
  criterionPages.post(`${DOCUMENT}/${path}`, requireRunner, async (c) => {
    const id = c.req.param('criterion');
    await setWithdrawn(doerOf(c), id, c.req.param('file'), withdrawn);
    return back(c, id, `?ok=${path}#dokumen`);
  });

criterionPages.post(`${DOCUMENT}/hapus`, requireRunner, async (c) => {
  const id = c.req.param('criterion');
  await dropDocument(c.env, doerOf(c), id, c.req.param('file'));
  return back(c, id, '?ok=hapus#dokumen');
});

criterionPages.post(`${ONE}/periksa`, async (c) => {
  if (!reviewsEvidence(c.var.signedIn)) throw new AppError('forbidden');
  const id = c.req.param('criterion');
  const form = await c.req.formData();
  const typed = textsOf(form, ['verdict', 'note']);
  try {
    await review(doerOf(c), id, parse(reviewSchema, typed), keyIn(form));
    return back(c, id, '?ok=periksa#pemeriksaan');
  } catch (error) {
    const { fields, detail, status } = shownAgain(error);
    const said = detail ? { detail: say('id', detail) } : {};
    return show(c, id, { form: 'review', errors: errorsOf(fields), typed, ...said }, status);
  }
});

const back = (c: Context, id: string, more: string) => c.redirect(`${EVIDENCE}/kriteria/${id}${more}`, 303);

async function show(
  c: AppContext,
  id: string,
  refused?: CriterionPageProps['refused'],
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const to = doerOf(c);
  const line = await readCriterion(db, id);
  const [facts, withdrawn, names] = await Promise.all([
    readFacts(c.env, to),
    withdrawnOf(db, id),
    namesOf(db, actorsOf(line)),
  ]);
  const today = new Map(
    line.criterion.proofs.map((proof) => [proof, isProof(proof) ? proofs[proof].look(facts) : null]),
  );
  const page = {
    ...{ regency, who: signedIn, me: to.by, line, today, withdrawn, names, done: c.req.query('ok') },
    ...(refused ? { refused } : {}),
  };
  return c.html(<CriterionPage {...page} />, status);
}
