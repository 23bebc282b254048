/** The pages of bulk actions: chosen in a list, looked at, confirmed, told; and what each role is offered. */
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { figure, many, openBulk, TAG, written } from '../support/bulk.ts';
import { Desk } from '../support/desk.ts';
import { giveNumber } from '../support/journeys.ts';
import type { Machine } from '../support/machine.ts';
import { bindings } from '../support/sp4n.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

let admin: Staff;
let desk: Desk;
let machine: Machine;

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  forgetRegency();
  ({ admin, desk, machine } = await openBulk());
});

describe('the pages', () => {
  it('lead from a list to the result, and take what a filter shows', async ({ expect }) => {
    const codes = await many(3);
    await newCase({ area: '73.24.05.2001' });
    const list = await desk.text('/desk?daftar=belum-opd&pilih=1');
    expect(list).toContain(`name="kode" value="${codes[0]}"`);
    const ticked = await desk.text(
      `/desk/massal/baru?daftar=belum-opd&yang=centang&aksi=archive&kode=${codes[0]}`,
    );
    expect(ticked).toContain('1 laporan dipilih.');
    const form = await desk.text(
      '/desk/massal/baru?daftar=belum-opd&wilayah=73.24.04&yang=semua&aksi=archive',
    );
    const [, view = ''] = /name="tampilan" value="([^"]*)"/.exec(form) ?? [];
    const fields = { aksi: 'archive', tampilan: view.replaceAll('&amp;', '&'), category: 'lainnya' };
    const wrong = await desk.post('/desk/massal/baru', { ...fields, reason: 'x' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="lainnya"');
    const made = await desk.post('/desk/massal/baru', { ...fields, reason: 'Contoh untuk pelatihan.' });
    const path = made.headers.get('location') ?? '';
    expect(path).toMatch(/^\/desk\/massal\/\d+$/);
    expect(await desk.text(path)).toContain('3 laporan akan diarsipkan');
    expect((await desk.post(`${path}/mulai`, {})).status).toBe(422);
    expect(await written('archive')).toBe(0);
    for (let press = 0; press < 2; press++)
      await desk.post(`${path}/mulai`, { sure: '1' }, bindings(machine));
    await machine.drain();
    expect(await written('archive')).toBe(3);
    expect(await desk.text(path)).toContain('3 laporan diarsipkan');
    expect(await desk.text('/desk/massal')).toContain(`href="${path}"`);
  });

  it('offer what a role may do, and one message for each holder that was reminded', async ({ expect }) => {
    await giveNumber('PUPR', '0812-0000-0777');
    const codes = await many(3);
    for (const code of codes.slice(0, 2)) await act(admin, code, 'dispose', { office: 'PUPR' });
    await act(admin, codes[2] ?? '', 'dispose', { office: 'DLH' });
    const leader = await Desk.of(await addStaff(['leader'], []));
    expect((await leader.send('/desk/massal/baru?aksi=archive')).status).toBe(404);
    expect((await (await Desk.of(await addStaff(['verifier'], []))).send('/desk/massal')).status).toBe(403);
    const made = await leader.post('/desk/massal/baru', { aksi: 'remind', kode: codes });
    const path = made.headers.get('location') ?? '';
    expect(await leader.text(path)).toContain('belum punya nomor WhatsApp');
    await leader.post(`${path}/mulai`, {}, bindings(machine));
    await machine.drain();
    const page = await leader.text(path);
    expect(page).toContain('(2 laporan)');
    expect(page).not.toContain('0777');
    const link = await leader.send(`${path}/wa?ke=office:PUPR`);
    const to = decodeURIComponent(link.headers.get('location') ?? '');
    expect(to).toContain('wa.me/6281200000777');
    for (const code of codes.slice(0, 2)) expect(to).toContain(code);
    expect(to).not.toContain(codes[2]);
    expect((await leader.send(`${path}/wa?ke=office:DLH`)).status).toBe(404);
  });

  it('refuses an input that is wrong for every case, and more than 500', async ({ expect }) => {
    const codes = await many(1);
    const send = (body: object) => desk.api('/bulk', body);
    expect((await send({ verb: 'dispose', input: { office: 'TIDAK-ADA' }, codes })).status).toBe(422);
    expect((await send({ verb: 'tag', input: { add: ['tidak-ada'] }, codes })).status).toBe(422);
    expect((await send({ ...TAG, codes: ['LT-2222-2222'] })).status).toBe(422);
    expect((await send({ ...TAG, codes: Array.from({ length: 501 }, () => 'LT-2222-2222') })).status).toBe(
      422,
    );
    expect((await send({ verb: 'reveal', input: {}, codes })).status).toBe(422);
    expect(await figure('SELECT count(*) AS n FROM bulk_jobs')).toBe(0);
  });
});
