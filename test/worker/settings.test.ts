/** What an administrator may change about the regency: the wording of notices, and the numbers of offices. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import { app } from '../../workers/app.tsx';
import { sendDeliveries } from '../../workers/features/deliveries.ts';
import { session, user } from '../../workers/features/staff/table.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { HOUR, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { forgetRegency, regencyAt } from '../../workers/regency/snapshot.ts';
import { regencyRows, settingsVersion } from '../../workers/regency/table.ts';
import { Desk } from '../support/desk.ts';
import { giveNumber } from '../support/journeys.ts';
import { act, addStaff, loadRegency, newCase } from '../support/worker.ts';

const ORIGIN = 'http://kanal.test';
const db = () => openDb(env.DB);
const pack = await loadPack('luwu-timur');

let admin: { id: number };
let cookie: string;

beforeEach(async () => {
  await loadRegency();
  const person = await addStaff(['admin'], ['DISKOMINFOSP'], 'Andi Admin');
  admin = person;
  ({ cookie } = await Desk.of(person));
});

async function call(path: string, form?: Record<string, string>, as = cookie): Promise<Response> {
  const ctx = createExecutionContext();
  const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {};
  const headers = { cookie: as, origin: ORIGIN };
  const answer = await app.fetch(new Request(`${ORIGIN}${path}`, { ...init, headers }), env, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}
const page = async (path: string) => (await call(path)).text();

const rowOf = async (kind: string, id: string) => {
  const [row] = await db()
    .select()
    .from(regencyRows)
    .where(and(eq(regencyRows.kind, kind), eq(regencyRows.id, id)));
  if (!row) throw new Error(`no ${kind} ${id}`);
  return row;
};
const version = async () => (await db().select().from(settingsVersion))[0]?.version ?? 0;

/** The hidden digest of the form. */
const seenIn = (text: string) => /name="seen" value="([0-9a-f]{64})"/.exec(text)?.[1] ?? '';

const WORDS = {
  subject: 'Kabar: {code} kami terima',
  body: 'Terima kasih.\n\nBatas waktu {due}. Buka {link}',
};

describe('who signs in with a code', () => {
  it('is changed by an administrator with a code of their own, who was asked just now', async ({
    expect,
  }) => {
    const demanded = async () => (await regencyAt(db(), now())).switches.twoFactorRoles;
    forgetRegency();
    expect(await demanded()).toContain('admin');
    expect((await call('/desk/keamanan', { roles: 'verifier' })).status).toBe(303);
    forgetRegency();
    expect(await demanded()).toEqual(['verifier']);
    // Nothing demands a code of administrators now; whoever has none still cannot change that.
    await db().update(user).set({ twoFactorEnabled: false });
    expect((await call('/desk/keamanan', { roles: 'leader' })).status).toBe(403);
    await db().update(user).set({ twoFactorEnabled: true });
    await db()
      .update(session)
      .set({ createdAt: new Date(now() - HOUR) });
    const asked = await call('/desk/keamanan', { roles: 'leader' });
    expect(asked.status).toBe(403);
    const form = await asked.text();
    for (const part of ['Pastikan ini Anda', 'name="roles" value="leader"']) expect(form).toContain(part);
    forgetRegency();
    expect(await demanded()).toEqual(['verifier']);
  });
});

