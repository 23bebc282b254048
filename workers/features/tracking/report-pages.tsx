/** The reporter's page of a case and its forms, behind code and PIN. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { limits } from '../../../shared/contract/complaint.ts';
import { serveUpload } from '../../cases/attachments/serve.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import type { CaseFile } from '../../cases/load.ts';
import { findRequest, runVerb } from '../../cases/run.ts';
import { reporterVerb } from '../../cases/verbs/index.ts';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { detailOf } from '../errors.tsx';
import { digestOf, pdfAnswer, pickedFile } from '../files.ts';
import { type AppContext, type AppEnv, ctxOf, requireKey } from '../http.ts';
import { acts, blank, inputOf, isAct, readTyped, type Typed } from './forms.ts';
import { makeProof } from './proof.ts';
import { reporterMaySee } from './queries.ts';
import { readReport } from './report.ts';
import { enter } from './session.ts';
import { FindPage } from './views/find.tsx';
import type { Pending } from './views/form.tsx';
import { ReportPage } from './views/report.tsx';
import { doneNotes } from './words.ts';

/** One file and the words around it. */
const MAX_BODY = limits.attachmentBytes + 1024 * 1024;

export const reportPages = new Hono<AppEnv>();

reportPages.get('/lacak/laporan', async (c) => {
  const file = await enter(c);
  if (!file) return c.redirect('/lacak');
  const done = c.req.query('selesai') ?? '';
  return showReport(c, file, { notice: isAct(done) ? { text: doneNotes[done], tone: 'good' } : undefined });
});

reportPages.get('/lacak/laporan/lampiran/:id', async (c) => {
  const file = await enter(c);
  if (!file) throw new AppError('unauthenticated');
  const id = c.req.param('id');
  if (!(await reporterMaySee(c.var.db, file.row.code, id))) throw new AppError('not_found');
  return serveUpload(c.env, c.var.db, id);
});

reportPages.get('/lacak/laporan/bukti', async (c) => {
  const file = await enter(c);
  if (!file) return c.redirect('/lacak');
  const { view, now: at } = await readReport(c, file);
  return pdfAnswer(await makeProof(c.env, c.var.regency, view, at), `bukti-${view.code}`);
});

const limited = bodyLimit({
  maxSize: MAX_BODY,
  onError: async (c) => {
    const file = await enter(c as AppContext);
    const act = c.req.param('act') ?? '';
    if (!file || !isAct(act)) throw new AppError('too_large');
    const pending = { typed: blank(act, 0), errors: { file: 'Berkas ini lebih besar dari 10 MB.' } };
    return showReport(c as AppContext, file, { pending }, 413);
  },
});

reportPages.post('/lacak/laporan/:act', limited, async (c) => {
  const act = c.req.param('act');
  if (!isAct(act)) throw new AppError('not_found');
  const posted = await c.req.parseBody({ all: true });
  const typed = readTyped(act, posted);
  const file = await enter(c);
  if (!file) return c.html(<FindPage regency={c.var.regency} carried={typed} />, 401);
  try {
    const before = inputOf(typed);
    const digest = await takeFile(c, typed, pickedFile(posted.file));
    if (posted.tambah !== undefined) return await showReport(c, file, { pending: { typed, errors: {} } });
    // A reload posts the same file again and stores it under another id: the file itself is what is compared.
    await run(c, file, typed, digest ? { before, digest } : before);
    return c.redirect(`/lacak/laporan?selesai=${act}#kabar`, 303);
  } catch (error) {
    return showProblem(c, file, typed, error);
  }
});

/** @param body what makes the same form sent twice the same request */
async function run(c: AppContext, file: CaseFile, typed: Typed, body: object): Promise<void> {
  const { code } = file.row;
  const name = acts[typed.act];
  const verb = reporterVerb(name);
  if (!verb) throw new AppError('not_found');
  const key = { key: requireKey(typed.key), scope: `${typed.act}:${code}`, body };
  const ctx = await ctxOf(c, { actor: 'reporter', reporterOf: code, key });
  // The desk's own notes move the case's version and tell the reporter nothing: what counts is what the page showed.
  const { seen } = await readReport(c, file);
  if (typed.seen !== seen && !(ctx.request && (await findRequest(ctx, ctx.request)))) {
    throw new AppError('conflict');
  }
  await runVerb(ctx, verb, code, inputOf(typed));
}

/**
 * Stores the picked file and adds it to what is typed.
 * @returns the file's digest, or null when none was picked
 */
async function takeFile(c: AppContext, typed: Typed, picked: File | null): Promise<string | null> {
  if (!picked) return null;
  if (typed.files.length >= limits.attachments) {
    const values = { max: limits.attachments };
    throw new AppError('invalid', { fields: [{ pointer: '/file', message: 'field.too_many', values }] });
  }
  const bytes = new Uint8Array(await picked.arrayBuffer());
  const digest = await digestOf(bytes);
  typed.files.push(await storeUpload(c.env, c.var.db, now(), bytes));
  return digest;
}

/** The page again, with everything typed and what is wrong. @throws whatever is not a known problem */
async function showProblem(c: AppContext, file: CaseFile, typed: Typed, error: unknown): Promise<Response> {
  if (!(error instanceof AppError)) throw error;
  // Sent before and edited since: it is another message, and needs a key of its own.
  if (error.kind === 'key_reused' || error.detail === 'key_missing') {
    const text =
      'Isian ini sudah pernah terkirim. Untuk mengirimnya sebagai kiriman baru, periksa dulu, lalu kirim lagi.';
    const pending = { typed: { ...typed, key: newKey(), files: [] }, errors: {} };
    return showReport(c, file, { pending, notice: { text, tone: 'warn' } }, 409);
  }
  const errors: Errors = errorsOf(error.fields);
  if (errors.score) errors.score = 'Pilih salah satu.';
  if (error.kind === 'conflict' && error.detail === null) {
    errors.kirim =
      'Ada kabar baru sejak Anda membuka halaman ini. Baca dulu, lalu kirim lagi bila masih perlu.';
  } else if (Object.keys(errors).length === 0) errors.kirim = detailOf(error, 'id');
  if (error.retryAfter !== null) c.header('retry-after', String(error.retryAfter));
  return showReport(c, file, { pending: { typed, errors } }, error.status);
}

/** @param file the case as it was when the reporter came in */
export async function showReport(
  c: AppContext,
  file: CaseFile,
  shown: { pending?: Pending; notice?: { text: string; tone: 'good' | 'warn' } | undefined } = {},
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const report = await readReport(c, file);
  return c.html(<ReportPage regency={c.var.regency} report={report} {...shown} />, status);
}
