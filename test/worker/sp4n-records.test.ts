/** What an imported report is in Kanal: a record that is counted and found, and nobody's work. All of it is invented. */
import { env, exports } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import { firstBreak } from '../../workers/cases/chain.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { openDesks } from '../support/desk.ts';
import { eraseNow, wholeChain } from '../support/erasing.ts';
import { Machine } from '../support/machine.ts';
import { importExport, type Sp4nCells, sp4nRow, startImport, uploadExport } from '../support/sp4n.ts';
import { act, caseRow, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

let kanal: Awaited<ReturnType<typeof openDesks>>;
let machine: Machine;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  forgetRegency();
  kanal = await openDesks();
  machine = new Machine();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const imports = (...rows: Sp4nCells[]) => importExport(kanal.desks.admin, machine, rows);

async function codeOf(number: number): Promise<string> {
  const row = await env.DB.prepare('SELECT code FROM cases WHERE sp4n = ? AND imported_at IS NOT NULL')
    .bind(String(number))
    .first<{ code: string }>();
  if (!row) throw new Error(`no case ${number}`);
  return row.code;
}

const historyOf = async (code: string) =>
  (
    await env.DB.prepare(
      'SELECT case_id AS caseId, seq, verb, actor, at, payload_digest AS payloadDigest, prev_hash AS prevHash, hash FROM history WHERE case_id = (SELECT id FROM cases WHERE code = ?) ORDER BY seq',
    )
      .bind(code)
      .all<Parameters<typeof firstBreak>[0][number]>()
  ).results;

describe('an imported report', () => {
  it('has state, class, office, channel and date, and says of speed that it is not known', async ({
    expect,
  }) => {
    const { desks } = kanal;
    await imports(
      sp4nRow(8000001, { Klasifikasi: 'Aspirasi', Sumber: 'Aplikasi Android' }),
      sp4nRow(8000002, { Status: 'Ditutup oleh Admin/Sistem' }),
      sp4nRow(8000003, { Status: 'Belum Ditindaklanjuti', 'Instansi Terdisposisi': '' }),
      sp4nRow(8000004, { Status: 'Diarsipkan', Klasifikasi: 'Permintaan Informasi' }),
    );
    const code = await codeOf(8000001);
    expect(await caseRow(code)).toMatchObject({
      state: 'in_progress',
      kind: 'aspiration',
      office: 'PUPR',
      holder: '@sp4n',
      channel: 'sp4n_app',
      receivedAt: Date.UTC(2026, 0, 3, 1, 15),
      closedAt: null,
    });
    expect(await caseRow(await codeOf(8000002))).toMatchObject({
      state: 'resolved',
      closedAt: Date.UTC(2026, 0, 3, 1, 15),
    });
    expect(await caseRow(await codeOf(8000003))).toMatchObject({ state: 'verified', office: null });
    expect(await caseRow(await codeOf(8000004))).toMatchObject({ state: 'archived', kind: 'information' });
    const view = (await (await desks.admin.api(`/cases/${code}`)).json()) as Record<string, unknown>;
    expect(view).toMatchObject({
      workingDays: null,
      custody: [],
      imported: true,
      due: null,
      clocks: [],
      sp4n: '8000001',
      holder: { name: 'SP4N-LAPOR!' },
    });
    const outside = await exports.default.fetch(`https://kanal.test/api/v1/complaints/${code}`);
    expect(await outside.json()).toMatchObject({ status: 'in_progress', statusLabel: 'Proses', due: null });
    // The office that has it there may read it here.
    expect((await desks.liaison.api(`/cases/${code}`)).status).toBe(200);
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    expect(page.match(/tidak tersedia/g)?.length).toBeGreaterThanOrEqual(3);
    expect(page).toContain('Status di SP4N-LAPOR!: Proses');
  });

  it('is nobody’s work: in no list of tasks, routed by nobody, told to nobody, and nobody acts on it', async ({
    expect,
  }) => {
    const { people } = kanal;
    await imports(
      sp4nRow(8000001, { 'Nama Pelapor': 'Anonim' }),
      sp4nRow(8000002, { Status: 'Belum Terverifikasi', 'Instansi Terdisposisi': '' }),
    );
    const code = await codeOf(8000002);
    for (let day = 1; day < 40; day += 13) await machine.run(MONDAY + day * 86_400_000);
    expect(machine.mails).toEqual([]);
    expect(await historyOf(code)).toHaveLength(1);
    kanal = { ...kanal, ...(await openDesks()) };
    for (const desk of [kanal.desks.admin, kanal.desks.liaison]) {
      const list = (await (await desk.api('/cases')).json()) as { cases: unknown[] };
      expect(list.cases).toEqual([]);
    }
    // The anonim one is released by nobody here.
    for (const name of [
      'perlu-dilepas',
      'belum-diverifikasi',
      'belum-opd',
      'terlambat',
      'semua',
      'belum-sp4n',
    ]) {
      const list = (await (await kanal.desks.admin.api(`/cases?list=${name}`)).json()) as {
        cases: unknown[];
      };
      expect(list.cases, name).toEqual([]);
    }
    const read = (await (await kanal.desks.admin.api(`/cases/${code}`)).json()) as { actions: string[] };
    expect(read.actions.toSorted()).toEqual(['hold', 'merge', 'note', 'reveal', 'tag']);
    for (const verb of ['dispose', 'verify', 'archive', 'record_sp4n', 'mark_copied'])
      await expect(
        act(people.admin, code, verb, { office: 'PUPR', number: '8000009' }),
        verb,
      ).rejects.toMatchObject({
        kind: 'forbidden',
      });
  });

  it('is moved by a later export through its history, whose chain holds', async ({ expect }) => {
    await imports(sp4nRow(8000001, { 'Tindak Lanjut Terakhir': 'Sudah dijadwalkan Orvantika.' }));
    const code = await codeOf(8000001);
    const later = { 'Tindak Lanjut Terakhir': 'Lampu sudah diganti Orvantika.', Status: 'Selesai' };
    await imports(sp4nRow(8000001, later));
    expect(await caseRow(code)).toMatchObject({ state: 'resolved', version: 2 });
    await imports(sp4nRow(8000001, { ...later, Kategori: 'Kategori rekaan' }));
    const links = await historyOf(code);
    expect(links.map(({ verb }) => verb)).toEqual(['submit', 'import_update', 'import_update']);
    expect(await firstBreak(links)).toBeNull();
    const page = await kanal.desks.admin.text(`/desk/kasus/${code}`);
    expect(page).toContain('Sudah dijadwalkan Orvantika.');
    // What was told before is not told again.
    expect(page.match(/Lampu sudah diganti Orvantika\./g)).toHaveLength(1);
  });

  it('that was erased here does not come back with a later export', async ({ expect }) => {
    const closed = { Status: 'Selesai', 'Tindak Lanjut Terakhir': 'Lampu diganti Orvantika.' };
    await imports(sp4nRow(8000001, closed));
    const code = await codeOf(8000001);
    await eraseNow((await caseRow(code)).id, { scope: 'content', why: 'retention' });
    await imports(sp4nRow(8000001, { ...closed, Kategori: 'Kategori rekaan', 'Nama Pelapor': 'Vexlanora' }));
    expect((await historyOf(code)).map(({ verb }) => verb)).toEqual(['submit', 'erase']);
    const page = await kanal.desks.admin.text(`/desk/kasus/${code}`);
    expect(page).not.toMatch(/Orvantika|Vexlanora|Lampu jalan mati/);
    expect(await wholeChain(code)).toBeNull();
  });

  it('of a number that a case of Kanal has is only linked, and changes nothing of it', async ({ expect }) => {
    const { code } = await newCase();
    await act(kanal.people.admin, code, 'record_sp4n', { number: '8000001' });
    const before = JSON.stringify(await caseRow(code));
    const path = await uploadExport(kanal.desks.admin, machine, [sp4nRow(8000001, { Status: 'Selesai' })]);
    expect(await kanal.desks.admin.text(path)).toContain('Tertaut ke laporan Kanal');
    // The number goes to a case between the dry run and the import.
    const second = await uploadExport(kanal.desks.admin, machine, [sp4nRow(8000002)]);
    const other = await newCase();
    await act(kanal.people.admin, other.code, 'record_sp4n', { number: '8000002' });
    for (const one of [path, second]) await startImport(kanal.desks.admin, machine, one);
    await machine.drain();
    expect(JSON.stringify(await caseRow(code))).toBe(before);
    await expect(codeOf(8000001)).rejects.toThrow();
    await expect(codeOf(8000002)).rejects.toThrow();
    expect(await kanal.desks.admin.text(second)).toContain('Tertaut ke laporan Kanal');
  });
});

describe('secrecy', () => {
  it('keeps what accuses somebody from the administrator and the office, whatever later exports say', async ({
    expect,
  }) => {
    const { desks } = kanal;
    const accuses = 'Petugas loket Dinas Pekerjaan Umum minta uang pungli untuk surat izin.';
    await imports(
      sp4nRow(8000001, { 'Isi Laporan': accuses }),
      sp4nRow(8000002, { 'Isi Laporan': accuses, Status: 'Selesai' }),
      sp4nRow(8000003, { Klasifikasi: 'Pengaduan Berkadar Pengawasan' }),
    );
    const statuses = async (code: string) =>
      Promise.all(
        [desks.admin, desks.liaison, desks.verifier, desks.inspector].map(
          async (desk) => (await desk.api(`/cases/${code}`)).status,
        ),
      );
    const held = await codeOf(8000001);
    expect(await caseRow(held)).toMatchObject({ state: 'held', holder: '@verifier' });
    expect(await statuses(held)).toEqual([404, 404, 200, 404]);
    expect(await statuses(await codeOf(8000002))).toEqual([404, 404, 200, 404]);
    expect(await statuses(await codeOf(8000003))).toEqual([404, 404, 404, 200]);
    // A later export moves nothing of it, and its dry run tells nothing of it.
    const path = await uploadExport(desks.admin, machine, [
      sp4nRow(8000001, { 'Isi Laporan': accuses, Status: 'Selesai' }),
    ]);
    expect((await desks.admin.text(path)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toContain(
      '8000001 Sama',
    );
    await startImport(desks.admin, machine, path);
    await machine.drain();
    expect(await caseRow(held)).toMatchObject({ state: 'held', version: 1 });
    // The verifier frees it: a record again, moved by exports like any other.
    await act(kanal.people.verifier, held, 'free', { reason: 'Tidak menuduh siapa pun.' });
    expect(await caseRow(held)).toMatchObject({ state: 'in_progress', holder: '@sp4n' });
    await imports(sp4nRow(8000001, { 'Isi Laporan': accuses, Status: 'Selesai' }));
    expect(await caseRow(held)).toMatchObject({ state: 'resolved', holder: '@sp4n' });
  });

  it('is kept when an administrator finds what the rules did not', async ({ expect }) => {
    await imports(sp4nRow(8000001));
    const code = await codeOf(8000001);
    await act(kanal.people.admin, code, 'hold', { reason: 'Menuduh petugas.', accused: ['PUPR'] });
    expect((await kanal.desks.admin.api(`/cases/${code}`)).status).toBe(404);
    await act(kanal.people.verifier, code, 'pass_to_inspectorate', {});
    expect((await kanal.desks.inspector.api(`/cases/${code}`)).status).toBe(200);
    expect(await caseRow(code)).toMatchObject({ holder: '@inspector', berkadar: true });
    expect((await env.DB.prepare('SELECT * FROM clocks').all()).results).toEqual([]);
  });

  it('seals names and words, and drops the names of anonim reporters', async ({ expect }) => {
    const logged: string[] = [];
    for (const level of ['log', 'info', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation(
        (...args: unknown[]) => void logged.push(args.map(String).join(' ')),
      );
    const words = {
      'Judul Laporan': 'Judul Vantorika',
      'Isi Laporan': 'Lampu Wixomara mati di simpang.',
      'Lokasi Kejadian': 'samping kios Yumbarto',
      'Tindak Lanjut Terakhir': 'Jawaban Xilamone.',
    };
    const rows = [
      sp4nRow(8000001, { ...words, 'Nama Pelapor': 'Zelvanoor Kuturia' }),
      sp4nRow(8000002, { ...words, 'Nama Pelapor': 'Anonim' }),
      sp4nRow(8000003, { ...words, 'Nama Pelapor': 'Hexulanda Brovantia', Status: 'Entah' }),
    ];
    const marks = /zelvanoor|kuturia|vantorika|wixomara|yumbarto|xilamone|hexulanda|brovantia/i;
    const path = await uploadExport(kanal.desks.admin, machine, rows);
    expect(await dump()).not.toMatch(marks);
    expect(await dump()).toContain('sp4n/');
    await startImport(kanal.desks.admin, machine, path);
    const queued = JSON.stringify(machine.waiting);
    await machine.drain();
    expect(`${await dump()}${queued}${logged.join('\n')}`).not.toMatch(marks);
    expect(await kanal.desks.admin.text(path)).not.toMatch(marks);
    const named = await codeOf(8000001);
    expect(await kanal.desks.admin.text(`/desk/kasus/${named}`)).toContain('Wixomara');
    const reveal = await kanal.desks.admin.api(`/cases/${named}/reveal`, { reason: 'Perlu dihubungi.' });
    expect(await reveal.json()).toMatchObject({ identity: { name: 'Zelvanoor Kuturia', email: null } });
    expect((await env.DB.prepare('SELECT * FROM contacts').all()).results).toHaveLength(1);
    // Offices know an anonim report only once it is released, and imported ones are not.
    expect((await kanal.desks.liaison.api(`/cases/${await codeOf(8000002)}`)).status).toBe(404);
    // Who is anonim there from now on has no name here either.
    await imports(sp4nRow(8000001, { ...words, 'Nama Pelapor': 'Anonim' }));
    expect((await env.DB.prepare('SELECT * FROM contacts').all()).results).toEqual([]);
    expect(await caseRow(named)).toMatchObject({ anonymous: true });
  });
});

/** Everything D1 and R2 hold. */
async function dump(): Promise<string> {
  const tables = await env.DB.prepare(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  ).all<{ name: string }>();
  let text = '';
  for (const { name } of tables.results)
    text += JSON.stringify((await env.DB.prepare(`SELECT * FROM "${name}"`).all()).results);
  for (const { key } of (await env.FILES.list()).objects) {
    const body = await env.FILES.get(key);
    text += `${key} ${new TextDecoder('latin1').decode(await body?.arrayBuffer())}`;
  }
  return text;
}