describe('settings', () => {
  const paths = [
    '/desk/pengaturan',
    '/desk/templat',
    '/desk/templat/receipt',
    '/desk/contoh-jawaban',
    '/desk/contoh-jawaban/jawaban-dijelaskan',
  ];

  it('are for admins alone', async ({ expect }) => {
    for (const path of paths) expect((await call(path)).status, path).toBe(200);
    for (const roles of [
      ['liaison', 'head'],
      ['leader'],
      ['verifier'],
      ['inspector'],
      ['campaigner'],
    ] as const) {
      const other = await Desk.of(await addStaff([...roles], ['PUPR']));
      for (const path of paths) expect((await call(path, undefined, other.cookie)).status, path).toBe(403);
      for (const path of ['', '/contoh', '/awal'])
        expect((await call(`/desk/templat/receipt${path}`, WORDS, other.cookie)).status).toBe(403);
    }
    expect((await rowOf('template', 'receipt')).updatedBy).toBeNull();
  });

  it('stand behind one entry of the navigation', async ({ expect }) => {
    const hub = await page('/desk/pengaturan');
    expect(hub).toMatch(/href="\/desk\/pengaturan" aria-current="page"/);
    for (const path of ['/desk/templat', '/desk/pengaturan/instansi'])
      expect(hub).toContain(`href="${path}"`);
    expect((await call('/desk/templat/tidak-ada')).status).toBe(404);
    expect((await call('/desk/pengaturan/instansi/TIDAK')).status).toBe(404);
    expect((await call('/desk/templat/tidak-ada', WORDS)).status).toBe(404);
  });
});

