/** A list of the inbox as a file: what stands in it, what never does, and that it is written down first. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { exportLines } from '../../workers/features/desk/export.ts';
import { listsOf } from '../../workers/features/desk/lists.ts';
import { session } from '../../workers/features/staff/table.ts';
import { MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { readDisclosures } from '../../workers/privacy/disclosures.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { openDesks } from '../support/desk.ts';
import { counting, emptyCases, fillCases } from '../support/rows.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock, testCtx } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
});

const CONTACT = { name: 'Siti Aminah', email: 'siti@example.id', phone: '081234567890' };
const register = async () => (await readDisclosures(openDb(env.DB), await loadKeys(env), null, 50)).lines;
const REASON = 'Bahan rapat koordinasi.';

/** Cells of a file by line, without its head. */
async function linesOf(answer: Response): Promise<string[]> {
  const [head = '', ...lines] = (await answer.text()).trim().split('\r\n');
  if (!head.includes('Nomor,Judul')) throw new Error(`no head: ${head}`);
  return lines;
}

describe('a list as a file', () => {
  it('holds what the list shows, without text and identity, and writes down who took it', async ({
    expect,
  }) => {
    const { code } = await newCase(
      { title: '=1+1 jalan', area: '73.24.04.1003', contact: CONTACT },
      { at: MONDAY },
    );
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const page = await desks.liaison.text('/desk');
    const link = /href="(\/desk\/ekspor[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = await desks.liaison.text(link);
    expect(form).toContain('name="tampilan" value="daftar=tugas"');
    const refused = await desks.liaison.post('/desk/ekspor', { tampilan: 'daftar=tugas', reason: 'ya' });
    expect(refused.status).toBe(422);
    expect(await register()).toEqual([]);
    const answer = await desks.liaison.post('/desk/ekspor', { tampilan: 'daftar=tugas', reason: REASON });
    const lines = await linesOf(answer);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${code},'=1\\+1 jalan,Pengaduan,`));
    expect(lines[0]).toContain('2026-07-20T09:00:00+08:00');
    for (const told of ['Siti', 'siti@', '0812', 'berlubang']) expect(lines.join()).not.toContain(told);
    expect(await register()).toMatchObject([
      { actor: `staff:${people.liaison.id}`, kind: 'export', subject: 'list:tugas', reason: REASON },
    ]);
  });

  it('never holds an accusation, nor the title of an anonim case before its release or of violence', async ({
    expect,
  }) => {
    const anonymous = await newCase({ title: 'Rahasia saya', anonymous: true });
    const violent = await newCase({ title: 'Tetangga dipukul', text: 'Istri tetangga dipukul suaminya.' });
    await env.DB.prepare("UPDATE cases SET danger = 'kekerasan' WHERE code = ?").bind(violent.code).run();
    const held = await newCase({ title: 'Pungutan', text: 'Petugas minta uang.', aboutOfficial: true });
    await act(people.admin, held.code, 'hold', { reason: 'Menuduh petugas.' });
    const all = await linesOf(await desks.admin.api('/export', { list: 'tugas', reason: REASON }));
    expect(all).toHaveLength(2);
    expect(all.find((line) => line.startsWith(anonymous.code))).toContain(',(tidak disertakan),');
    expect(all.find((line) => line.startsWith(violent.code))).toContain(',(tidak disertakan),');
    for (const list of ['tugas', 'ditahan']) {
      expect(await linesOf(await desks.verifier.api('/export', { list, reason: REASON })), list).toEqual([]);
    }
    await act(people.admin, anonymous.code, 'release', { title: 'Judul yang dilepas', text: 'Aman.' });
    const released = await linesOf(await desks.admin.api('/export', { list: 'tugas', reason: REASON }));
    expect(released.join()).toContain('Judul yang dilepas');
  });

  it('is filtered as the page is, and knows no list of others', async ({ expect }) => {
    await newCase();
    await newCase({ kind: 'information' });
    const filtered = await desks.admin.post('/desk/ekspor', {
      tampilan: 'daftar=tugas&jenis=information',
      reason: REASON,
    });
    expect(await linesOf(filtered)).toHaveLength(1);
    const call = await desks.admin.api('/export', { list: 'tugas', kind: 'information', reason: REASON });
    expect(await linesOf(call)).toHaveLength(1);
    expect((await desks.liaison.send('/desk/ekspor?daftar=semua')).status).toBe(404);
    expect((await desks.liaison.api('/export', { list: 'semua', reason: REASON })).status).toBe(404);
    expect((await desks.admin.api('/export', { list: 'tugas', kind: 'x', reason: REASON })).status).toBe(422);
  });

  it('asks who it is on an old session, by page and by API', async ({ expect }) => {
    await newCase();
    await openDb(env.DB)
      .update(session)
      .set({ createdAt: new Date(now() - 11 * MINUTE) });
    const asked = await desks.admin.post('/desk/ekspor', { tampilan: 'daftar=tugas', reason: REASON });
    expect(asked.status).toBe(403);
    const page = await asked.text();
    expect(page).toContain(`value="${REASON}"`);
    expect(page).toContain('name="tampilan" value="daftar=tugas"');
    expect((await desks.admin.api('/export', { list: 'tugas', reason: REASON })).status).toBe(403);
    expect(await register()).toEqual([]);
  });

  it('is read in steps whose rows depend on the lines alone, and ends at five thousand', async ({
    expect,
  }) => {
    const { regency, keys } = await testCtx();
    const leader = await addStaff(['leader']);
    const spent = async () => {
      const { d1, rows } = counting(env.DB);
      const list = listsOf(leader, regency, now()).find(({ id }) => id === 'semua');
      if (!list) throw new Error('no list');
      let lines = -1;
      for await (const _ of exportLines(openDb(d1), keys, regency, leader, { list, filters: {} }, now()))
        lines++;
      return { lines, each: Math.round(rows.read / lines), trips: rows.trips };
    };
    await emptyCases('case_accused');
    await fillCases(8_000);
    // Only some of them have titles: whoever may not read them opens none.
    await env.DB.prepare('UPDATE cases SET anonymous = 1').run();
    const small = await spent();
    expect(small.lines).toBe(1_999);
    await emptyCases('case_accused');
    await fillCases(40_000);
    await env.DB.prepare('UPDATE cases SET anonymous = 1').run();
    const large = await spent();
    expect(large).toMatchObject({ lines: 5_000, each: small.each });
    expect(large.trips).toBeLessThanOrEqual(2 * 20);
  });
});
