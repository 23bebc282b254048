/** A duplicate follows its parent, and can be taken out again: histories, clocks, who reads what, and what nobody learns. */
import { env } from 'cloudflare:workers';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { addAccused } from '../../workers/cases/accused.ts';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { firstBreak } from '../../workers/cases/chain.ts';
import { history } from '../../workers/cases/table.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { publicStatus, reporterView } from '../../workers/features/tracking/queries.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { commit, openDb } from '../../workers/platform/db.ts';
import type { AppError } from '../../workers/platform/problem.ts';
import { Desk, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { held } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { Browser, textOf } from '../support/reporter.ts';
import {
  act,
  addStaff,
  caseRow,
  loadRegency,
  MONDAY,
  newCase,
  setClock,
  testCtx,
} from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
  ({ people, desks } = await openDesks());
});

const REASON = 'Lubang yang sama di depan pasar.';
const merge = (child: string, parent: string, at?: number) =>
  act(people.admin, child, 'merge', { parent, reason: REASON }, at);
const answer = (code: string, at?: number, photos: string[] = []) =>
  act(people.liaison, code, 'answer', { outcome: 'dikerjakan', text: 'Lubang sudah ditambal.', photos }, at);

async function pair(office = true) {
  const parent = await newCase({ title: 'Jalan berlubang', text: 'Punya Bu Rosmini, jalan berlubang.' });
  const child = await newCase({ contact: { email: 'dua@example.id' } });
  if (office) await act(people.admin, parent.code, 'dispose', { office: 'PUPR' });
  return { parent, child };
}

async function clocksOf(code: string) {
  const { id } = await caseRow(code);
  const rows = await openDb(env.DB)
    .select()
    .from(clocks)
    .where(and(eq(clocks.subject, 'case'), eq(clocks.subjectId, id), isNull(clocks.stoppedAt)));
  return Object.fromEntries(rows.map((row) => [row.clock, row]));
}

async function chainOf(code: string) {
  const { id } = await caseRow(code);
  return openDb(env.DB).select().from(history).where(eq(history.caseId, id)).orderBy(asc(history.seq));
}

async function view(code: string) {
  const { db, keys, regency } = await testCtx();
  const found = await reporterView(db, keys, regency, code);
  if (!found) throw new Error(code);
  return found;
}

const notices = async (template: string) =>
  (await openDb(env.DB).select().from(deliveries).where(eq(deliveries.template, template))).map(
    ({ caseId, recipient }) => `${caseId} ${recipient}`,
  );

