import { beforeEach, describe, it } from 'vitest';
import { addAccused } from '../../workers/cases/accused.ts';
import { firstBreak } from '../../workers/cases/chain.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { commit } from '../../workers/platform/db.ts';
import type { AppError } from '../../workers/platform/problem.ts';
import { Desk } from '../support/desk.ts';
import { held } from '../support/journeys.ts';
import {
  answerBy,
  chainOf,
  clocksOf,
  mergeBy,
  noticesOf as notices,
  type Opened,
  openFamily,
  pairOf,
  REASON,
  viewOf as view,
} from '../support/merging.ts';
import { act, addStaff, caseRow, MONDAY, newCase, testCtx } from '../support/worker.ts';

let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  ({ people, desks } = await openFamily());
});

const merge = (child: string, parent: string, at?: number) => mergeBy(people, child, parent, at);
const answer = (code: string, at?: number, photos: string[] = []) => answerBy(people, code, at, photos);
const pair = (office = true) => pairOf(people, office);

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
