/**
 * Typing for others: /desk/terima at an office, /bantu for KIM. The receipt is the answer to the post itself, so that a PIN
 * stands in no address; posting it again (reload) repeats it by its key, for half an hour.
 */
import { Hono } from 'hono';
import { limits } from '../../../shared/contract/complaint.ts';
import { emergenciesOf } from '../../../shared/danger.ts';
import { helpsVillagers, takesReports } from '../../../shared/permissions/rooms.ts';
import { channelOf } from '../../../shared/social-post.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import { clockDays } from '../../cases/due.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import { digestOf, pickedFile } from '../files.ts';
import { type AppContext, type AppEnv, originOf } from '../http.ts';
import { FormPage } from '../intake/queries.ts';
import { postFor } from '../posts/queries.ts';
import { requireStaff } from '../staff/session.ts';
import { handoverLink } from '../tracking/queries.ts';
import { type AssistedTyped, assistedBodyOf, assistedSchema, blankAssisted, readAssisted } from './input.ts';
import { areasOf, sendAssisted } from './send.ts';
import { AssistedFormPage } from './views/form.tsx';
import { ReceiptPage, SentBeforePage } from './views/receipt.tsx';

/** Where the two forms live, and for whom. */
export interface Door {
  path: '/desk/terima' | '/bantu';
  kim: boolean;
}

const MAX_BODY = limits.attachmentBytes + 1024 * 1024;

export const counterPages = pagesOf({ path: '/desk/terima', kim: false });
export const helperPages = pagesOf({ path: '/bantu', kim: true });

/** The pages of one door, relative to its path. */
function pagesOf(door: Door): Hono<AppEnv> {
  const pages = new Hono<AppEnv>();
  pages.use(requireStaff, async (c, next) => {
    if (!(door.kim ? helpsVillagers : takesReports)(c.var.signedIn)) throw new AppError('forbidden');
    await next();
  });
  pages.get('/', async (c) => showForm(c, door, await begun(c, door)));
  pages.post('/', atMost(MAX_BODY), (c) => send(c, door));

  /** Adds the picked file, or takes one away; shows the form again with everything typed. */
  pages.post('/foto', atMost(MAX_BODY), async (c) => {
    const posted = await c.req.parseBody({ all: true });
    const typed = readAssisted(posted);
    if (typeof posted.remove === 'string') {
      return showForm(c, door, { ...typed, files: typed.files.filter(({ id }) => id !== posted.remove) });
    }
    const { problem } = await takeFile(c, typed, pickedFile(posted.file));
    return problem ? showProblem(c, door, typed, problem) : showForm(c, door, typed);
  });

  /** The device goes to the reporter: the public form with what was typed, and nothing of the officer in it. */
  pages.post('/serah', atMost(MAX_BODY), async (c) =>
    handOver(c, readAssisted(await c.req.parseBody({ all: true })), 200),
  );
  return pages;
}

/** An untouched form, or one that a logged post has begun. @throws AppError not_found for a post that is not there */
async function begun(c: AppContext, door: Door): Promise<AssistedTyped> {
  const typed = blankAssisted(c.req.query('saluran'), c.req.query('kertas'));
  if (door.kim) {
    const [only, ...others] = (await areasOf(c, 'kim')) ?? [];
    return { ...typed, channel: 'kim', area: only && others.length === 0 ? only : '' };
  }
  const id = Number(c.req.query('kiriman') ?? 0);
  if (id === 0) return typed;
  const post = Number.isSafeInteger(id) ? await postFor(c.var.db, c.var.keys, c.var.signedIn, id) : null;
  if (!post) throw new AppError('not_found');
  return {
    ...typed,
    kind: 'complaint',
    channel: channelOf[post.platform],
    text: post.note ?? '',
    category: post.topic && c.var.regency.categories.get(post.topic)?.public ? post.topic : '',
    area: post.area ?? '',
    files: post.screenshot ? [post.screenshot] : [],
    post: String(post.id),
  };
}

