/**
 * Tracking for the reporter, under /lacak. The code alone shows the public status; code and PIN, posted together, open a
 * session and lead to the report. A PIN never stands in an address.
 */
import { Hono } from 'hono';
import { normaliseCode, normalisePin } from '../../../shared/code.ts';
import { loadCase } from '../../cases/load.ts';
import { checkPin } from '../../cases/pin.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import type { Errors } from '../../ui/components.tsx';
import { atMost, refused } from '../api.ts';
import { detailOf } from '../errors.tsx';
import { type AppContext, type AppEnv, clientOf } from '../http.ts';
import { exportPages } from './export-pages.tsx';
import { isAct, readTyped, textOf } from './forms.ts';
import { handoverPages } from './handover-pages.tsx';
import { pinPages } from './pin-pages.tsx';
import { publicStatus } from './queries.ts';
import { reportPages, showReport } from './report-pages.tsx';
import { endSession, refuseForeign, startSession } from './session.ts';
import { FindPage } from './views/find.tsx';
import { StatusPage } from './views/status.tsx';

export const trackingPages = new Hono<AppEnv>();

trackingPages.use('/lacak/*', async (c, next) => {
  refuseForeign(c);
  c.header('cache-control', 'no-store');
  await next();
});

/** A text of 10,000 characters, each of them escaped, carried over a session that had ended. */
const small = atMost(256 * 1024);

trackingPages.get('/lacak', (c) => {
  const notice =
    c.req.query('keluar') === undefined ? undefined : 'Anda sudah keluar. Halaman laporan tertutup.';
  return c.html(<FindPage regency={c.var.regency} code={c.req.query('kode')} notice={notice} />);
});

trackingPages.use('/lacak/pin/*', small);
trackingPages.use('/lacak/serah/*', small);
trackingPages.route('/lacak/serah', handoverPages);

trackingPages.post('/lacak', small, async (c) => {
  const posted = await c.req.parseBody({ all: true });
  const { regency } = c.var;
  const [typedCode, typedPin, act] = ['kode', 'pin', 'lanjut'].map((name) => textOf(posted, name).trim());
  const carried = act && isAct(act) ? readTyped(act, posted) : undefined;
  const again = (errors: Errors, status: 404 | 422 | 429) =>
    c.html(<FindPage regency={regency} code={typedCode} errors={errors} carried={carried} />, status);

  const code = normaliseCode(typedCode ?? '', regency.about.codePrefix);
  if (code === null) {
    return again({ kode: 'Nomor ini tidak lengkap atau salah tulis. Periksa lagi huruf dan angkanya.' }, 422);
  }
  if (!typedPin && !carried) return c.redirect(`/lacak/${code}`, 303);
  const pin = normalisePin(typedPin ?? '');
  if (pin === null) return again({ pin: 'PIN terdiri atas 6 angka.' }, 422);
  try {
    await checkPin(c.var.db, c.var.keys, now(), code, pin, clientOf(c));
  } catch (error) {
    if (!(error instanceof AppError) || (error.status !== 404 && error.status !== 429)) throw error;
    if (error.retryAfter !== null) c.header('retry-after', String(error.retryAfter));
    return again({ pin: detailOf(error, 'id') }, error.status);
  }
  return openReport(c, code, carried);
});

async function openReport(
  c: AppContext,
  code: string,
  carried: ReturnType<typeof readTyped> | undefined,
): Promise<Response> {
  const file = await loadCase(c.var.db, code);
  if (!file) throw new AppError('not_found');
  await startSession(c, file.row);
  if (!carried) return c.redirect('/lacak/laporan', 303);
  const notice = { text: 'Tulisan Anda masih ada di bawah. Periksa, lalu kirim.', tone: 'warn' as const };
  return showReport(c, file, { pending: { typed: carried, errors: {} }, notice });
}

trackingPages.post('/lacak/keluar', (c) => {
  endSession(c);
  return c.redirect('/lacak?keluar', 303);
});

trackingPages.route('/', exportPages);
trackingPages.route('/', reportPages);
trackingPages.route('/', pinPages);

/** The address on receipts of the API and of whoever keeps a bookmark; after all others, for any word could be a code. */
trackingPages.get('/lacak/:code', async (c) => {
  const { db, regency } = c.var;
  const typed = c.req.param('code');
  const code = normaliseCode(typed, regency.about.codePrefix);
  const status = code && (await publicStatus(db, regency, code));
  if (status) return c.html(<StatusPage regency={regency} status={status} now={now()} />);
  // Counting misses makes trying codes out slow; a right one is never refused.
  const problem = await refused(c, 'LIMIT_READ', new AppError('not_found'));
  if (problem.kind === 'too_many') throw problem;
  const errors = { kode: 'Nomor ini tidak kami temukan. Periksa lagi huruf dan angkanya.' };
  return c.html(<FindPage regency={regency} code={code ?? typed} errors={errors} />, 404);
});
