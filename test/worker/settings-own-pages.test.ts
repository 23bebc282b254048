/** Settings with pages of their own share the history, the undo and the index with all others. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { session, user } from '../../workers/features/staff/table.ts';
import { HOUR, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { addRow, editRow, endRow } from '../../workers/regency/edit.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { historyOf, rowNow, Settler } from '../support/settings.ts';
import { addStaff, editor, loadRegency } from '../support/worker.ts';

const db = () => openDb(env.DB);

let admin: Settler;

beforeEach(async () => {
  await loadRegency();
  admin = await Settler.of();
});

describe('a template', () => {
  const path = '/desk/templat/receipt';
  const history = '/desk/pengaturan/templat/receipt/riwayat';

  it('has a history, and goes back to any of its words', async ({ expect }) => {
    const words = (subject: string) => ({ subject, body: 'Terima kasih. Buka {link}' });
    await admin.send(path, words('Satu {code}'));
    await admin.send(path, words('Dua {code}'));
    expect((await admin.get(path)).text).toContain(`href="${history}"`);
    const { text } = await admin.get(history);
    for (const part of ['Satu {code} → Dua {code}', 'Andi Admin', `href="${path}"`])
      expect(text).toContain(part);
    const [, second] = await historyOf('template', 'receipt');
    const undone = await admin.send(history, {}, `${history}/${second?.id}`);
    expect(undone.to).toBe(`${path}?selesai=batal`);
    expect((await admin.get(undone.to)).text).toContain('Perubahan itu dibatalkan');
    expect((await regencyAt(db(), now())).templates.get('receipt')?.subject).toBe('Satu {code}');
  });

  it('is not edited around its own form', async ({ expect }) => {
    expect((await admin.get('/desk/pengaturan/templat/receipt')).to).toBe(path);
    const around = await admin.post('/desk/pengaturan/templat/receipt', {
      subject: 'Tanpa nomor',
      body: 'x',
    });
    expect(around.status).toBe(404);
    expect(await historyOf('template', 'receipt')).toEqual([]);
  });

  it('does not go back to words that could not be sent', async ({ expect }) => {
    const data = (await rowNow('template', 'receipt'))?.data;
    await editRow(editor(), 'template', 'receipt', { ...data, body: 'Halo {tidakada}' });
    await editRow(editor(), 'template', 'receipt', data);
    const lines = await historyOf('template', 'receipt');
    const undone = await admin.send(history, {}, `${history}/${lines[1]?.id}`);
    expect(undone.status).toBe(409);
    expect(undone.text).toContain('Pengaturan ini belum berubah');
  });
});

describe('who signs in with a code', () => {
  const history = '/desk/pengaturan/dua-langkah/roles/riwayat';

  it('is taken back only by somebody who could have changed it', async ({ expect }) => {
    await admin.post('/desk/keamanan', { roles: ['admin', 'leader'] });
    await admin.post('/desk/keamanan', { roles: ['admin'] });
    const [, second] = await historyOf('two_factor', 'roles');
    const demanded = async () => (await regencyAt(db(), now())).switches.twoFactorRoles;
    const undo = () => admin.send(history, {}, `${history}/${second?.id}`);
    await db()
      .update(session)
      .set({ createdAt: new Date(now() - HOUR) });
    const asked = await undo();
    expect([asked.status, asked.text.includes('Pastikan ini Anda')]).toEqual([403, true]);
    expect(await demanded()).toEqual(['admin']);
    await db()
      .update(session)
      .set({ createdAt: new Date(now()) });
    expect((await undo()).to).toBe('/desk/keamanan?selesai=batal');
    expect(await demanded()).toEqual(['admin', 'leader']);
    await editRow(editor(), 'two_factor', 'roles', { roles: [] });
    await db().update(user).set({ twoFactorEnabled: false });
    expect((await undo()).status).toBe(403);
    expect((await admin.post('/desk/pengaturan/dua-langkah/roles/akhiri')).status).toBe(403);
    expect(await demanded()).toEqual([]);
  });
});

describe('the index', () => {
  it('names every kind, what waits to be confirmed, and who is missing', async ({ expect }) => {
    const { text } = await admin.get('/desk/pengaturan');
    for (const part of [
      'href="/desk/templat"',
      'href="/desk/pengaturan/instansi"',
      'href="/desk/pengaturan/penduduk"',
      'Nomor darurat: 2 perlu dipastikan.',
      'Baru ada satu akun admin instansi',
      'Belum ada verifikator',
      'instansi belum punya penghubung',
      'Penduduk belum diisi',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('menunggu pilihan Anda');
    for (const role of ['admin', 'verifier'] as const) await addStaff([role]);
    await admin.send(
      '/desk/pengaturan/nomor-darurat/129%3A4',
      {},
      '/desk/pengaturan/nomor-darurat/129%3A4/pastikan',
    );
    const later = (await admin.get('/desk/pengaturan')).text;
    for (const part of ['Baru ada satu akun', 'Belum ada verifikator']) expect(later).not.toContain(part);
    expect(later).toContain('Nomor darurat: 1 perlu dipastikan.');
  });
});

describe('the pack’s content', () => {
  it('does not come back while it points at what has ended', async ({ expect }) => {
    const lamp = await rowNow('category', 'lampu-jalan');
    await editRow(editor(), 'category', 'lampu-jalan', { ...lamp?.data, office: 'PUPR' });
    await endRow(editor(), 'office', String(lamp?.data.office));
    const back = await admin.post('/desk/pengaturan/kategori/lampu-jalan/awal');
    expect(back.status).toBe(409);
    expect(back.text).toContain('sudah tidak berlaku');
    expect((await rowNow('category', 'lampu-jalan'))?.data.office).toBe('PUPR');
    await addRow(editor(), 'population', '73.24:2030', {
      area: '73.24',
      year: 2030,
      people: 1,
      source: 'uji',
    });
    const none = await admin.post('/desk/pengaturan/penduduk/73.24%3A2030/awal');
    expect(none.status).toBe(404);
  });
});