describe('merging', () => {
  it('writes in the history of both, pauses the child, and leaves its promise alone', async ({ expect }) => {
    const { parent, child } = await pair();
    await act(people.admin, child.code, 'dispose', { office: 'DLH' });
    const before = await caseRow(child.code);
    await merge(child.code, parent.code, MONDAY + HOUR);
    const row = await caseRow(child.code);
    expect(row).toMatchObject({
      state: 'merged',
      resumeState: 'disposed',
      parentId: (await caseRow(parent.code)).id,
      dueAt: before.dueAt,
      closedAt: MONDAY + HOUR,
    });
    const chains = [await chainOf(child.code), await chainOf(parent.code)];
    expect(chains.map((chain) => chain.at(-1)?.verb)).toEqual(['merge', 'merged_in']);
    for (const chain of chains) expect(await firstBreak(chain)).toBeNull();
    const running = Object.values(await clocksOf(child.code));
    expect(running.map(({ clock }) => clock).sort()).toEqual(['first_answer', 'promise', 'return', 'settle']);
    for (const clock of running) expect(clock).toMatchObject({ nextAt: null, pausedAt: MONDAY + HOUR });
    expect(await notices('merged')).toEqual([`${row.id} reporter`]);
  });

  it('is undone to where it was: the office has its days again, the promise its date', async ({ expect }) => {
    const { parent, child } = await pair();
    await act(people.admin, child.code, 'dispose', { office: 'DLH' }, MONDAY);
    const before = await clocksOf(child.code);
    await merge(child.code, parent.code, MONDAY + HOUR);
    await act(people.admin, child.code, 'unmerge', { reason: 'Jalan yang lain.' }, MONDAY + 7 * DAY);
    const after = await clocksOf(child.code);
    const { calendar } = (await testCtx()).regency;
    const late = (clock: string) =>
      calendar.workingDaysBetween(before[clock]?.dueAt ?? 0, after[clock]?.dueAt ?? 0);
    expect([late('settle'), late('first_answer')]).toEqual([5, 5]);
    expect(after.promise?.dueAt).toBe(before.promise?.dueAt);
    expect(after.promise?.pausedAt).toBeNull();
    const row = await caseRow(child.code);
    expect(row).toMatchObject({ state: 'disposed', parentId: null, resumeState: null, closedAt: null });
    expect(row.nextDueAt).toBe(after.first_answer?.dueAt);
    expect((await chainOf(parent.code)).at(-1)?.verb).toBe('merged_out');
  });

  it('keeps the pause of a return, and drops a question', async ({ expect }) => {
    const { parent, child } = await pair();
    await act(people.admin, child.code, 'dispose', { office: 'PUPR' });
    await act(people.liaison, child.code, 'return', { reason: 'Bukan jalan kami.', suggestion: 'DLH' });
    await merge(child.code, parent.code);
    await act(people.admin, child.code, 'unmerge', { reason: 'Jalan yang lain.' });
    const back = await clocksOf(child.code);
    expect((await caseRow(child.code)).state).toBe('returned');
    expect([back.verify?.pausedAt, back.promise?.pausedAt]).toEqual([null, null]);
    expect(back.settle?.pausedAt).not.toBeNull();

    const asked = (await newCase()).code;
    await act(people.admin, asked, 'dispose', { office: 'PUPR' }, MONDAY);
    const promise = (await caseRow(asked)).dueAt;
    await act(people.liaison, asked, 'ask', { question: 'Di sebelah mana?' }, MONDAY);
    await merge(asked, parent.code, MONDAY + 2 * DAY);
    expect((await clocksOf(asked)).completeness).toBeUndefined();
    await act(people.admin, asked, 'unmerge', { reason: 'Jalan yang lain.' }, MONDAY + 4 * DAY);
    const row = await caseRow(asked);
    expect(row.state).toBe('disposed');
    const { calendar } = (await testCtx()).regency;
    expect(calendar.workingDaysBetween(promise, row.dueAt)).toBe(2);
    expect((await clocksOf(asked)).settle?.pausedAt).toBeNull();
  });

  it('refuses itself, what is closed, confidential, merged or answered, and a case with children', async ({
    expect,
  }) => {
    const { parent, child } = await pair();
    const third = (await newCase()).code;
    const problem = async (code: string, into: string) => {
      const error = await merge(code, into).catch((thrown: unknown) => thrown);
      return (error as { fields?: { message: string }[] }).fields?.[0]?.message;
    };
    expect(await problem(child.code, child.code)).toBe('field.parent_itself');
    await merge(child.code, parent.code);
    expect(await problem(third, child.code)).toBe('field.parent_merged');
    expect(await problem(parent.code, third)).toBe('field.has_reports');
    const secret = await newCase({ confidential: true });
    expect(await problem(third, secret.code)).toBe('field.parent_confidential');
    const closed = (await newCase()).code;
    await act(people.admin, closed, 'archive', { category: 'terlalu_umum', reason: 'Mohon tempatnya.' });
    expect(await problem(third, closed)).toBe('field.parent_closed');
    const answered = (await newCase()).code;
    await act(people.admin, answered, 'dispose', { office: 'PUPR' });
    await answer(answered);
    await expect(merge(answered, parent.code)).rejects.toMatchObject({ kind: 'conflict' });
    // The other way round it may: its reporter gets the answer at once.
    await merge(third, answered);
  });

  it('has two at once give one merging and one conflict', async ({ expect }) => {
    const { parent, child } = await pair();
    const third = (await newCase()).code;
    const outcomes = await Promise.allSettled([merge(child.code, parent.code), merge(parent.code, third)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const kinds = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [(one.reason as AppError).kind] : [],
    );
    expect(['conflict', 'invalid']).toContain(kinds[0]);
    for (const code of [child.code, parent.code, third])
      expect(await firstBreak(await chainOf(code))).toBeNull();
  });
});

describe('nobody learns of a case by merging', () => {
  it('refuses a secret one, by page and API, like a code that nobody has', async ({ expect }) => {
    const { child } = await pair();
    const secret = await held();
    const accusing = (await newCase()).code;
    const ctx = await testCtx();
    const { id } = await caseRow(accusing);
    await commit(ctx.db, [
      { statements: addAccused(ctx, id, [], [`staff:${people.admin.id}`]), result: null },
    ]);
    const both = await addStaff(['admin', 'verifier'], []);
    for (const desk of [desks.admin, await Desk.of(both)]) {
      const said = async (parent: string) => {
        const api = await desk.api(`/cases/${child.code}/merge`, { parent, reason: REASON });
        const seen = await desk.post(`/desk/kasus/${child.code}/merge`, { parent, lihat: '1' });
        const page = await desk.text(`/desk/kasus/${child.code}?gabung=${parent}`);
        const [words, shown] = [await api.text(), await seen.text()].map((text) =>
          text.replaceAll(parent, ''),
        );
        return [
          api.status,
          words,
          seen.status,
          /Tidak ada laporan dengan nomor ini/.test(shown ?? ''),
          /Tidak ada laporan dengan nomor ini/.test(page),
        ];
      };
      const nobodys = await said('LT-3333-3333');
      expect(await said(secret)).toEqual(nobodys);
      if (desk === desks.admin) expect(await said(accusing)).toEqual(nobodys);
      expect(nobodys).toMatchObject([422, expect.any(String), 200, true, true]);
    }
    expect((await caseRow(child.code)).state).toBe('received');
  });

  it('names relatives only to those who may know of them', async ({ expect }) => {
    const { parent, child } = await pair();
    await act(people.admin, child.code, 'dispose', { office: 'DLH' });
    await merge(child.code, parent.code);
    const dlh = await Desk.of(await addStaff(['liaison'], ['DLH']));
    const child1 = await dlh.text(`/desk/kasus/${child.code}`);
    expect(child1).toContain('laporan lain');
    expect(child1).not.toContain(parent.code);
    expect(await (await dlh.api(`/cases/${child.code}`)).json()).toMatchObject({ parent: { code: null } });
    const pupr = await (await desks.liaison.api(`/cases/${parent.code}`)).text();
    expect(JSON.parse(pupr)).toMatchObject({ reports: { count: 1, codes: [] } });
    expect(pupr).not.toContain(child.code);
    const admin = await desks.admin.text(`/desk/kasus/${parent.code}`);
    expect(admin).toContain('Laporan yang digabung ke sini: 1');
    expect(admin).toContain(child.code);
    // Held meanwhile, it is gone for the administrator, also as the parent of a case that they read.
    await act(people.admin, parent.code, 'hold', { reason: 'Menuduh petugas.', accused: [] });
    expect(await desks.admin.text(`/desk/kasus/${child.code}`)).not.toContain(parent.code);
    expect((await view(child.code)).followed).toMatchObject({ entries: [], attachments: [] });
    // And it can still be taken out.
    await act(people.admin, child.code, 'unmerge', { reason: 'Jalan yang lain.' });
    expect(await firstBreak(await chainOf(parent.code))).toBeNull();
  });
});

describe('the reporter of a merged case', () => {
  it('reads what offices answered and sees the photo, never what the other wrote', async ({ expect }) => {
    const { parent, child } = await pair();
    await act('reporter', parent.code, 'reply', { text: 'Anak saya Fitri jatuh di sana.' });
    await act(people.liaison, parent.code, 'ask', { question: 'Bu Rosmini, di sebelah mana?' });
    await act('reporter', parent.code, 'complete', { text: 'Depan rumah saya.' });
    await merge(child.code, parent.code);
    const bytes = jpeg({ width: 8, height: 8, pixel: () => [1, 2, 3] });
    const { id } = await storeUpload(env, openDb(env.DB), Date.now(), bytes);
    await answer(parent.code, undefined, [id]);
    const { regency, db } = await testCtx();
    expect(await publicStatus(db, regency, child.code)).toMatchObject({
      status: 'merged',
      statusLabel: 'Proses',
    });
    const browser = new Browser();
    const page = await browser.open(child.code, child.pin);
    const text = textOf(page.html);
    for (const said of [parent.code, 'Lubang sudah ditambal.', 'memberi jawaban akhir', REASON])
      expect(text).toContain(said);
    for (const secret of ['Rosmini', 'Fitri', 'Depan rumah', 'Jalan berlubang'])
      expect(page.html).not.toContain(secret);
    expect((await browser.get(`/lacak/laporan/lampiran/${id}`)).status).toBe(200);
    expect(await notices('parent-answered')).toEqual([`${(await caseRow(child.code)).id} reporter`]);
    await act('reporter', parent.code, 'confirm', {});
    expect(await publicStatus(db, regency, child.code)).toMatchObject({ statusLabel: 'Selesai' });
    expect(await notices('parent-closed')).toHaveLength(1);
    // A stranger's file stays a stranger's.
    const other = await newCase();
    const stranger = new Browser();
    await stranger.open(other.code, other.pin);
    expect((await stranger.get(`/lacak/laporan/lampiran/${id}`)).status).toBe(404);
  });

  it('leaves by contesting, for this report alone, as long as the answer may be contested', async ({
    expect,
  }) => {
    const { parent, child } = await pair();
    const late = (await newCase()).code;
    await merge(child.code, parent.code, MONDAY);
    await merge(late, parent.code, MONDAY);
    await answer(parent.code, MONDAY + DAY);
    await act('reporter', child.code, 'contest', { reason: 'Di sini masih berlubang.' }, MONDAY + 2 * DAY);
    expect(await caseRow(child.code)).toMatchObject({
      state: 'reopened',
      holder: '@admin',
      parentId: null,
      closedAt: null,
    });
    expect(Object.keys(await clocksOf(child.code))).toEqual(['verify']);
    expect((await caseRow(parent.code)).state).toBe('answered');
    expect((await chainOf(parent.code)).at(-1)?.verb).toBe('merged_out');
    await expect(
      act('reporter', late, 'contest', { reason: 'Di sini masih berlubang.' }, MONDAY + 30 * DAY),
    ).rejects.toMatchObject({ detail: 'contest_over' });
  });

  it('is settled with the parent by time, told once, and may leave one that was taken back', async ({
    expect,
  }) => {
    const { parent, child } = await pair();
    await merge(child.code, parent.code, MONDAY);
    await answer(parent.code, MONDAY);
    const { calendar } = (await testCtx()).regency;
    const machine = new Machine();
    await machine.run(calendar.addWorkingDays(MONDAY, 10) + 1000);
    await machine.run(calendar.addWorkingDays(MONDAY, 11) - HOUR);
    expect((await caseRow(parent.code)).state).toBe('resolved');
    expect(machine.to('dua@example.id').filter(({ subject }) => /ditutup/.test(subject))).toHaveLength(1);

    const second = await newCase();
    const follower = await newCase({ contact: { email: 'tiga@example.id' } });
    await merge(follower.code, second.code);
    await act('reporter', second.code, 'withdraw', {});
    expect(await notices('parent-closed')).toContain(`${(await caseRow(follower.code)).id} reporter`);
    expect((await view(follower.code)).statusLabel).toBe('Diarsipkan');
    await act('reporter', follower.code, 'contest', { reason: 'Saya masih membutuhkannya.' });
    expect((await clocksOf(follower.code)).promise).toBeUndefined();
    expect((await clocksOf(follower.code)).verify).toBeDefined();
  });
});
