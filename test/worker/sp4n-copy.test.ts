/** The number in SP4N-LAPOR! and the copy view: what may be copied, in which order, and when a list is empty again. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { caseAccused, cases } from '../../workers/cases/table.ts';
import { nextToCopy } from '../../workers/features/desk/copying.ts';
import { openDb } from '../../workers/platform/db.ts';
import { type Fields, hidden, openDesks } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

const FINAL = { outcome: 'dijelaskan', text: 'Penambalan Qorimunta dimulai pekan depan.' };

let kanal: Awaited<ReturnType<typeof openDesks>>;

beforeEach(async () => {
  await loadRegency();
  kanal = await openDesks();
});

async function answered(code: string): Promise<void> {
  const { admin, liaison } = kanal.people;
  await act(admin, code, 'dispose', { office: 'PUPR' });
  await act(liaison, code, 'answer', FINAL);
}

/** Sends "Semua disalin" as the page gives it. */
async function mark(code: string, fields: Fields, desk = kanal.desks.admin): Promise<Response> {
  const page = await desk.text(`/desk/kasus/${code}/sp4n`);
  return desk.post(`/desk/kasus/${code}/sp4n`, { ...hidden(page, 'sp4n?daftar=report'), ...fields });
}

const waiting = (list: 'report' | 'answer') => nextToCopy(openDb(env.DB), kanal.people.admin, list, '');

describe('the number in SP4N-LAPOR!', () => {
  it('is kept with its address, corrected, and both numbers stand in the history', async ({ expect }) => {
    const { admin, liaison } = kanal.desks;
    const { code } = await newCase();
    const link = 'https://www.lapor.go.id/laporan/detil/jalan-berlubang';
    await act(kanal.people.admin, code, 'record_sp4n', { number: '7000001', link });
    expect((await caseRow(code)).sp4nLink).not.toContain('lapor.go.id');
    expect(await admin.text(`/desk/kasus/${code}`)).toContain(`<a href="${link}" rel="noopener">`);
    await act(kanal.people.admin, code, 'record_sp4n', { number: '7000002' });
    const view = (await (await admin.api(`/cases/${code}`)).json()) as {
      sp4n: string;
      sp4nLink: string | null;
      entries: { facts: Record<string, unknown> }[];
    };
    // The address was that of another report.
    expect(view).toMatchObject({ sp4n: '7000002', sp4nLink: null });
    expect(view.entries.at(-1)?.facts).toMatchObject({ number: '7000002', before: '7000001' });
    expect((await liaison.api(`/cases/${code}`)).status).toBe(404);
  });

  it.for([
    'http://lapor.go.id/x',
    'https://lapor.go.id.example/x',
    'https://evil-lapor.go.id/x',
    'https://a:b@lapor.go.id/',
    'https://lapor.go.id:8443/',
    'javascript:alert(1)',
  ])('takes no other address: %s', async (link, { expect }) => {
    const { code } = await newCase();
    const response = await kanal.desks.admin.api(`/cases/${code}/record_sp4n`, { number: '7000001', link });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('lapor.go.id');
  });

  it('belongs to one case; the other is named only to those who may read it', async ({ expect }) => {
    const first = await newCase();
    const second = await newCase();
    const admin = kanal.desks.admin;
    await act(kanal.people.admin, first.code, 'record_sp4n', { number: '7000001' });
    const named = await admin.api(`/cases/${second.code}/record_sp4n`, { number: '7000001' });
    expect(named.status).toBe(422);
    expect(await named.text()).toContain(first.code);
    await held(first.code);
    const unnamed = await (
      await admin.api(`/cases/${second.code}/record_sp4n`, { number: '7000001' })
    ).text();
    expect(unnamed).toContain('laporan lain');
    expect(unnamed).not.toContain(first.code);
    // Of the same event: one is merged into the other.
    const [parent] = [await caseRow(first.code)];
    await openDb(env.DB).update(cases).set({ parentId: parent.id }).where(eq(cases.code, second.code));
    expect((await admin.api(`/cases/${second.code}/record_sp4n`, { number: '7000001' })).status).toBe(200);
  });

  it('goes to one of two people who record it at once', async ({ expect }) => {
    const codes = [(await newCase()).code, (await newCase()).code, (await newCase()).code];
    const tries = codes.map((code) => act(kanal.people.admin, code, 'record_sp4n', { number: '7000009' }));
    const done = await Promise.allSettled(tries);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await openDb(env.DB).select().from(cases).where(eq(cases.sp4n, '7000009'));
    expect(rows).toHaveLength(1);
  });
});

