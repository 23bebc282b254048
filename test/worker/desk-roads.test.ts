/** Where a case leaves the main road: return, release, hold, free, pass on, reveal. */
import { beforeEach, describe, it } from 'vitest';
import { fillForm, openDesks } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import { act, caseRow, loadRegency, newCase } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

describe('the other roads', () => {
  it('returns a case, and the admin decides', async ({ expect }) => {
    const { code } = await newCase();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    expect(
      (await fillForm(desks.liaison, code, 'return', { reason: 'Ini lampu jalan.', suggestion: 'DPKPP' }))
        .status,
    ).toBe(303);
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    expect(page).toContain('usulan OPD yang mengembalikan');
    expect((await fillForm(desks.admin, code, 'decide_return', { office: 'DPKPP' })).status).toBe(303);
    expect(await caseRow(code)).toMatchObject({ office: 'DPKPP', hops: 1, state: 'disposed' });
    expect((await desks.liaison.send(`/desk/kasus/${code}`)).status).toBe(404);
  });

  it('releases an anonim case before it is disposed', async ({ expect }) => {
    const { code } = await newCase({ anonymous: true, text: 'Saya Siti, tetangga pak lurah, jalan rusak.' });
    expect((await desks.admin.api(`/cases/${code}/dispose`, { office: 'PUPR' })).status).toBe(409);
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    expect(page).toContain('Saya Siti, tetangga pak lurah');
    expect(page).not.toContain('aksi-dispose');
    expect(
      (await fillForm(desks.admin, code, 'release', { title: 'Jalan rusak', text: 'Jalan rusak.' })).status,
    ).toBe(303);
    expect((await fillForm(desks.admin, code, 'dispose', { office: 'PUPR' })).status).toBe(303);
    await act('reporter', code, 'reply', { text: 'Ini Siti lagi, masih rusak.' });
    const office = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(office).toContain('Jalan rusak.');
    expect(office).not.toContain('Siti');
    expect(office).toContain('disembunyikan untuk semua');
    expect(JSON.stringify(await (await desks.liaison.api(`/cases/${code}`)).json())).not.toContain('Siti');
    expect(await desks.admin.text(`/desk/kasus/${code}`)).toContain('Ini Siti lagi');
  });

  it('holds, frees and passes on an accusation', async ({ expect }) => {
    const { code } = await newCase({ text: 'Petugas di kantor itu minta uang untuk surat.' });
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const stopped = await fillForm(desks.liaison, code, 'hold', {
      reason: 'Menuduh seorang petugas.',
      accused: ['DLH'],
    });
    expect(stopped.headers.get('location')).toBe('/desk?ok=hold');
    for (const desk of [desks.liaison, desks.admin]) {
      expect((await desk.send(`/desk/kasus/${code}`)).status).toBe(404);
      expect(await desk.text('/desk')).not.toContain(code);
    }
    expect(await desks.verifier.text('/desk')).toContain(code);
    expect(
      (await fillForm(desks.verifier, code, 'free', { reason: 'Tidak menuduh siapa pun.' })).status,
    ).toBe(303);
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    const office = await desks.liaison.text(`/desk/kasus/${code}`);
    expect(office).not.toContain('Menuduh seorang petugas');
    expect(office).not.toContain('Ditahan');
    const other = await held();
    expect(
      (await fillForm(desks.verifier, other, 'pass_to_inspectorate', { accused: ['PUPR'] })).status,
    ).toBe(303);
    expect(await desks.inspector.text('/desk')).toContain(other);
    expect(
      (await fillForm(desks.inspector, other, 'answer', { outcome: 'dijelaskan', text: 'Sudah diperiksa.' }))
        .status,
    ).toBe(303);
  });

  it('shows the identity only in the answer to its reveal', async ({ expect }) => {
    const { code } = await newCase({ contact: { name: 'Siti Aminah', phone: '081234567890' } });
    const revealed = await fillForm(desks.admin, code, 'reveal', { reason: 'Perlu janji temu di lokasi.' });
    expect(revealed.status).toBe(200);
    expect(await revealed.text()).toContain('Siti Aminah');
    expect((await caseRow(code)).version).toBe(2);
    const page = await desks.admin.text(`/desk/kasus/${code}`);
    expect(page).not.toContain('Aminah');
    expect(page).toContain('Perlu janji temu di lokasi.');
    const byApi = await desks.admin.api(`/cases/${code}/reveal`, { reason: 'Perlu ditelepon lagi.' });
    expect(await byApi.json()).toMatchObject({ identity: { name: 'Siti Aminah', phone: '081234567890' } });
    const short = await desks.admin.api(`/cases/${code}/reveal`, { reason: '' });
    expect(await short.text()).not.toContain('Siti');
  });
});
