/** Incidents with personal data: recorded, told in time, closed; and who may see them. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { remindOfBreaches } from '../../workers/features/care/breach-remind.ts';
import { HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { Desk } from '../support/desk.ts';
import { faulty } from '../support/faulty.ts';
import { Machine } from '../support/machine.ts';
import { addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const PATH = '/desk/data-pribadi/insiden';
/** Monday 09.00 WITA, as a field of the form has it. */
const FOUND = '2026-07-20T08:00';
const record = {
  opened: String(MONDAY),
  found: FOUND,
  what: 'Laptop berisi unduhan daftar laporan hilang di terminal.',
  data: 'Nama dan nomor telepon.',
  whose: 'Pelapor bulan Juni.',
  how: 'Hilang pada 19 Juli malam.',
  done: 'Kata sandi diganti, polisi sudah menerima laporan.',
  advice: 'Waspada telepon yang mengaku petugas.',
  people: '40',
};

let dpo: Desk;
let admin: Desk;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  dpo = await Desk.of(await addStaff(['dpo'], [], 'Dewi Pelindung', { email: 'dewi@example.id' }));
  admin = await Desk.of(
    await addStaff(['admin'], ['DISKOMINFO'], 'Andi Admin', { email: 'andi@example.id' }),
  );
});

async function recorded(): Promise<string> {
  const answer = await dpo.post(`${PATH}/baru`, record);
  return (answer.headers.get('location') ?? '').split('?')[0] ?? '';
}
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';

describe('an incident', () => {
  it('is recorded once, shown with its hours, and kept sealed', async ({ expect }) => {
    const refused = await dpo.post(`${PATH}/baru`, { ...record, what: '', found: '2026-07-21T08:00' });
    expect(refused.status).toBe(422);
    const kept = await refused.text();
    expect(kept).toContain(record.how);
    expect(kept).toContain('sudah lewat');
    const address = await recorded();
    expect(await recorded()).toBe(address);
    const page = await admin.text(address);
    expect(page).toMatch(/7[01] jam lagi/);
    for (const words of [record.what, 'sekitar 40', 'Dewi Pelindung', '23 Juli 2026 pukul 08.00'])
      expect(page).toContain(words);
    expect(await dpo.text(PATH)).toContain('Laptop berisi');
    const { results } = await env.DB.prepare('SELECT words FROM breaches').all<{ words: string }>();
    expect(JSON.stringify(results)).not.toContain('Laptop');
    expect(results).toHaveLength(1);
  });

  it('gives a draft for each with what the law asks', async ({ expect }) => {
    const address = await recorded();
    for (const to of ['pemilik', 'lembaga']) {
      const letter = await dpo.text(`${address}/surat/${to}`);
      for (const words of [record.data, record.how, record.done, 'Pasal 46', 'sekitar 40 orang'])
        expect(letter, to).toContain(words);
      expect(letter.includes(record.advice)).toBe(to === 'pemilik');
    }
    expect((await dpo.send(`${address}/surat/lain`)).status).toBe(404);
  });

  it('is told, noted and closed; entries stay as they are', async ({ expect }) => {
    const address = await recorded();
    const act = async (what: string, fields: Record<string, string>) =>
      dpo.post(`${address}/${what}`, { version: versionIn(await dpo.text(address)), ...fields });
    expect((await act('pemilik', { at: '2026-07-20T08:30', text: 'Lewat pesan ke nomornya.' })).status).toBe(
      303,
    );
    expect((await act('lembaga', { at: 'besok', text: 'Surat.' })).status).toBe(422);
    expect((await act('lembaga', { at: '2026-07-20T08:45', text: 'Surat elektronik.' })).status).toBe(303);
    expect((await act('catatan', { text: 'Laptop ditemukan.' })).status).toBe(303);
    expect((await act('ubah', { ...record, people: '' })).status).toBe(303);
    expect((await act('tutup', { text: 'Selesai, disk tersandi.' })).status).toBe(303);
    const page = await dpo.text(address);
    for (const words of ['Lewat pesan ke nomornya.', 'Laptop ditemukan.', 'Ditutup', 'belum diketahui'])
      expect(page).toContain(words);
    expect(page).not.toContain('Tambah catatan');
    expect((await dpo.post(`${address}/catatan`, { version: '6', text: 'Lagi.' })).status).toBe(409);
    const change = env.DB.prepare("UPDATE breach_entries SET what = 'noted'").run();
    await expect(change).rejects.toThrow('append-only');
    await expect(env.DB.prepare('DELETE FROM breach_entries').run()).rejects.toThrow('append-only');
  });

  it('keeps what the slower of two typed, and shows what the quicker did', async ({ expect }) => {
    const address = await recorded();
    const version = versionIn(await admin.text(address));
    await dpo.post(`${address}/catatan`, { version, text: 'Catatan yang lebih cepat.' });
    const late = await admin.post(`${address}/catatan`, { version, text: 'Catatan yang kalah.' });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Catatan yang kalah.');
    expect(page).toContain('Catatan yang lebih cepat.');
    expect(
      (await admin.post(`${address}/catatan`, { version: versionIn(page), text: 'Catatan yang kalah.' }))
        .status,
    ).toBe(303);
  });

  it('stands beside the register of processing, with what Kanal does', async ({ expect }) => {
    const page = await dpo.text('/desk/data-pribadi/pemrosesan');
    for (const words of [
      'Menerima dan menangani laporan warga',
      'Masa simpan',
      'AES-256-GCM',
      'perlu dipastikan',
    ])
      expect(page).toContain(words);
    expect(page).not.toContain('Ubah daftar ini');
    expect(await admin.text('/desk/data-pribadi/pemrosesan')).toContain('/desk/pengaturan/pemrosesan');
  });

  it('is for officers and administrators; the officer sees no case', async ({ expect }) => {
    const { code } = await newCase();
    const address = await recorded();
    const liaison = await Desk.of(await addStaff(['liaison'], ['PUPR']));
    for (const path of [PATH, address, '/desk/data-pribadi', '/desk/data-pribadi/kunci'])
      expect((await liaison.send(path)).status, path).toBe(403);
    expect((await dpo.send(`/desk/kasus/${code}`)).status).toBeGreaterThanOrEqual(403);
    const home = await dpo.text('/desk/data-pribadi');
    expect(home).toContain('Insiden 1: Laptop berisi');
    expect(home).not.toContain(code);
  });
});

