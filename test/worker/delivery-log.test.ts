import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { deliveries } from '../../workers/messaging/table.ts';
import { MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { Desk } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import { allDeliveries, arrived, deliver, overSmtp, receiptTo } from '../support/mails.ts';
import { counting } from '../support/rows.ts';
import { addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const db = () => openDb(env.DB);

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

const admin = async () => Desk.of(await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin'));

interface Log {
  deliveries: {
    id: string;
    status: string;
    notice: string;
    to: string;
    code: string | null;
    reason: string;
  }[];
  next: string | null;
}
const logOf = async (desk: Desk, query = ''): Promise<Log> => (await desk.api(`/deliveries${query}`)).json();

/** Rows by SQL: so many of each state, a second apart. */
async function fill(count: number): Promise<void> {
  await env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
     INSERT INTO deliveries (id, template, recipient, "values", status, attempts, next_at, reason, created_at)
     SELECT 'account:' || i || ':staff-invitation:staff:1', 'staff-invitation', 'staff:1', '{}',
       CASE i % 5 WHEN 0 THEN 'failed' WHEN 1 THEN 'uncertain' WHEN 2 THEN 'skipped' WHEN 3 THEN 'pending' ELSE 'sent' END,
       1, 1700000000000 + i * 1000, 'Alasan', 1700000000000 + i * 1000 FROM n`,
  ).run();
}

describe('the delivery log', () => {
  it('says what failed, of which report, to whom and why, and never an address', async ({ expect }) => {
    const desk = await admin();
    const { id, code, to } = await receiptTo('refuse');
    await deliver([{ ids: [id] }], overSmtp());
    const page = await desk.text('/desk/kiriman');
    for (const words of [
      `Laporan ${code} sudah kami terima`,
      'Pelapor',
      'gagal',
      'Server surat menolak alamat penerima (kode 550)',
      '1 kali',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain(to);
    expect(page).not.toContain('example.id');
    expect(await desk.text('/desk')).toContain('href="/desk/kiriman"');
    expect((await logOf(desk)).deliveries).toMatchObject([{ status: 'failed', code, to: 'Pelapor' }]);
  });

  it('tells of a report that one may not know of nothing but that there is a notice', async ({ expect }) => {
    const desk = await admin();
    await addStaff(['verifier'], ['SETDA']);
    const code = await held();
    const { caseId } = await newCase({ contact: { email: 'warga@example.id' } }, { unrouted: true });
    await db().update(deliveries).set({ status: 'failed', reason: 'Alasan' });
    const rows = await allDeliveries();
    expect(rows.length).toBeGreaterThan(1);
    const page = await desk.text('/desk/kiriman');
    expect(page).toContain('laporan yang tidak dapat Anda buka');
    for (const secret of [code, String(caseId), 'erifikator', 'ditahan', 'receipt'])
      expect(page, secret).not.toContain(secret);
    for (const row of rows) expect(page).not.toContain(String(row.caseId));
    for (const line of (await logOf(desk)).deliveries)
      expect(line).toMatchObject({ code: null, notice: 'Pemberitahuan' });
  });

  it('is for administrators', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    expect((await desk.send('/desk/kiriman')).status).toBe(403);
    expect((await desk.post('/desk/kiriman', { key: 'x' })).status).toBe(403);
    expect((await desk.api('/deliveries')).status).toBe(403);
    expect((await desk.api('/deliveries', { id: 'x' })).status).toBe(403);
  });

  it('shows everything once, page by page, newest first', async ({ expect }) => {
    const desk = await admin();
    await fill(200);
    for (const [list, states, count] of [
      ['trouble', ['failed', 'uncertain'], 80],
      ['waiting', ['pending'], 40],
      ['skipped', ['skipped'], 40],
    ] as const) {
      const times: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const cursor: string = next && `&cursor=${encodeURIComponent(next)}`;
        const log: Log = await logOf(desk, `?list=${list}${cursor}`);
        expect(log.deliveries.every(({ status }) => (states as readonly string[]).includes(status))).toBe(
          true,
        );
        times.push(...log.deliveries.map((line) => (line as unknown as { at: string }).at));
        next = log.next;
      }
      expect(times, list).toHaveLength(count);
      expect(new Set(times).size, list).toBe(count);
      expect(times, list).toEqual(list === 'waiting' ? times.toSorted() : times.toSorted().reverse());
    }
    expect((await desk.api('/deliveries?cursor=x')).status).toBe(422);
    expect((await desk.send('/desk/kiriman?daftar=semua')).status).toBe(404);
    expect(await desk.text('/desk/kiriman?daftar=menunggu')).toContain('berikutnya');
  });

  it('reads as many rows however many there are', async ({ expect }) => {
    const desk = await admin();
    const read = async (tab: string) => {
      const { d1, rows } = counting(env.DB);
      const bindings = new Proxy(env, { get: (t, n) => (n === 'DB' ? d1 : Reflect.get(t, n)) });
      await (await desk.send(`/desk/kiriman?daftar=${tab}`, {}, bindings)).text();
      return rows.read;
    };
    const measure = async () => ({
      gagal: await read('gagal'),
      menunggu: await read('menunggu'),
      dilewati: await read('dilewati'),
    });
    await fill(500);
    await measure();
    const few = await measure();
    await env.DB.prepare('DELETE FROM deliveries').run();
    await fill(20_000);
    const many = await measure();
    console.log(few, many);
    for (const [tab, rows] of Object.entries(many))
      expect(rows, tab).toBeLessThanOrEqual(few[tab as keyof typeof few] + 5);
  });
});

describe('"Kirim lagi"', () => {
  it('sends what failed once more, and only once', async ({ expect }) => {
    const desk = await admin();
    const { id, to } = await receiptTo('busy.1');
    await deliver([{ ids: [id] }], overSmtp());
    await db().update(deliveries).set({ status: 'failed' }).where(eq(deliveries.id, id));
    const key = /name="key" value="([^"]+)"/.exec(await desk.text('/desk/kiriman'))?.[1] ?? '';
    const done = await desk.post('/desk/kiriman', { key });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk/kiriman?ok=1']);
    expect((await desk.post('/desk/kiriman', { key })).status).toBe(409);
    expect(await allDeliveries()).toMatchObject([{ status: 'pending', attempts: 0, handedAt: null }]);
    await deliver([{ ids: [id] }, { ids: [id] }], overSmtp());
    expect(await arrived(to)).toHaveLength(1);
    expect((await desk.post('/desk/kiriman', { key })).status).toBe(409);
  });

  it('asks before it sends what may have arrived, which then carries the same Message-ID', async ({
    expect,
  }) => {
    const desk = await admin();
    const { id, to } = await receiptTo('late');
    await deliver([{ ids: [id] }], overSmtp());
    const page = await desk.text('/desk/kiriman');
    expect(page).toContain('Surat ini mungkin sudah sampai');
    const [line] = (await logOf(desk)).deliveries;
    expect(line).toMatchObject({ status: 'uncertain' });
    expect((await desk.api('/deliveries', { id: line?.id })).status).toBe(409);
    expect((await desk.api('/deliveries', { id: line?.id, twice: true })).status).toBe(204);
    setClock(MONDAY + MINUTE);
    await deliver([{ ids: [id] }], overSmtp());
    const mails = await arrived(to);
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map((raw) => /^Message-ID: (.*)$/m.exec(raw)?.[1])).size).toBe(1);
  });

  it('sends nothing that is not in the log', async ({ expect }) => {
    const desk = await admin();
    const { id } = await receiptTo('ok');
    for (const wrong of ['', 'x', id, 'a.b']) {
      expect((await desk.post('/desk/kiriman', { key: wrong })).status, wrong).toBe(404);
      expect((await desk.api('/deliveries', { id: wrong, twice: true })).status, wrong).toBe(404);
    }
    expect(await allDeliveries()).toMatchObject([{ status: 'pending', attempts: 0 }]);
  });
});
