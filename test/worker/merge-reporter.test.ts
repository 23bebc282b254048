/** What the reporter of a merged case reads, hears and may still do. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { storeUpload } from '../../workers/cases/attachments/store.ts';
import { firstBreak } from '../../workers/cases/chain.ts';
import { publicStatus } from '../../workers/features/tracking/queries.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { jpeg } from '../support/images.ts';
import { Machine } from '../support/machine.ts';
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
import { Browser, textOf } from '../support/reporter.ts';
import { act, caseRow, MONDAY, newCase, testCtx } from '../support/worker.ts';

let people: Opened['people'];

beforeEach(async () => {
  ({ people } = await openFamily());
});

const merge = (child: string, parent: string, at?: number) => mergeBy(people, child, parent, at);
const answer = (code: string, at?: number, photos: string[] = []) => answerBy(people, code, at, photos);
const pair = (office = true) => pairOf(people, office);

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

  it('has its parent’s word when that is archived, hears it once, and is not lost with it', async ({
    expect,
  }) => {
    const { parent, child } = await pair(false);
    const stays = (await newCase()).code;
    const leaves = (await newCase()).code;
    for (const code of [child.code, stays, leaves]) await merge(code, parent.code, MONDAY);
    await act(
      people.admin,
      parent.code,
      'archive',
      { category: 'terlalu_umum', reason: 'Mohon tempatnya.' },
      MONDAY,
    );
    expect((await view(child.code)).statusLabel).toBe('Diarsipkan');
    expect(await notices('parent-closed')).toEqual([`${(await caseRow(child.code)).id} reporter`]);
    // Its reporter may leave at any time, also long after an answer could have been contested ...
    await act('reporter', child.code, 'contest', { reason: 'Tempatnya depan pasar.' }, MONDAY + 60 * DAY);
    expect(await caseRow(child.code)).toMatchObject({ state: 'reopened', holder: '@admin', parentId: null });
    expect((await clocksOf(child.code)).verify).toBeDefined();
    // ... the administrator may take it out ...
    await act(people.admin, leaves, 'unmerge', { reason: 'Laporan ini jelas tempatnya.' });
    expect(await caseRow(leaves)).toMatchObject({ state: 'received', parentId: null, closedAt: null });
    expect((await caseRow(parent.code)).state).toBe('archived');
    // ... and one that stays goes on with its parent when that is opened again.
    await act(people.admin, parent.code, 'reopen', { reason: 'Tempatnya sudah diketahui.' });
    expect((await view(stays)).statusLabel).toBe((await view(parent.code)).statusLabel);
    expect(await firstBreak(await chainOf(parent.code))).toBeNull();
  });
});