describe('its clock', () => {
  it('reminds officer and administrators a day before and when it has passed, once each', async ({
    expect,
  }) => {
    await recorded();
    const machine = new Machine();
    const found = MONDAY - HOUR;
    await machine.run(found + 47 * HOUR);
    expect(machine.mails).toEqual([]);
    await machine.run(found + 48 * HOUR + MINUTE);
    const about = () => machine.mails.filter(({ subject }) => subject.startsWith('Insiden'));
    expect(
      about()
        .map(({ to }) => to)
        .sort(),
    ).toEqual(['andi@example.id', 'dewi@example.id']);
    expect(about()[0]?.text).toContain('https://kanal.test/desk/data-pribadi/insiden/1');
    expect(about()[0]?.text).not.toContain('Laptop');
    await machine.run(found + 60 * HOUR);
    expect(about()).toHaveLength(2);
    // Also outside office hours: the law counts hours.
    await machine.run(found + 72 * HOUR);
    await machine.run(found + 90 * HOUR);
    expect(about()).toHaveLength(4);
    expect(about()[3]?.subject).toContain('sudah lewat');
  });

  it('loses and doubles nothing when D1 fails', async ({ expect }) => {
    await recorded();
    const at = MONDAY + 50 * HOUR;
    setClock(at);
    for (const fault of ['before_batch', 'answer_lost'] as const) {
      const { d1 } = faulty(env.DB, fault);
      await remindOfBreaches({ ...env, DB: d1 }, at).catch(() => {});
    }
    await remindOfBreaches(env, at);
    const { results } = await env.DB.prepare("SELECT id FROM deliveries WHERE id LIKE 'breach:%'").all();
    expect(results).toHaveLength(2);
  });
});
