/** A line of the list opened and answered in place, filters, and views that a person saves. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { LOOK, PAGE, readInbox } from '../../workers/features/desk/inbox.ts';
import { listsOf } from '../../workers/features/desk/lists.ts';
import { MAX_VIEWS } from '../../workers/features/desk/saved.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { Desk, hidden } from '../support/desk.ts';
import { counting, emptyCases, fillCases } from '../support/rows.ts';
import { act, addStaff, caseRow, loadRegency, newCase, testCtx } from '../support/worker.ts';

let admin: Staff;
let desk: Desk;

beforeEach(async () => {
  await loadRegency();
  admin = await addStaff(['admin']);
  desk = await Desk.of(await addStaff(['liaison'], ['PUPR']));
});

async function disposed(body: Parameters<typeof newCase>[0] = {}): Promise<string> {
  const { code } = await newCase(body);
  await act(admin, code, 'dispose', { office: 'PUPR' });
  return code;
}

/** The address of "Jawab di sini" in the line of a case, without its fragment. */
const wayTo = (page: string, code: string) =>
  new RegExp(`href="([^"#]*jawab=${code})#`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';

const field = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';

describe('a line answered in its list', () => {
  const sent = { text: 'Petugas memeriksa saluran.', nextStep: 'Memeriksa lokasi.', date: '2030-01-07' };

  it('opens in place, is sent, and leads to the next line of the same list', async ({ expect }) => {
    const codes = [await disposed({ place: 'Depan pasar' }), await disposed(), await disposed()];
    const [first = '', second = ''] = codes;
    const list = await desk.text('/desk?daftar=tugas&jenis=complaint');
    const page = await desk.text(wayTo(list, first));
    expect(page).toContain('berlubang besar dan dalam');
    expect(page).toContain('Tempat: Depan pasar');
    expect(page.indexOf(`baris-${first}`)).toBeLessThan(page.indexOf('Beri tanggapan'));
    expect(page.indexOf('Beri tanggapan')).toBeLessThan(page.indexOf(`baris-${second}`));
    const fields = {
      ...hidden(page, 'follow_up'),
      tampilan: field(page, 'tampilan'),
      lanjut: field(page, 'lanjut'),
      ...sent,
    };
    const answer = await desk.post(`/desk/jawab/${first}/follow_up`, fields);
    expect(answer.status).toBe(303);
    const back = answer.headers.get('location') ?? '';
    expect(back).toBe(`/desk?daftar=tugas&jenis=complaint&ok=follow_up#baris-${second}`);
    const after = await desk.text(back);
    expect(after).toContain('Terkirim');
    expect(after).toContain(`id="baris-${second}"`);
    expect((await caseRow(first)).state).toBe('in_progress');
    // Sent twice by an impatient thumb: once.
    expect((await desk.post(`/desk/jawab/${first}/follow_up`, fields)).status).toBe(303);
    expect((await caseRow(first)).version).toBe(Number(fields.version) + 1);
  });

  it('stays in the list with everything typed when it is refused, and says what changed', async ({
    expect,
  }) => {
    const code = await disposed();
    const page = await desk.text(`/desk?daftar=tugas&jawab=${code}`);
    const fields = {
      ...hidden(page, 'answer'),
      tampilan: field(page, 'tampilan'),
      outcome: 'dijelaskan',
      text: 'Lubang akan ditambal pekan depan.',
    };
    const unsure = await desk.post(`/desk/jawab/${code}/answer`, fields);
    expect(unsure.status).toBe(422);
    const again = await unsure.text();
    expect(again).toContain('<h1>Kotak masuk</h1>');
    expect(again).toContain('Lubang akan ditambal pekan depan.');
    expect(again).toContain('Centang');
    await act(admin, code, 'note', { text: 'Ditanyakan Bupati.' });
    const moved = await desk.post(`/desk/jawab/${code}/answer`, { ...fields, sure: '1' });
    expect(moved.status).toBe(409);
    const words = await moved.text();
    expect(words).toContain('Ditanyakan Bupati.');
    expect(words).toContain('Lubang akan ditambal pekan depan.');
    expect((await caseRow(code)).state).toBe('disposed');
  });

  it('is a door like any other: no other verb, no stranger, no way out of the desk', async ({ expect }) => {
    const code = await disposed();
    const page = await desk.text(`/desk?daftar=tugas&jawab=${code}`);
    const fields = { ...hidden(page, 'follow_up'), ...sent };
    expect((await desk.post(`/desk/jawab/${code}/return`, fields)).status).toBe(404);
    const other = await Desk.of(await addStaff(['liaison'], ['DLH']));
    expect((await other.post(`/desk/jawab/${code}/follow_up`, fields)).status).toBe(404);
    expect(await other.text(`/desk?jawab=${code}`)).not.toContain(code);
    const out = await desk.post(`/desk/jawab/${code}/follow_up`, {
      ...fields,
      tampilan: 'daftar=tugas&dari=https://evil.example&x=1',
      lanjut: '"><script>',
    });
    expect(out.headers.get('location')).toBe('/desk?daftar=tugas&ok=follow_up#daftar');
  });

  it('offers nothing where this person cannot answer', async ({ expect }) => {
    const code = await disposed();
    const reader = await Desk.of(await addStaff(['leader']));
    const list = await reader.text('/desk');
    expect(list).toContain(code);
    expect(list).not.toContain('Jawab di sini');
    expect(await reader.text(`/desk?jawab=${code}`)).toContain('tidak menunggu jawaban Anda');
  });
});

describe('filters', () => {
  const codesOf = async (query: string) => {
    const answer = await desk.api(`/cases?${query}`);
    return ((await answer.json()) as { cases: { code: string }[] }).cases.map(({ code }) => code).sort();
  };

  it('narrow by area with its villages, category, kind, channel and office', async ({ expect }) => {
    const village = await disposed({ area: '73.24.04.1003', category: 'jalan' });
    const district = await disposed({ area: '73.24.04', channel: 'qr' });
    const asked = await disposed({ kind: 'information' });
    expect(await codesOf('area=73.24.04')).toEqual([village, district].sort());
    expect(await codesOf('area=73.24.04.1003')).toEqual([village]);
    expect(await codesOf('area=73.24.05')).toEqual([]);
    expect(await codesOf('kind=information&office=PUPR')).toEqual([asked]);
    expect(await codesOf('channel=qr&kind=complaint')).toEqual([district]);
    const page = await desk.text('/desk?daftar=tugas&wilayah=73.24.04&kanal=qr');
    expect(page).toContain(district);
    expect(page).not.toContain(village);
    expect(page).toMatch(/<option value="qr" selected/);
  });

  it('that are not known are said and left out; nothing else is lost', async ({ expect }) => {
    const code = await disposed({ area: '73.24.04' });
    const answer = await desk.send('/desk?daftar=tugas&wilayah=73.24.04&kanal=merpati');
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Saringan ini tidak dikenal');
    expect(page).toContain(code);
    expect(page).toMatch(/<option value="73.24.04" selected/);
    expect(page).not.toContain('merpati');
    const refused = await desk.api('/cases?channel=merpati');
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/channel' }] });
  });

  it('look at a bounded number of rows a page, say so, and go on', { timeout: 60_000 }, async ({
    expect,
  }) => {
    const { keys, regency } = await testCtx();
    const list = listsOf(admin, regency, now()).find(({ id }) => id === 'semua');
    if (!list) throw new Error('no list');
    const rowsOf = async (count: number) => {
      await emptyCases();
      await fillCases(count);
      await env.DB.prepare("UPDATE cases SET channel = 'letter' WHERE id % 500 = 0").run();
      const { d1, rows } = counting(env.DB);
      const read = (cursor?: string) =>
        readInbox(openDb(d1), keys, regency, admin, { list, filters: { channel: 'phone' }, cursor }, now());
      const first = await read();
      return { rows: rows.read, first, second: await read(first.next ?? undefined) };
    };
    const small = await rowsOf(4_000);
    const large = await rowsOf(60_000);
    expect(large.first).toMatchObject({ lines: [], cut: LOOK });
    expect(large.second).toMatchObject({ lines: [], cut: LOOK });
    expect(large.second.next).not.toBe(large.first.next);
    expect(large.rows).toBeLessThanOrEqual(small.rows + PAGE);
    expect(large.rows).toBeLessThanOrEqual(8 * LOOK);
    const page = await (await Desk.of(admin)).text('/desk?daftar=semua&kanal=phone');
    expect(page).toContain(`Baru diperiksa ${LOOK} laporan`);
  });
});

describe('saved views', () => {
  const query = 'daftar=tugas&jenis=complaint';
  const save = (name: string, more: Record<string, string> = {}) =>
    desk.post('/desk/tampilan', { name, query, ...more });

  it('are listed, replaced after asking, renamed and removed', async ({ expect }) => {
    const saved = await save(' Pengaduan  saya ');
    expect(saved.headers.get('location')).toBe(`/desk?${query}&ok=saved`);
    const page = await desk.text(`/desk?${query}&ok=saved`);
    expect(page).toContain('Tampilan tersimpan.');
    expect(page).toMatch(/aria-current="page"[^>]*>Pengaduan saya/);
    const taken = await save('Pengaduan saya', { query: 'daftar=terlambat' });
    expect(taken.status).toBe(409);
    const asks = await taken.text();
    expect(asks).toContain('Ganti tampilan itu');
    const replaces = field(asks, 'replaces');
    const replaced = await save('Pengaduan saya', { query: 'daftar=terlambat', replaces, sure: '1' });
    expect(replaced.headers.get('location')).toBe('/desk?daftar=terlambat&ok=saved');
    const manage = await desk.text('/desk/tampilan');
    const id = /\/desk\/tampilan\/(\d+)"/.exec(manage)?.[1] ?? '';
    const long = await desk.post(`/desk/tampilan/${id}`, { name: 'x'.repeat(41) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('x'.repeat(41));
    await desk.post(`/desk/tampilan/${id}`, { name: 'Pagi' });
    expect(await desk.text('/desk')).toContain('Pagi');
    await desk.post(`/desk/tampilan/${id}/hapus`, {});
    expect(await desk.text('/desk/tampilan')).toContain('Belum ada.');
  });

  it('are the same through the API', async ({ expect }) => {
    const view = { name: 'Pagi', list: 'tugas', kind: 'complaint' };
    expect((await desk.api('/views', view)).status).toBe(204);
    expect((await desk.api('/views', { ...view, kind: 'aspiration' })).status).toBe(409);
    expect((await desk.api('/views', { ...view, kind: 'aspiration', replace: true })).status).toBe(204);
    const listed = async () => (await (await desk.api('/views')).json()) as { views: { id: number }[] };
    const { views } = await listed();
    expect(views).toEqual([{ id: expect.any(Number), name: 'Pagi', list: 'tugas', kind: 'aspiration' }]);
    const at = `/views/${views[0]?.id}`;
    expect((await desk.api(`${at}/rename`, { name: 'Sore' })).status).toBe(204);
    for (const wrong of [
      { ...view, list: 'semua' },
      { ...view, area: 'x' },
      { ...view, name: ' ' },
    ]) {
      expect((await desk.api('/views', wrong)).status).toBe(422);
    }
    const other = await Desk.of(await addStaff(['liaison'], ['DLH']));
    expect((await other.api(`${at}/rename`, { name: 'Milik saya' })).status).toBe(404);
    expect((await desk.send(`/api/v1/desk${at}`, { method: 'DELETE' })).status).toBe(204);
    expect((await listed()).views).toEqual([]);
  });

  it('are their owner’s alone, at most twenty, and never hold what somebody searched', async ({ expect }) => {
    await save('Satu', { query: `${query}&kode=LT-1234&q=nama&ok=answer&wilayah=dusun` });
    const rows = await env.DB.prepare('SELECT query FROM saved_views').all<{ query: string }>();
    expect(rows.results).toEqual([{ query }]);
    const manage = await desk.text('/desk/tampilan');
    const id = /\/desk\/tampilan\/(\d+)"/.exec(manage)?.[1] ?? '';
    const other = await Desk.of(await addStaff(['liaison'], ['DLH']));
    expect(await other.text('/desk/tampilan')).not.toContain('Satu');
    expect((await other.post(`/desk/tampilan/${id}`, { name: 'Milik saya' })).status).toBe(404);
    await other.post(`/desk/tampilan/${id}/hapus`, {});
    expect(await desk.text('/desk/tampilan')).toContain('Satu');
    for (let index = 1; index < MAX_VIEWS; index++) await save(`Tampilan ${index}`);
    const full = await save('Satu lagi');
    expect(full.status).toBe(422);
    expect(await full.text()).toContain('Sudah ada 20 tampilan');
    const helper = await Desk.of(await addStaff(['helper']));
    expect((await helper.send('/desk/tampilan')).status).toBe(403);
  });
});
