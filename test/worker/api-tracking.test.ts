/** The reporter's API: the status by code, everything else by code and PIN. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, type ExpectStatic, test } from 'vitest';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { cases, contacts } from '../../workers/cases/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { call, key, type ProblemBody, post } from '../support/api.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

interface Timeline {
  status: string;
  statusLabel: string;
  due: string;
  paused: boolean;
  holder: { name: string; since: string } | null;
  hops: number;
  actions: string[];
  entries: {
    verb: string;
    by: string;
    summary: string;
    words: Record<string, string>;
    outcome: string | null;
    attachments: { id: string; url: string }[];
  }[];
}

const pin = (value: string) => ({ authorization: `Pin ${value}` });
const timeline = async (code: string, value: string, headers: Record<string, string> = {}) =>
  (await (
    await call(`/complaints/${code}/timeline`, { headers: { ...pin(value), ...headers } })
  ).json()) as Timeline;
const statusOf = async (response: Response) => ((await response.json()) as { status: string }).status;

async function refusedWith(expect: ExpectStatic, response: Response, status: number): Promise<ProblemBody> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as ProblemBody;
}

beforeEach(() => loadRegency());

describe('the status', () => {
  test('is for anybody with the code, however it is typed', async ({ expect }) => {
    const { code } = await newCase();
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ''), code.slice(3)]) {
      const response = await call(`/complaints/${typed}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(await response.json()).toEqual({
        code,
        status: 'received',
        statusLabel: 'Belum terverifikasi',
        receivedAt: expect.stringMatching(/\+08:00$/),
        due: expect.stringMatching(/\+08:00$/),
      });
    }
    const english = await call(`/complaints/${code}`, { headers: { 'accept-language': 'en' } });
    expect(await english.json()).toMatchObject({ statusLabel: 'Not yet verified' });
  });

  test('of an unknown code is 404 and never repeats it', async ({ expect }) => {
    for (const code of ['LT-7777-7777', 'bukan-kode']) {
      const response = await call(`/complaints/${code}`);
      expect(await refusedWith(expect, response, 404)).not.toMatchObject({
        detail: expect.stringContaining(code),
      });
    }
  });

  test('names the receiver of a forwarded case, unless it is secret, and the word of the parent', async ({
    expect,
  }) => {
    const admin = await addStaff(['admin']);
    const open = await newCase();
    const secret = await newCase({ confidential: true });
    for (const { code } of [open, secret]) {
      await act(admin, code, 'forward', { office: 'LUAR-PLN', text: 'PLN yang mengurus, telepon 123.' });
    }
    const word = await (await call(`/complaints/${open.code}`)).json();
    expect(word).toMatchObject({ status: 'forwarded', statusLabel: 'Proses', receiver: 'PLN' });
    expect(await (await call(`/complaints/${secret.code}`)).json()).not.toHaveProperty('receiver');
    const duplicate = await newCase();
    await openDb(env.DB)
      .update(cases)
      .set({ state: 'merged', parentId: open.caseId })
      .where(eq(cases.code, duplicate.code));
    expect(await (await call(`/complaints/${duplicate.code}`)).json()).toMatchObject({
      status: 'merged',
      statusLabel: 'Proses',
    });
  });
});

describe('code and PIN', () => {
  test('are asked for by every call of the reporter, before anything else', async ({ expect }) => {
    const { code } = await newCase();
    for (const path of [
      'replies',
      'completion',
      'confirmation',
      'contest',
      'rating',
      'withdrawal',
      'contact',
    ]) {
      const none = await post(`/complaints/${code}/${path}`, { salah: 'sekali' });
      expect(none.headers.get('www-authenticate')).toBe('Pin');
      await refusedWith(expect, none, 401);
    }
    await refusedWith(expect, await call(`/complaints/${code}/timeline`), 401);
    await refusedWith(expect, await call(`/complaints/${code}/attachments/x`), 401);
  });

  test('answer alike for a wrong PIN and an unknown code, and ever more slowly', async ({ expect }) => {
    const { code, pin: right } = await newCase();
    const wrong = right === '000000' ? '000001' : '000000';
    const headers = { ...pin(wrong), 'cf-connecting-ip': '203.0.113.5' };
    const first = await refusedWith(expect, await call(`/complaints/${code}/timeline`, { headers }), 404);
    const unknown = await call('/complaints/LT-7777-7777/timeline', { headers });
    expect(await refusedWith(expect, unknown, 404)).toEqual(first);
    let last = await call(`/complaints/${code}/timeline`, { headers });
    for (let i = 0; i < 5 && last.status !== 429; i++)
      last = await call(`/complaints/${code}/timeline`, { headers });
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
    const elsewhere = await call(`/complaints/${code}/timeline`, { headers: pin(right) });
    expect(elsewhere.status).toBe(200);
  });
});

test('the way of an ordinary case, to its end', async ({ expect }) => {
  const admin = await addStaff(['admin']);
  const liaison = await addStaff(['liaison'], ['PUPR']);
  const { code, pin: mine } = await newCase({ title: 'Jalan pasar', place: 'Depan pasar' });
  const me = pin(mine);
  await act(admin, code, 'dispose', { office: 'PUPR', note: 'catatan rahasia antar kantor' });
  let view = await timeline(code, mine);
  expect(view).toMatchObject({
    status: 'assigned',
    hops: 0,
    paused: false,
    actions: expect.arrayContaining(['reply']),
  });
  expect(view.holder?.name).toContain('Pekerjaan Umum');
  expect(view.entries[0]).toMatchObject({
    by: 'reporter',
    words: { title: 'Jalan pasar', place: 'Depan pasar' },
  });
  expect(view.entries[1]?.summary).toContain('Pekerjaan Umum');
  expect(JSON.stringify(view)).not.toContain('catatan rahasia');

  await act(liaison, code, 'ask', { question: 'Di sebelah mana pasar itu?' });
  view = await timeline(code, mine, { 'accept-language': 'en' });
  expect(view).toMatchObject({
    status: 'awaiting_reporter',
    statusLabel: 'Waiting for the reporter',
    paused: true,
  });
  expect(view.entries.at(-1)).toMatchObject({ words: { question: 'Di sebelah mana pasar itu?' } });
  expect(view.entries.at(-1)?.summary).toMatch(/asks you/);
  expect(
    await statusOf(await post(`/complaints/${code}/completion`, { text: 'Sebelah timur pasar.' }, me)),
  ).toBe('assigned');

  await act(liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Jalan itu sudah kami tambal kemarin.' });
  view = await timeline(code, mine);
  expect(view.entries.at(-1)).toMatchObject({ verb: 'answer', by: 'officer', outcome: 'dijelaskan' });
  const contested = await post(
    `/complaints/${code}/contest`,
    { reason: 'Lubangnya masih ada.' },
    { ...me, ...key() },
  );
  expect(await statusOf(contested)).toBe('in_progress');
  view = await timeline(code, mine);
  expect(view.holder?.name).toBe('Tim verifikasi');

  const other = await addStaff(['admin']);
  await act(other, code, 'dispose', { office: 'DPKPP' });
  const dpkpp = await addStaff(['liaison'], ['DPKPP']);
  await act(dpkpp, code, 'answer', { outcome: 'dijelaskan', text: 'Lubang yang tersisa sudah ditutup.' });
  expect((await timeline(code, mine)).hops).toBe(1);
  expect(await statusOf(await post(`/complaints/${code}/rating`, { score: 4 }, me))).toBe('answered');
  expect(await statusOf(await post(`/complaints/${code}/confirmation`, {}, me))).toBe('resolved');
  expect((await timeline(code, mine)).holder).toBeNull();
});

test('a reply counts once for one key, and its photo is served to the reporter only', async ({ expect }) => {
  const { code, pin: mine } = await newCase();
  const stranger = await newCase();
  const { id } = await storeUpload(env, openDb(env.DB), now(), samplePng());
  const headers = { ...pin(mine), ...key() };
  const body = { text: 'Ini fotonya.', attachments: [id] };
  expect((await post(`/complaints/${code}/replies`, body, headers)).status).toBe(200);
  expect((await post(`/complaints/${code}/replies`, body, headers)).status).toBe(200);
  const other = await post(`/complaints/${code}/replies`, { text: 'Lain lagi isinya.' }, headers);
  await refusedWith(expect, other, 422);
  const view = await timeline(code, mine);
  expect(view.entries.filter((entry) => entry.verb === 'reply')).toHaveLength(1);
  expect(view.entries.at(-1)?.attachments[0]?.url).toContain(`/api/v1/complaints/${code}/attachments/${id}`);

  const file = await call(`/complaints/${code}/attachments/${id}`, { headers: pin(mine) });
  expect(file.status).toBe(200);
  expect(Object.fromEntries(file.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': 'inline; filename="lampiran.png"',
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  await file.arrayBuffer();
  const theirs = await call(`/complaints/${stranger.code}/attachments/${id}`, { headers: pin(stranger.pin) });
  await refusedWith(expect, theirs, 404);
});

test('the contact is erased and the case withdrawn on request', async ({ expect }) => {
  const { code, pin: mine, caseId } = await newCase({ contact: { email: 'warga@example.id' } });
  expect((await post(`/complaints/${code}/contact`, { contact: null }, pin(mine))).status).toBe(200);
  expect(await openDb(env.DB).select().from(contacts).where(eq(contacts.caseId, caseId))).toEqual([]);
  expect(await statusOf(await post(`/complaints/${code}/withdrawal`, {}, pin(mine)))).toBe('archived');
  await refusedWith(expect, await post(`/complaints/${code}/withdrawal`, {}, pin(mine)), 409);
  // What is archived can be re-opened: this is how its reporter asks for it.
  const asked = await post(`/complaints/${code}/replies`, { text: 'Ternyata belum beres.' }, pin(mine));
  expect(await statusOf(asked)).toBe('archived');
});

describe('an accusation', () => {
  test('that is held looks like any case that waits', async ({ expect }) => {
    const admin = await addStaff(['admin']);
    await addStaff(['verifier']);
    const waiting = await newCase();
    const held = await newCase();
    await act(admin, held.code, 'hold', { reason: 'menuduh seorang pejabat', accused: ['PUPR'] });
    expect((await caseRow(held.code)).state).toBe('held');
    const [a, b] = [await timeline(waiting.code, waiting.pin), await timeline(held.code, held.pin)];
    const shape = ({ status, statusLabel, holder, hops, actions, entries }: Timeline) => ({
      status,
      statusLabel,
      holder: holder?.name,
      hops,
      actions,
      entries: entries.map(({ verb, summary }) => ({ verb, summary })),
    });
    expect(shape(b)).toEqual(shape(a));
    expect(JSON.stringify(b)).not.toMatch(/pejabat|PUPR|verifikator/i);
  });

  test('names Inspektorat once it has it, and nobody when Inspektorat is accused', async ({ expect }) => {
    const admin = await addStaff(['admin']);
    const verifier = await addStaff(['verifier']);
    await addStaff(['inspector'], ['INSPEKTORAT']);
    await addStaff(['leader']);
    const summaries: string[] = [];
    for (const accused of [['PUPR'], ['INSPEKTORAT']]) {
      const { code, pin: mine } = await newCase();
      await act(admin, code, 'hold', { reason: 'menuduh seorang pejabat' });
      await act(verifier, code, 'pass_to_inspectorate', { accused, note: 'catatan verifikator' });
      const view = await timeline(code, mine);
      expect(JSON.stringify(view)).not.toMatch(/catatan|PUPR|Pekerjaan Umum/);
      summaries.push(`${view.holder?.name} ${view.entries.at(-1)?.summary}`);
    }
    expect(summaries[0]).toMatch(/Inspektorat.*Inspektorat/);
    expect(summaries[1]).not.toMatch(/Inspektorat/);
  });
});

/** A picture of one pixel. */
function samplePng(): Uint8Array {
  const base64 =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}
