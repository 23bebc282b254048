/**
 * The citizen's page at `/`. Without JavaScript the form is posted here and answered with the receipt itself, so
 * that code and PIN never stand in an address; posting it again (reload) repeats the same receipt by its key.
 */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { complaintSchema, limits } from '../../../shared/contract/complaint.ts';
import { emergenciesOf } from '../../../shared/danger.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import { clockDays } from '../../cases/due.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { submit } from '../../cases/submit.ts';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { macHex } from '../../privacy/mac.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { assets } from '../../ui/generated/assets.ts';
import { detailOf } from '../errors.tsx';
import { digestOf, pickedFile } from '../files.ts';
import { type AppContext, type AppEnv, clientOf, ctxOf, originOf, requireKey } from '../http.ts';
import { checkComplaint } from './check.ts';
import { blank, bodyOf, read, type Typed } from './form.ts';
import { FormPage } from './views/form.tsx';
import { ReceiptPage } from './views/receipt.tsx';

/** One file and the words around it. */
const MAX_BODY = limits.attachmentBytes + 1024 * 1024;

export const intakePages = new Hono<AppEnv>();

const limited = bodyLimit({
  maxSize: MAX_BODY,
  onError: (c) =>
    showForm(
      c as AppContext,
      blank(),
      {
        file: 'Berkas ini lebih besar dari 10 MB. Tekan Kembali di peramban untuk mendapatkan isian Anda lagi.',
      },
      413,
    ),
});

intakePages.get('/', (c) => showForm(c, blank(c.req.query('p'))));

/** Not under /aset: a service worker reaches only as far as its own address. */
intakePages.get('/sw.js', (c) =>
  c.body(assets['sw.js'].body, 200, { 'content-type': assets['sw.js'].type, 'cache-control': 'no-cache' }),
);

/** Adds the picked file, or takes one away; shows the form again with everything typed. */
intakePages.post('/foto', limited, async (c) => {
  const posted = await c.req.parseBody({ all: true });
  const typed = read(posted);
  if (typeof posted.remove === 'string') {
    return showForm(c, { ...typed, files: typed.files.filter((file) => file.id !== posted.remove) });
  }
  const { problem } = await takeFile(c, typed, pickedFile(posted.file));
  if (problem) return showProblem(c, typed, problem);
  return showForm(c, typed);
});

intakePages.post('/', limited, async (c) => {
  const posted = await c.req.parseBody({ all: true });
  const typed = read(posted);
  const before = typed.files.map((stored) => stored.id);
  const file = await takeFile(c, typed, pickedFile(posted.file));
  try {
    if (file.problem) throw file.problem;
    const parsed = complaintSchema.safeParse(bodyOf(typed));
    if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
    const complaint = parsed.data;
    const problems = checkComplaint(c.var.regency, now(), complaint);
    if (problems.length > 0) throw new AppError('invalid', { fields: problems });
    // A reload posts the same file again and stores it under another id: the file itself is what is compared.
    const body = file.digest ? { ...complaint, attachments: before, file: file.digest } : complaint;
    const key = { key: requireKey(typed.key), scope: 'submit', body };
    const ctx = await ctxOf(c, { actor: 'public', key });
    const receipt = await submit(ctx, { complaint, challenge: null, unproven: true });
    c.header('cache-control', 'no-store');
    return c.html(
      <ReceiptPage
        regency={c.var.regency}
        origin={originOf(c)}
        days={answerDays(c)}
        emergencies={emergenciesOf(complaint.text)}
        facts={{
          code: receipt.code,
          pin: receipt.pin,
          due: receipt.due,
          aboutOfficial: typed.aboutOfficial,
          anonymous: typed.anonymous,
          hasEmail: complaint.contact?.email !== undefined,
        }}
      />,
      201,
    );
  } catch (error) {
    return showProblem(c, typed, error);
  }
});

/** Stores the picked file and adds it to what is typed. */
async function takeFile(
  c: AppContext,
  typed: Typed,
  file: File | null,
): Promise<{ digest: string | null; problem: unknown }> {
  if (!file) return { digest: null, problem: null };
  try {
    // Only files are counted: words are never turned away, and a village may share one address.
    const client = await macHex(c.var.keys, 'client', 'foto', clientOf(c));
    const { success } = await c.env.LIMIT_WRITE.limit({ key: client });
    if (!success) throw new AppError('too_many', { retryAfter: 60 });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const digest = await digestOf(bytes);
    if (typed.files.length >= limits.attachments) {
      const field = {
        pointer: '/file',
        message: 'field.too_many',
        values: { max: limits.attachments },
      } as const;
      throw new AppError('invalid', { fields: [field] });
    }
    typed.files.push(await storeUpload(c.env, c.var.db, now(), bytes));
    return { digest, problem: null };
  } catch (problem) {
    return { digest: null, problem };
  }
}

/** The form again, with everything typed and what is wrong. @throws whatever is not a known problem */
function showProblem(c: AppContext, typed: Typed, error: unknown) {
  if (!(error instanceof AppError)) throw error;
  // Sent before and edited since: it is another report, and needs a key of its own.
  if (error.kind === 'key_reused' || error.detail === 'key_missing') {
    const again = { ...typed, key: newKey(), files: [] };
    return showForm(
      c,
      again,
      {},
      409,
      'Isian ini sudah pernah terkirim. Untuk mengirimnya sebagai laporan baru, periksa dulu (foto perlu ditambahkan lagi), lalu tekan Kirim.',
    );
  }
  const errors = errorsOf(error.fields);
  if (errors.kind) errors.kind = 'Pilih salah satu.';
  if (Object.keys(errors).length === 0) errors.kirim = detailOf(error, 'id');
  return showForm(c, typed, errors, error.status);
}

function showForm(
  c: AppContext,
  typed: Typed,
  errors: Errors = {},
  status: 200 | AppError['status'] = 200,
  notice?: string,
) {
  // An untouched form holds nothing personal; one that was typed into must not stay in a shared phone's cache.
  c.header('cache-control', c.req.method === 'GET' ? 'no-cache' : 'no-store');
  const { regency } = c.var;
  return c.html(
    <FormPage
      regency={regency}
      typed={typed}
      errors={errors}
      notice={notice}
      origin={originOf(c)}
      days={answerDays(c)}
      today={regency.calendar.localDate(now())}
    />,
    status,
  );
}

/** Working days in which the reporter may contest an answer. */
function answerDays(c: AppContext): number {
  const { regency } = c.var;
  const of = { kind: 'complaint', berkadar: false, urgent: false } as const;
  return clockDays(regency, 'reporter', of, regency.calendar.localDate(now()));
}