describe('the editor of templates', () => {
  const path = '/desk/templat/receipt';

  it('lists every template with its name and who changed it', async ({ expect }) => {
    await call(path, { ...WORDS, seen: seenIn(await page(path)) });
    const list = await page('/desk/templat');
    for (const { id } of pack.templates) expect(list).toContain(`/desk/templat/${id}"`);
    expect(list).toContain('Tanda terima');
    expect(list.match(/diubah di sini/g)).toHaveLength(1);
    expect(list).toContain('oleh Andi Admin');
  });

  it('saves what can be sent, and the next notice says it', async ({ expect }) => {
    const saved = await call(path, { ...WORDS, seen: seenIn(await page(path)) });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${path}?selesai=simpan`]);
    expect(await page(`${path}?selesai=simpan`)).toContain('Tersimpan.');
    expect(await rowOf('template', 'receipt')).toMatchObject({ updatedBy: `staff:${admin.id}` });
    const mails: { subject: string; text: string }[] = [];
    const bindings: Env = new Proxy(env, {
      get: (target, name) =>
        name === 'MAIL_WAY'
          ? 'binding'
          : name === 'EMAIL'
            ? { send: (mail: (typeof mails)[number]) => Promise.resolve(mails.push(mail)) }
            : Reflect.get(target, name),
    });
    const { code } = await newCase({ contact: { email: 'warga@example.id' } });
    const ids = (await db().select({ id: deliveries.id }).from(deliveries)).map(({ id }) => id);
    await sendDeliveries(bindings, ids);
    expect(mails).toMatchObject([{ subject: `Kabar: ${code} kami terima` }]);
    expect(mails[0]?.text).toContain('Terima kasih.\n\nBatas waktu ');
  });

  it.for([
    [{ body: 'Halo {kode}, {code} {link}' }, '{kode} tidak tersedia'],
    [{ body: 'Halo {code, buka {link}' }, 'kurung kurawal'],
    [{ body: '  ' }, 'Isi wajib diisi'],
    [{ subject: '' }, 'Perihal wajib diisi'],
    [{ subject: 'Halo', body: 'Tanpa nomor.' }, 'harus memuat {code}'],
  ] as const)('refuses %o and keeps what was typed', async ([change, sentence], { expect }) => {
    const typed = { subject: 'Subjek & saya {code}', body: 'Isi <saya> {code}', ...change };
    const before = await rowOf('template', 'receipt');
    const refused = await call(path, { ...typed, seen: before.dataHash });
    const text = await refused.text();
    expect(refused.status).toBe(422);
    expect(text).toContain(sentence);
    const shown = (words: string) =>
      words.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(text).toContain(`value="${shown(typed.subject)}"`);
    expect(text).toContain(`>${shown(typed.body)}</textarea>`);
    expect(await rowOf('template', 'receipt')).toEqual(before);
  });

  it('lets no word of a case into a mail to staff', async ({ expect }) => {
    const staffPath = '/desk/templat/staff-disposed';
    for (const name of ['title', 'question', 'answer', 'reason', 'pin']) {
      const form = {
        subject: 'Disposisi {code}',
        body: `Baca {link}: {${name}}`,
        seen: seenIn(await page(staffPath)),
      };
      const refused = await call(staffPath, form);
      expect(refused.status, name).toBe(422);
      expect(await refused.text()).toContain('tidak memuat isi laporan');
    }
    const link = await call('/desk/templat/staff-invitation', {
      subject: 'Undangan',
      body: 'Selamat datang.',
    });
    expect(await link.text()).toContain('harus memuat {link}');
  });

  it('shows how it will look without saving anything', async ({ expect }) => {
    const before = await db().select().from(regencyRows);
    const was = await version();
    const preview = await call(`${path}/contoh`, { ...WORDS, seen: seenIn(await page(path)) });
    const text = await preview.text();
    expect(preview.status).toBe(200);
    expect(text).toMatch(/Kabar: LT-[0-9A-Z-]{9} kami terima/);
    expect(text).toMatch(/Batas waktu \w+, \d+ \w+ \d{4}\. Buka http/);
    expect(text).toContain(env.MAIL_FROM);
    expect(text).toContain(`>${WORDS.body}</textarea>`);
    const wrong = await (await call(`${path}/contoh`, { ...WORDS, body: 'Halo {kode} {code}' })).text();
    expect(wrong).toContain('{kode} tidak tersedia');
    const message = await (await call('/desk/templat/wa-reminder/contoh', { ...WORDS })).text();
    expect(message).toMatch(/\*Kabar: LT-[0-9A-Z-]{9} kami terima\*/);
    expect(await db().select().from(regencyRows)).toEqual(before);
    expect(await version()).toBe(was);
  });

  it('tells who saved meanwhile, and shows both', async ({ expect }) => {
    const seen = seenIn(await page(path));
    await call(path, { ...WORDS, body: 'Dari orang lain. {code}', seen });
    const late = await call(path, { ...WORDS, seen });
    const text = await late.text();
    expect(late.status).toBe(409);
    expect(text).toContain('Dari orang lain. {code}');
    expect(text).toContain('dari Andi Admin');
    expect(text).toContain(`>${WORDS.body}</textarea>`);
    expect((await call(path, { ...WORDS, seen: seenIn(text) })).status).toBe(303);
  });

  it('gives the pack’s words back', async ({ expect }) => {
    const before = await rowOf('template', 'receipt');
    expect(await page(path)).not.toContain('Kembalikan ke naskah awal');
    await call(path, { ...WORDS, seen: before.dataHash });
    expect(await page(path)).toContain('Kembalikan ke naskah awal');
    expect((await call(`${path}/awal`, {})).status).toBe(303);
    expect((await rowOf('template', 'receipt')).data).toBe(before.data);
    expect(await page('/desk/templat')).not.toContain('diubah di sini');
  });
});

it('A reminder’s text obeys the edited template', async ({ expect }) => {
  const person = await addStaff(['admin'], []);
  const desk = await Desk.of(person);
  await giveNumber('PUPR', '0812-0000-0777');
  const words = { subject: 'Ingat {code}', body: 'Buka {link}' };
  const saved = await call('/desk/templat/wa-reminder', {
    ...words,
    seen: seenIn(await page('/desk/templat/wa-reminder')),
  });
  expect(saved.status).toBe(303);
  const { code } = await newCase();
  await act(person, code, 'dispose', { office: 'PUPR' });
  const { whatsapp } = (await (
    await desk.api(`/cases/${code}/remind`, { target: 'office:PUPR' })
  ).json()) as {
    whatsapp: string;
  };
  expect(new URL(whatsapp).searchParams.get('text')).toMatch(
    new RegExp(`^\\*Ingat ${code}\\*\\n\\nBuka http\\S+/desk/kasus/${code}$`),
  );
});
