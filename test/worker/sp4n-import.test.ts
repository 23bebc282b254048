/** The import of an export: the dry run, the steps, a second run, interruptions and faults. All rows are invented. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { importStep } from '../../workers/features/sp4n/jobs.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { Desk } from '../support/desk.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import { Machine } from '../support/machine.ts';
import { bindings, importExport, sp4nCsv, sp4nRow, startImport, uploadExport } from '../support/sp4n.ts';
import { addStaff, loadRegency, MONDAY, setClock } from '../support/worker.ts';

let desk: Desk;
let machine: Machine;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  forgetRegency();
  desk = await Desk.of(await addStaff(['admin'], ['DISKOMINFO']));
  machine = new Machine();
});

const rowsOf = async (table: string) => (await env.DB.prepare(`SELECT * FROM ${table}`).all()).results;
const tables = ['cases', 'history', 'entries', 'contacts', 'clocks', 'deliveries', 'sp4n_reports'];
const countAll = async () => Promise.all(tables.map(async (table) => (await rowsOf(table)).length));
const objects = async () => (await env.FILES.list()).objects.map(({ key }) => key);
const many = (count: number) => Array.from({ length: count }, (_, i) => sp4nRow(8_000_000 + i));
const idOf = (path: string) => Number(path.split('/').at(-1));

describe('the dry run', () => {
  it('tells of every row what it would do, repeats nothing of it, and writes nothing', async ({ expect }) => {
    const rows = [
      sp4nRow(8000001, { 'Nama Pelapor': 'Zelvanoor Kuturia' }),
      sp4nRow(8000001),
      sp4nRow(8000002, { Status: 'Entah' }),
      sp4nRow(8000003, { 'Isi Laporan': '' }),
      sp4nRow(8000004, { 'Tanggal Laporan': '3 Januari 2099' }),
      sp4nRow(8000005, { 'Instansi Terdisposisi': 'Dinas Rekaan' }),
      { 'Nama Pelapor': 'Zelvanoor Kuturia' },
    ];
    const path = await uploadExport(desk, machine, rows);
    const page = await desk.text(path);
    const cells = [...page.matchAll(/<th scope="row">Baris ([\d.]+)<\/th>(.*?)<\/tr>/gs)].map(
      ([, row, rest = '']) => [
        row,
        rest
          .replace(/<[^>]+>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ],
    );
    expect(cells).toEqual([
      ['4', '8000001 Baru –'],
      ['5', '8000001 Ditolak Tracking ID sudah ada di baris sebelumnya'],
      ['6', '8000002 Ditolak Status tidak dikenal'],
      ['7', '8000003 Ditolak Isi laporan kosong'],
      ['8', '8000004 Ditolak Tanggal laporan tidak terbaca, atau belum tiba'],
      ['9', '8000005 Baru instansi tidak dikenal, dicatat tanpa instansi'],
      ['10', '– Ditolak Tracking ID kosong'],
    ]);
    expect(page).not.toMatch(/Zelvanoor|Lampu jalan/);
    expect(await countAll()).toEqual(tables.map(() => 0));
    expect(await rowsOf('sp4n_import_rows')).toEqual([]);
  });

  it('asks for the columns once, remembers them, and takes another choice', async ({ expect }) => {
    await importExport(desk, machine, many(1));
    const form = new FormData();
    form.append('file', sp4nCsv(many(2)));
    const taken = await desk.send('/desk/sp4n/impor', { method: 'POST', body: form });
    const path = taken.headers.get('location') ?? '';
    expect(await desk.text(path)).toContain('Hasil pemeriksaan');
    const wrong = await desk.post(`${path}/kolom`, {
      number: 'Tracking ID',
      text: 'Isi Laporan',
      status: 'Status',
    });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Tanggal laporan: Pilih kolomnya.');
    const columns = {
      number: 'Tracking ID',
      text: 'Judul Laporan',
      status: 'Status',
      received: 'Tanggal Laporan',
    };
    expect((await desk.post(`${path}/kolom`, columns)).status).toBe(303);
    expect(await desk.text(path)).toContain('Berubah');
  });

  it('is for administrators only, and files that are no export are explained', async ({ expect }) => {
    const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    expect((await liaison.send('/desk/sp4n/impor')).status).toBe(403);
    const path = await uploadExport(desk, machine, many(1));
    expect((await liaison.send(path)).status).toBe(403);
    expect((await liaison.send(`${path}/mulai`, { method: 'POST' })).status).toBe(403);
    const wrong = await desk.post('/desk/sp4n/impor', { file: new File(['Nama;Isi\na;b'], 'a.csv') });
    expect([wrong.status, (await wrong.text()).includes('“Tracking ID” tidak ditemukan')]).toEqual([
      422,
      true,
    ]);
    const large = await desk.post('/desk/sp4n/impor', {
      file: new File([new Uint8Array(5_100_000)], 'a.csv'),
    });
    expect([large.status, (await large.text()).includes('Batasnya 5 MB dan 20.000 baris')]).toEqual([
      422,
      true,
    ]);
  });
});

describe('the import', () => {
  it('goes by steps, each within what an invocation may, and deletes the upload', async ({ expect }) => {
    const path = await importExport(desk, machine, many(130));
    expect(machine.statements.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...machine.statements)).toBeLessThanOrEqual(450);
    expect(await rowsOf('cases')).toHaveLength(130);
    expect(await rowsOf('clocks')).toEqual([]);
    expect(await rowsOf('deliveries')).toEqual([]);
    expect(await objects()).toEqual([]);
    expect(await desk.text(path)).toContain('Impor selesai');
    expect(await desk.text(`${path}?dari=103`)).toContain('8000129');
  });

  it('run twice changes nothing', async ({ expect }) => {
    await importExport(desk, machine, many(60));
    const before = JSON.stringify(await Promise.all(tables.map(rowsOf)));
    const again = await importExport(desk, machine, many(60));
    expect(JSON.stringify(await Promise.all(tables.map(rowsOf)))).toBe(before);
    const outcomes = await env.DB.prepare('SELECT DISTINCT outcome FROM sp4n_import_rows WHERE import_id = ?')
      .bind(idOf(again))
      .all();
    expect(outcomes.results).toEqual([{ outcome: 'unchanged' }]);
  });

  it('goes on where it was when a message is lost, and in two consumers at once', async ({ expect }) => {
    const path = await uploadExport(desk, machine, many(100));
    await startImport(desk, machine, path);
    const [first] = machine.waiting.splice(0);
    if (!first) throw new Error('nothing was queued');
    await machine.consume(first);
    // The next step is lost; the sweep finds that it runs, and sends it twice.
    machine.waiting.length = 0;
    expect(await rowsOf('cases')).toHaveLength(40);
    await machine.run(MONDAY + HOUR);
    expect(await rowsOf('cases')).toHaveLength(100);
    const second = await uploadExport(desk, machine, many(140));
    await startImport(desk, machine, second);
    machine.waiting.length = 0;
    const step = () => importStep(machine.env, idOf(second)).catch(() => true);
    for (let round = 0; round < 12; round++) await Promise.all([step(), step(), step()]);
    expect(await rowsOf('cases')).toHaveLength(140);
    expect(await rowsOf('sp4n_reports')).toHaveLength(140);
    expect(await desk.text(second)).toContain('Impor selesai');
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])(
    'comes through a fault of the database: %s',
    async (fault, { expect }) => {
      // The first writes of each step, one after the other.
      for (let after = 0; after < 3; after++) {
        const rows = Array.from({ length: 3 }, (_, i) => sp4nRow(8_100_000 + 10 * after + i));
        const path = await uploadExport(desk, machine, rows);
        await startImport(desk, machine, path);
        machine.waiting.length = 0;
        const { d1, struck } = faulty(env.DB, fault, 1, after);
        const broken = new Proxy(machine.env, {
          get: (target, name) => (name === 'DB' ? d1 : Reflect.get(target, name)),
        });
        await importStep(broken, idOf(path)).catch(() => null);
        expect(struck()).toBe(1);
        for (let round = 0; round < 3; round++) await importStep(machine.env, idOf(path));
        expect(await desk.text(path)).toContain('Impor selesai');
        expect(await rowsOf('cases')).toHaveLength(3 * (after + 1));
        expect(await rowsOf('history')).toHaveLength(3 * (after + 1));
      }
      await machine.run(MONDAY + HOUR);
      expect(await objects()).toEqual([]);
    },
  );

  it('is all or nothing for each row', async ({ expect }) => {
    const path = await uploadExport(desk, machine, many(5));
    await startImport(desk, machine, path);
    for (const table of ['contacts', 'sp4n_reports', 'sp4n_import_rows']) {
      const repair = await abortOn(table);
      await expect(importStep(machine.env, idOf(path))).rejects.toThrow();
      await repair();
      expect(await countAll()).toEqual(tables.map(() => 0));
    }
    await machine.drain();
    expect(await rowsOf('cases')).toHaveLength(5);
  });

  it('that nobody starts, or that is given up, leaves nothing behind', async ({ expect }) => {
    const idle = await uploadExport(desk, machine, many(3));
    const given = await uploadExport(desk, machine, many(3));
    await desk.send(`${given}/batal`, { method: 'POST' }, bindings(machine));
    expect(await desk.text(given)).toContain('Impor dibatalkan');
    expect((await objects()).length).toBeGreaterThan(0);
    await machine.run(MONDAY + DAY + HOUR);
    expect(await objects()).toEqual([]);
    const states = await env.DB.prepare('SELECT status FROM sp4n_imports WHERE id = ?')
      .bind(idOf(idle))
      .all();
    expect(states.results).toEqual([{ status: 'cancelled' }]);
    expect(await countAll()).toEqual(tables.map(() => 0));
  });
});