async function send(c: AppContext, door: Door): Promise<Response> {
  const posted = await c.req.parseBody({ all: true });
  const typed = { ...readAssisted(posted), ...(door.kim ? { channel: 'kim', post: '' } : {}) };
  const before = typed.files.map(({ id }) => id);
  const file = await takeFile(c, typed, pickedFile(posted.file));
  try {
    if (file.problem) throw file.problem;
    const parsed = assistedSchema.safeParse(assistedBodyOf(typed));
    if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
    const input = parsed.data;
    // A reload posts the same file again and stores it under another id: the file itself is what is compared.
    const body = file.digest ? { ...input, attachments: before, file: file.digest } : input;
    const { submitted, hand } = await sendAssisted(c, input, typed.key, body);
    const { regency, keys, signedIn } = c.var;
    const page = { regency, who: signedIn, door };
    if (hand === 'over') return c.html(<SentBeforePage {...page} />);
    const origin = originOf(c);
    const link = hand === 'handover' ? await handoverLink(keys, origin, submitted.code, now()) : null;
    return c.html(
      <ReceiptPage
        {...page}
        typed={typed}
        receipt={{
          code: submitted.code,
          pin: hand === 'pin' ? submitted.pin : null,
          handover: link,
          receivedAt: submitted.receivedAt,
          due: submitted.due,
          office: signedIn.offices[0] ?? null,
          hasEmail: input.contact?.email !== undefined,
        }}
        emergencies={emergenciesOf(input.text)}
        origin={origin}
      />,
      201,
    );
  } catch (error) {
    return showProblem(c, door, typed, error);
  }
}

/** Stores the picked file and adds it to what is typed. */
async function takeFile(c: AppContext, typed: AssistedTyped, file: File | null) {
  if (!file) return { digest: null, problem: null };
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const digest = await digestOf(bytes);
    if (typed.files.length >= limits.attachments) {
      const values = { max: limits.attachments };
      throw new AppError('invalid', { fields: [{ pointer: '/file', message: 'field.too_many', values }] });
    }
    const { id, kind, bytes: size } = await storeUpload(c.env, c.var.db, now(), bytes);
    typed.files.push({ id, kind, bytes: size });
    return { digest, problem: null };
  } catch (problem) {
    return { digest: null, problem };
  }
}

/** The form again, with everything typed and what is wrong. @throws whatever is not a known problem */
function showProblem(c: AppContext, door: Door, typed: AssistedTyped, error: unknown) {
  if (!(error instanceof AppError) || error.kind === 'forbidden') throw error;
  if (error.kind === 'key_reused' || error.detail === 'key_missing') {
    const errors = {
      kirim: 'Isian ini sudah pernah terkirim. Periksa, lalu kirim lagi sebagai laporan baru.',
    };
    return showForm(c, door, { ...typed, key: newKey(), files: [] }, errors, 409);
  }
  if (error.detail === 'hand_over') {
    return door.kim ? handOver(c, typed, 422) : showForm(c, door, typed, {}, 422, true);
  }
  const errors = errorsOf(error.fields);
  if (errors.kind) errors.kind = 'Pilih salah satu.';
  if (Object.keys(errors).length === 0) errors.kirim = detailOf(error, 'id');
  return showForm(c, door, typed, errors, error.status);
}

async function showForm(
  c: AppContext,
  door: Door,
  typed: AssistedTyped,
  errors: Errors = {},
  status: 200 | AppError['status'] = 200,
  accuses = false,
): Promise<Response> {
  const { regency, signedIn } = c.var;
  return c.html(
    <AssistedFormPage
      regency={regency}
      who={signedIn}
      door={door}
      typed={typed}
      areas={door.kim ? await areasOf(c, 'kim') : null}
      errors={errors}
      accuses={accuses}
      today={regency.calendar.localDate(now())}
      origin={originOf(c)}
    />,
    status,
  );
}

const HANDED =
  'Perangkat ini sekarang di tangan Anda, pelapor. Periksa isinya, lalu kirim sendiri. Sesudah terkirim, catat nomor dan PIN, lalu tutup halamannya sebelum mengembalikan perangkat.';

/** domain.md section 1: for an accusation the device is handed over. Its key is new: the reporter sends, nobody else. */
function handOver(c: AppContext, typed: AssistedTyped, status: 200 | 422): Response | Promise<Response> {
  const { regency } = c.var;
  const today = regency.calendar.localDate(now());
  const of = { kind: 'complaint', berkadar: false, urgent: false } as const;
  return c.html(
    <FormPage
      regency={regency}
      typed={{ ...typed, key: newKey(), placement: '' }}
      origin={originOf(c)}
      days={clockDays(regency, 'reporter', of, today)}
      today={today}
      notice={HANDED}
      borrowed
    />,
    status,
  );
}
