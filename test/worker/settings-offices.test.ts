/** Offices come, are renamed, end and merge; what they did keeps their name. */
import { env } from 'cloudflare:workers';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import { openCasesOf } from '../../workers/features/settings/queries.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { addRow, endRow } from '../../workers/regency/edit.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { staff } from '../../workers/regency/table.ts';
import { held } from '../support/journeys.ts';
import { planned } from '../support/plan.ts';
import { historyOf, rowNow, Settler } from '../support/settings.ts';
import { act, addStaff, caseRow, editor, loadRegency, newCase } from '../support/worker.ts';

const db = () => openDb(env.DB);
const regency = () => regencyAt(db(), now());
const at = (code: string) => `/desk/pengaturan/instansi/${code}`;
const pack = await loadPack('luwu-timur');

let admin: Settler;

beforeEach(async () => {
  await loadRegency();
  admin = await Settler.of();
});

describe('an office', () => {
  it('has its number and whose approval its answers need, which count at once and go', async ({ expect }) => {
    const before = await rowNow('office', 'PUPR');
    await admin.send(at('PUPR'), { phone: ' 0812-0000-0777 ', approval: 'head' });
    expect((await regency()).offices.get('PUPR')).toMatchObject({
      phone: '0812-0000-0777',
      approval: 'head',
    });
    const list = (await admin.get('/desk/pengaturan/instansi')).text;
    for (const part of ['0812-0000-0777', 'Disetujui kepala instansi']) expect(list).toContain(part);
    const wrong = await admin.send(at('PUPR'), { phone: 'bukan nomor' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="bukan nomor"');
    await admin.send(at('PUPR'), { phone: '', approval: 'none' });
    expect(await rowNow('office', 'PUPR')).toMatchObject({ edited: false, data: before?.data });
    expect((await admin.get(at('LUAR-PLN'))).text).not.toContain('Persetujuan jawaban akhir');
  });

  it('is marked while its name is to be confirmed, and vouched for in one step', async ({ expect }) => {
    const [unsure] = pack.offices.filter(({ confirmed }) => !confirmed);
    if (!unsure) throw new Error('all offices are confirmed');
    expect((await admin.get(at(unsure.code))).text).toContain('perlu dipastikan');
    await admin.send(at(unsure.code), {}, `${at(unsure.code)}/pastikan`);
    expect((await rowNow('office', unsure.code))?.data.confirmed).toBe(true);
  });

  it('is added, and only once under a code and a name', async ({ expect }) => {
    const fields = { code: 'UJICOBA', name: 'Dinas Uji Coba', short: 'Uji', kind: 'opd' };
    for (const wrong of [
      { code: 'ujicoba' },
      { name: 'inspektorat daerah kabupaten luwu timur', short: '' },
      { kind: 'kecamatan' },
    ]) {
      const refused = await admin.post('/desk/pengaturan/instansi/baru', { ...fields, ...wrong });
      expect(refused.status, JSON.stringify(wrong)).toBe(422);
    }
    expect((await admin.post('/desk/pengaturan/instansi/baru', fields)).status).toBe(303);
    const { code } = await newCase();
    await act(await addStaff(['admin']), code, 'dispose', { office: 'UJICOBA' });
    expect(await caseRow(code)).toMatchObject({ office: 'UJICOBA', holder: 'UJICOBA' });
  });

  it('that is renamed has the new name everywhere, and the old one in its history', async ({ expect }) => {
    const { code } = await newCase();
    await act(await addStaff(['admin']), code, 'dispose', { office: 'PUPR' });
    const old = (await regency()).offices.get('PUPR')?.name ?? '';
    await admin.send(at('PUPR'), { name: 'Dinas Bina Marga' });
    const page = (await admin.get(`/desk/kasus/${code}`)).text;
    expect(page).toContain('Dinas Bina Marga');
    expect(page).not.toContain(old);
    expect((await admin.get(`${at('PUPR')}/riwayat`)).text).toContain(`${old} → Dinas Bina Marga`);
  });
});

describe('the end of an office', () => {
  const end = (code: string, successor = '') => admin.send(`${at(code)}/akhiri`, { successor });

  it('is refused while cases lie with it, something points at it or somebody works for it', async ({
    expect,
  }) => {
    const { code } = await newCase();
    const boss = await addStaff(['admin']);
    await act(boss, code, 'dispose', { office: 'DINKES' });
    const person = await addStaff(['liaison'], ['DINKES'], 'Lina Dinkes');
    await addRow(editor(), 'topic', 'DINKES:uji', { to: 'DINKES', strong: 'puskesmas', medium: '' });
    await planned({ office: 'DINKES', dueOn: '2099-01-05' });
    const refused = await end('DINKES', 'PUPR');
    expect(refused.status).toBe(422);
    const [category] = pack.categories.filter(({ office }) => office === 'DINKES');
    for (const part of [
      '1 laporan masih terbuka padanya',
      'href="/desk/massal/baru?aksi=transfer&amp;instansi=DINKES"',
      'href="/desk/evaluasi/rencana-aksi?opd=DINKES">1 kegiatan rencana aksi belum selesai padanya',
      `Kategori ${category?.name} diarahkan kepadanya`,
      'Kata kunci penyaluran DINKES:uji menunjuk kepadanya',
      `href="/desk/pengguna/${person.id}"`,
    ])
      expect(refused.text).toContain(part);
    expect((await rowNow('office', 'DINKES'))?.endedAt).toBeNull();
    for (const role of ['INSPEKTORAT', 'DISKOMINFOSP'])
      expect((await end(role)).text).toContain('memegang peran');
  });

  it('tells nobody of a case that only its secret holder knows', async ({ expect }) => {
    await addRow(editor(), 'office', 'RAHASIA', { ...pack.offices[0], code: 'RAHASIA', name: 'Kantor Uji' });
    const { code } = await newCase();
    await act(await addStaff(['admin']), code, 'dispose', { office: 'RAHASIA' });
    expect((await admin.get(`${at('RAHASIA')}/akhiri`)).text).toContain('1 laporan');
    await held(code);
    expect((await admin.get(`${at('RAHASIA')}/akhiri`)).text).not.toContain('laporan masih terbuka');
    expect((await end('RAHASIA')).status).toBe(303);
  });

  it('keeps its name in the cases it had, with its successor, and nobody can choose it', async ({
    expect,
  }) => {
    const office = { ...pack.offices[0], code: 'LAMA', name: 'Dinas Lama', short: 'Lama' };
    await addRow(editor(), 'office', 'LAMA', office);
    const boss = await addStaff(['admin']);
    const { code } = await newCase();
    await act(boss, code, 'dispose', { office: 'LAMA' });
    const officer = await addStaff(['liaison'], ['LAMA'], 'Lina Lama');
    const answer = { outcome: 'dijelaskan', text: 'Penambalan sudah dijadwalkan bulan depan.' };
    await act(officer, code, 'answer', { ...answer, acceptWarnings: true });
    await act('reporter', code, 'confirm', {});
    await db().update(staff).set({ active: false }).where(eq(staff.id, officer.id));
    expect((await end('LAMA', 'LAMA')).text).toContain('bukan dirinya sendiri');
    expect((await end('LAMA', 'PUPR')).to).toBe(`${at('LAMA')}?selesai=akhiri`);
    const page = (await admin.get(`/desk/kasus/${code}`)).text;
    expect(page).toContain('Dinas Lama');
    expect(page).not.toContain('>LAMA<');
    const fresh = (await newCase()).code;
    await expect(act(boss, fresh, 'dispose', { office: 'LAMA' })).rejects.toMatchObject({ kind: 'invalid' });
    expect((await admin.get(`/desk/kasus/${fresh}`)).text).not.toContain('Dinas Lama');
    expect((await admin.get('/')).text).not.toContain('Dinas Lama');
    expect((await admin.get('/desk/pengguna/baru')).text).not.toContain('Dinas Lama');
    const category = await admin.get(at('LAMA'));
    expect(category.text).toContain((await regency()).offices.get('PUPR')?.name);
    expect((await historyOf('office', 'LAMA')).map(({ change }) => change)).toEqual([
      'added',
      'edited',
      'ended',
    ]);
    await admin.post(`${at('LAMA')}/aktifkan`);
    expect((await rowNow('office', 'LAMA'))?.data).not.toHaveProperty('successor');
  });

  it('is refused by the database when a case came in that moment', async ({ expect }) => {
    await addRow(editor(), 'office', 'LAMA', { ...pack.offices[0], code: 'LAMA', name: 'Dinas Lama' });
    const { code } = await newCase();
    await act(await addStaff(['admin']), code, 'dispose', { office: 'LAMA' });
    await expect(
      endRow(editor(), 'office', 'LAMA', { guard: openCasesOf('LAMA', 'none') }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    expect((await rowNow('office', 'LAMA'))?.endedAt).toBeNull();
    expect((await historyOf('office', 'LAMA')).map(({ change }) => change)).toEqual(['added']);
  });

  it('looks at open cases alone, however many are closed', async ({ expect }) => {
    const condition = openCasesOf('PUPR', 'rows');
    const plan = await db().all<{ detail: string }>(
      sql`explain query plan select 1 from cases where ${condition}`,
    );
    expect(plan.map(({ detail }) => detail).join()).toMatch(
      /^SEARCH cases USING (COVERING )?INDEX cases_(inbox|by_state)/,
    );
  });

  it('is possible once its people have left', async ({ expect }) => {
    await addRow(editor(), 'office', 'LAMA', { ...pack.offices[0], code: 'LAMA', name: 'Dinas Lama' });
    const person = await addStaff(['head'], ['LAMA'], 'Kepala Lama');
    expect((await end('LAMA')).text).toContain('Akun Kepala Lama bekerja untuknya');
    // Taking its addition back would end it, too.
    const [added] = await historyOf('office', 'LAMA');
    const undone = await admin.send(`${at('LAMA')}/riwayat`, {}, `${at('LAMA')}/riwayat/${added?.id}`);
    expect(undone.status).toBe(409);
    await db().update(staff).set({ active: false }).where(eq(staff.id, person.id));
    expect((await end('LAMA')).status).toBe(303);
  });
});