describe('the copy view', () => {
  it('empties both lists, and a new answer waits again', async ({ expect }) => {
    const { people } = kanal;
    const { code } = await newCase({ title: 'Jalan Verundika', contact: { name: 'Zelvanoor' } });
    expect(await waiting('report')).toBe(code);
    const page = await kanal.desks.admin.text(`/desk/kasus/${code}/sp4n`);
    expect(page).toContain('Jalan Verundika');
    expect(page).not.toContain('Zelvanoor');
    expect((await mark(code, { number: '7000001' })).status).toBe(303);
    expect(await waiting('report')).toBeNull();
    expect(await waiting('answer')).toBeNull();
    await answered(code);
    expect(await waiting('answer')).toBe(code);
    expect(await kanal.desks.admin.text(`/desk/kasus/${code}/sp4n`)).toContain('Qorimunta');
    await act(people.admin, code, 'mark_copied', {});
    expect(await waiting('answer')).toBeNull();
    await expect(act(people.admin, code, 'mark_copied', {})).rejects.toMatchObject({ kind: 'conflict' });
    await act('reporter', code, 'contest', { reason: 'Belum dikerjakan sama sekali.' });
    expect(await waiting('answer')).toBeNull();
    await act(people.admin, code, 'dispose', { office: 'PUPR' });
    await act(people.liaison, code, 'answer', FINAL);
    expect(await waiting('answer')).toBe(code);
  });

  it('marks report and answer together, and keeps what was typed when it is refused', async ({ expect }) => {
    const { code } = await newCase();
    await answered(code);
    const refused = await mark(code, { number: '12', link: 'https://lapor.go.id/x' });
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain('4 sampai 12 angka');
    expect(text).toContain('value="https://lapor.go.id/x"');
    await mark(code, { number: '7000001', link: 'https://lapor.go.id/x' });
    const row = await caseRow(code);
    expect(row).toMatchObject({ sp4n: '7000001', sp4nAnswerAt: row.answeredAt });
  });

  it('leads through the list, oldest first and around', async ({ expect }) => {
    const codes: string[] = [];
    for (let i = 0; i < 3; i++) codes.push((await newCase({}, { at: Date.UTC(2026, 6, 20, 1 + i) })).code);
    const [first = '', second = '', third = ''] = codes;
    const { admin } = kanal.people;
    const db = openDb(env.DB);
    expect(await nextToCopy(db, admin, 'report', first)).toBe(second);
    expect(await nextToCopy(db, admin, 'report', third)).toBe(first);
    const done = await kanal.desks.admin.text(`/desk/kasus/${first}/sp4n?ok=1&daftar=report`);
    expect(done).toContain(`/desk/kasus/${second}/sp4n?daftar=report`);
  });

  it('gives of an anonim case only what was released', async ({ expect }) => {
    const { code } = await newCase({
      anonymous: true,
      title: 'Rumah Zelvanoor',
      text: 'Jalan di depan rumah saya, Zelvanoor, berlubang besar.',
      place: 'samping kios Zelvanoor',
    });
    const page = () => kanal.desks.admin.text(`/desk/kasus/${code}/sp4n`);
    expect(await page()).not.toContain('Zelvanoor');
    expect(await page()).toContain('Lepaskan teksnya dahulu');
    expect(await waiting('report')).toBeNull();
    const words = { title: 'Jalan berlubang', text: 'Jalan berlubang besar.', photos: [] };
    await act(kanal.people.admin, code, 'release', words);
    expect(await page()).not.toContain('Zelvanoor');
    expect(await page()).toContain('Jalan berlubang besar.');
    expect(await waiting('report')).toBe(code);
  });

  it('is for administrators, and for the one who holds an accusation', async ({ expect }) => {
    const { desks, people } = kanal;
    const { code } = await newCase();
    await answered(code);
    expect((await desks.liaison.send(`/desk/kasus/${code}/sp4n`)).status).toBe(404);
    const secret = await held();
    const statusOf = async (desk: (typeof desks)['admin']) =>
      (await desk.send(`/desk/kasus/${secret}/sp4n`)).status;
    expect([await statusOf(desks.admin), await statusOf(desks.verifier)]).toEqual([404, 200]);
    await act(people.verifier, secret, 'pass_to_inspectorate', {});
    expect([await statusOf(desks.admin), await statusOf(desks.verifier)]).toEqual([404, 404]);
    expect((await mark(secret, { number: '7000005' }, desks.inspector)).status).toBe(303);
    expect(await caseRow(secret)).toMatchObject({ sp4n: '7000005' });
    // Nobody is led to an accusation, and nobody to a case that accuses them.
    expect(await waiting('report')).toBe(code);
    const accused = await addStaff(['admin'], ['DISKOMINFO']);
    const { id } = await caseRow(code);
    await openDb(env.DB)
      .insert(caseAccused)
      .values({ caseId: id, subject: `staff:${accused.id}` });
    expect(await nextToCopy(openDb(env.DB), accused, 'report', '')).toBeNull();
  });
});
