import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { pinOf } from '../../workers/cases/pin.ts';
import { HOUR } from '../../workers/platform/clock.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import {
  assistedBody,
  assistedForm,
  BRIBE,
  codeIn,
  handoverIn,
  newestCase,
  pinIn,
  route,
  sendForm,
  stranger,
} from '../support/assisted.ts';
import { Desk, openDesks } from '../support/desk.ts';
import { faulty } from '../support/faulty.ts';
import { jpeg } from '../support/images.ts';
import { act, addStaff, caseRow, loadRegency, MONDAY, setClock } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
});

afterEach(() => {
  vi.restoreAllMocks();
});

const photo = () =>
  new File([new Uint8Array(jpeg({ width: 16, height: 16, pixel: () => [9, 9, 9] }))], 'a.jpg');

/** Everything that is kept, as text. */
async function wholeDatabase(): Promise<string> {
  const { results } = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{
    name: string;
  }>();
  const rows = [];
  for (const { name } of results.filter((one) => !/^(sqlite_|_cf|d1_|regency_rows)/.test(one.name)))
    rows.push(JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results));
  return rows.join('\n');
}

describe('typing for somebody at an office', () => {
  it('goes the way of every report, with channel, helper, office and letter', async ({ expect }) => {
    const form = assistedForm({
      channel: 'letter',
      letterNumber: '005/12/XI/2026',
      letterDate: '2026-07-17',
    });
    const answer = await sendForm(desks.liaison, form);
    const page = await answer.text();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const code = codeIn(page);
    expect(await caseRow(code)).toMatchObject({
      channel: 'letter',
      submittedBy: `staff:${people.liaison.id}`,
      unproven: false,
      state: 'received',
    });
    for (const words of ['lapor.go.id', '1708', '@lapor1708', 'Jawaban akhir paling lambat'])
      expect(page).toContain(words);
    await route();
    const view = await desks.admin.text(`/desk/kasus/${code}`);
    for (const words of ['Lina Penghubung', 'Surat nomor 005/12/XI/2026 tanggal', 'Surat'])
      expect(view).toContain(words);
  });

  it('gives the PIN once, into the hand: it is in no address, no history, no log and no row', async ({
    expect,
  }) => {
    const form = assistedForm();
    const logged: unknown[] = [];
    for (const way of ['log', 'info', 'warn', 'error'] as const)
      vi.spyOn(console, way).mockImplementation((...said) => void logged.push(...said));
    const answer = await sendForm(desks.liaison, form);
    const page = await answer.text();
    const pin = pinIn(page) ?? '';
    expect(pin).toBe(await pinOf(await loadKeys(env), codeIn(page), 1));
    expect(answer.headers.get('location')).toBeNull();
    expect(page.match(/(?:href|src|action|value)="[^"]*"/g)?.join('')).not.toContain(pin);
    expect(await wholeDatabase()).not.toContain(pin);
    await route();
    const spaced = `${pin.slice(0, 3)} ${pin.slice(3)}`;
    for (const path of ['/desk', `/desk/kasus/${codeIn(page)}`, '/desk/terima']) {
      const seen = await desks.admin.text(path);
      expect(seen.replace(/\d{13}-/g, '')).not.toContain(pin);
      expect(seen).not.toContain(spaced);
    }
    const json = await (await desks.admin.api(`/cases/${codeIn(page)}`)).text();
    expect(json).not.toContain(`"${pin}"`);
    expect(logged.join()).not.toContain(pin);
    // The very same post again, e.g. a reload: the same receipt, and no second case.
    const again = await (await sendForm(desks.liaison, form)).text();
    expect([codeIn(again), pinIn(again)]).toEqual([codeIn(page), pin]);
    // A colleague who has the form gets nothing of it, nor does anybody once the reporter has gone.
    expect((await sendForm(desks.admin, form)).status).toBe(409);
    setClock(MONDAY + HOUR);
    const late = await (await sendForm(desks.liaison, form)).text();
    expect(pinIn(late)).toBeNull();
    expect(late).toContain('Laporan ini sudah terkirim');
  });

  it.for(['before_batch', 'answer_lost'] as const)(
    'survives %s when tried again',
    async (fault, { expect }) => {
      const form = assistedForm();
      const broken = faulty(env.DB, fault);
      const first = await sendForm(desks.liaison, form, { ...env, DB: broken.d1 });
      expect(broken.struck()).toBe(1);
      expect(first.status).toBe(fault === 'before_batch' ? 503 : 201);
      const again = await sendForm(desks.liaison, form);
      expect(again.status).toBe(201);
      const { results } = await env.DB.prepare('SELECT code FROM cases').all<{ code: string }>();
      expect(results.map(({ code }) => code)).toEqual([codeIn(await again.text())]);
    },
  );

  it('repeats a receipt also when a photo came with it', async ({ expect }) => {
    const key = crypto.randomUUID();
    const one = await (await sendForm(desks.liaison, assistedForm({ key, file: photo() }))).text();
    const two = await (await sendForm(desks.liaison, assistedForm({ key, file: photo() }))).text();
    expect(codeIn(two)).toBe(codeIn(one));
    const other = await sendForm(desks.liaison, assistedForm({ key, text: 'Isi yang lain sama sekali.' }));
    expect(other.status).toBe(409);
  });

  it.for([
    ['no channel', { channel: '' }, 'Pilih bagaimana laporan ini datang.'],
    ['a channel of programs', { channel: 'mobile' }, 'Pilih bagaimana laporan ini datang.'],
    ['KIM, who has a door of his own', { channel: 'kim' }, null],
    ['the notice not read', { noticeRead: '' }, 'Bacakan dulu pemberitahuan'],
    ['a letter with a name', { letterNumber: 'dari Pak Amir' }, 'tanpa nama'],
    ['a letter of tomorrow', { letterDate: '2026-07-21' }, 'tidak di masa depan'],
    ['too few words', { text: 'Rusak' }, 'Terlalu pendek'],
    ['a post that is not there', { post: '77' }, 'tidak ditemukan'],
  ] as const)('refuses %s and keeps what was typed', async ([_what, wrong, sentence], { expect }) => {
    const answer = await sendForm(desks.liaison, assistedForm({ place: 'Simpang Bundaran', ...wrong }));
    const page = await answer.text();
    expect(answer.status).toBe(sentence === null ? 403 : 422);
    if (sentence) for (const words of [sentence, 'Simpang Bundaran']) expect(page).toContain(words);
    expect(await newestCase()).toBeNull();
  });

  it('adds photos one at a time and shows the numbers for danger', async ({ expect }) => {
    const page = await (
      await desks.liaison.post(
        '/desk/terima/foto',
        assistedForm({ file: photo(), text: 'Anak tenggelam di sungai, tolong segera.' }),
      )
    ).text();
    expect(page).toContain('Foto 1');
    expect(page).toMatch(/id="bahaya" role="status">/);
  });

  it('is for administrators, liaisons and heads only', async ({ expect }) => {
    for (const role of ['verifier', 'inspector', 'leader', 'campaigner', 'helper'] as const) {
      const desk = await Desk.of(await addStaff([role], []));
      expect((await desk.send('/desk/terima')).status).toBe(403);
      expect((await sendForm(desk, assistedForm())).status).toBe(403);
      const key = { 'idempotency-key': crypto.randomUUID() };
      expect((await desk.api('/intake', assistedBody(), key)).status).toBe(403);
    }
    expect(await newestCase()).toBeNull();
  });

  it('leaves an office nothing of who typed an anonim report and of its letter', async ({ expect }) => {
    const form = assistedForm({ channel: 'letter', letterNumber: '7/RT-04/2026', anonymous: '1' });
    const code = codeIn(await (await sendForm(desks.admin, form)).text());
    await route();
    await act(people.admin, code, 'release', {
      text: 'Jalan berlubang.',
      title: 'Jalan berlubang',
      photos: [],
    });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const seen = await (await desks.liaison.api(`/cases/${code}`)).json<{ entries: { by: string }[] }>();
    expect(seen.entries[0]?.by).toBe('Pelapor');
    for (const trace of ['RT-04', 'intakeOffice']) expect(JSON.stringify(seen)).not.toContain(trace);
    expect(await desks.admin.text(`/desk/kasus/${code}`)).toContain('RT-04');
  });
});

describe('an accusation at the counter', () => {
  it('is not sent before the reporter was offered the device', async ({ expect }) => {
    for (const form of [assistedForm({ text: BRIBE }), assistedForm({ aboutOfficial: '1' })]) {
      const answer = await sendForm(desks.liaison, form);
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('Serahkan perangkat ini kepada pelapor');
      expect(page).toContain('Kode QR formulir laporan');
    }
    expect(await newestCase()).toBeNull();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const refused = await desks.liaison.api('/intake', assistedBody({ text: BRIBE }), key);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('/aboutOfficial');
  });

  it('becomes the public form in the hands of the reporter, without the officer', async ({ expect }) => {
    const form = assistedForm({ text: BRIBE });
    const page = await (await desks.liaison.post('/desk/terima/serah', form)).text();
    expect(page).toContain(BRIBE);
    expect(page).not.toContain('Lina Penghubung');
    // Nothing may stay on a device that is not the reporter's.
    expect(page).not.toContain('<script');
    const key = /name="key" value="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(key).not.toBe(form.key);
    const sent = await stranger('/', { key, kind: 'complaint', text: BRIBE });
    expect(sent.status).toBe(201);
    expect(await newestCase()).toMatchObject({ submittedBy: 'public', channel: 'web' });
  });

  it('can be sent on request; then the officer sees neither PIN nor case', async ({ expect }) => {
    const answer = await sendForm(desks.liaison, assistedForm({ text: BRIBE, insisted: '1' }));
    const page = await answer.text();
    expect(answer.status).toBe(201);
    expect(pinIn(page)).toBeNull();
    const code = codeIn(page);
    await route();
    expect(await caseRow(code)).toMatchObject({ state: 'held', submittedBy: `staff:${people.liaison.id}` });
    for (const desk of [desks.liaison, desks.admin]) {
      const seen = await desk.send(`/desk/kasus/${code}`);
      expect(seen.status).toBe(404);
      expect(await seen.text()).toBe(await desk.text('/desk/kasus/LT-ZZZZ-ZZZ9'));
      expect((await desk.api(`/cases/${code}/reveal`, { reason: 'Ingin tahu siapa.' })).status).toBe(404);
    }
    const open = handoverIn(page);
    const shown = await stranger(open, { key: crypto.randomUUID() });
    expect(pinIn(await shown.text())).toBe(await pinOf(await loadKeys(env), code, 2));
    expect(await desks.verifier.text(`/desk/kasus/${code}`)).toContain('Lina Penghubung');
  });
});
