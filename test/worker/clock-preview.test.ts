/** What other days of a clock would have done to the last cases: exact, of ordinary cases only, with a bounded read. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { PackClock } from '../../shared/regencies/types.ts';
import { cases } from '../../workers/cases/table.ts';
import { lateUnder } from '../../workers/features/settings/clock-preview.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { counting, emptyCases, fillCases } from '../support/rows.ts';
import { act, addStaff, loadRegency, MONDAY, newCase } from '../support/worker.ts';

const db = () => openDb(env.DB);
beforeEach(() => loadRegency());

const regency = () => regencyAt(db(), MONDAY);
const clockRow = async (id: (row: PackClock) => boolean, days: number): Promise<PackClock> => {
  const found = (await regency()).clocks.find(id);
  if (!found) throw new Error('no such clock');
  return { ...found, days };
};
const settleOf = (days: number) =>
  clockRow(({ clock, appliesTo }) => clock === 'settle' && appliesTo === 'biasa', days);

describe('another clock', () => {
  it('tells how many would have been late, and how many were', async ({ expect }) => {
    const admin = await addStaff(['admin'], []);
    const liaison = await addStaff(['liaison'], ['PUPR']);
    // Answered after four working days, on a Friday; still open; an information request; and a secret one.
    const codes: string[] = [];
    for (const kind of ['complaint', 'complaint', 'information', 'complaint'] as const) {
      const { code } = await newCase({ kind }, { at: MONDAY });
      await act(admin, code, 'dispose', { office: 'PUPR' }, MONDAY);
      codes.push(code);
    }
    const [answered = '', , , secret = ''] = codes;
    const final = { outcome: 'dijelaskan', text: 'Sudah kami jelaskan di lapangan.' };
    await act(liaison, answered, 'answer', final, MONDAY + 4 * DAY);
    await db().update(cases).set({ berkadar: true, holder: '@inspector' }).where(eq(cases.code, secret));
    const at = async (days: number, now: number) =>
      lateUnder(db(), await regency(), await settleOf(days), now);
    expect(await at(14, MONDAY + 7 * DAY)).toEqual({ looked: 2, before: 0, after: 0 });
    expect(await at(4, MONDAY + 7 * DAY)).toEqual({ looked: 2, before: 0, after: 1 });
    expect(await at(3, MONDAY + 7 * DAY)).toEqual({ looked: 2, before: 0, after: 2 });
    // The open one is late by now, and would not be with more days.
    expect(await at(40, MONDAY + 30 * DAY)).toEqual({ looked: 2, before: 1, after: 0 });
    const information = await clockRow(
      ({ clock, appliesTo }) => clock === 'settle' && appliesTo === 'information',
      1,
    );
    expect(await lateUnder(db(), await regency(), information, MONDAY + 4 * DAY)).toMatchObject({
      looked: 1,
      after: 1,
    });
  });

  it('reads no more rows however many cases there are', async ({ expect }) => {
    const row = await settleOf(3);
    const snapshot = await regency();
    const rowsAt = async (count: number) => {
      await emptyCases();
      await fillCases(count);
      await env.DB.prepare('UPDATE clocks SET days = 14').run();
      const { d1, rows } = counting(env.DB);
      expect((await lateUnder(openDb(d1), snapshot, row, Date.now())).looked).toBeGreaterThan(300);
      return rows;
    };
    const small = await rowsAt(1_000);
    const large = await rowsAt(5_000);
    console.log(`preview of a clock: ${large.read} read`);
    expect(large).toEqual(small);
    expect(large.read).toBeLessThanOrEqual(2_000);
    expect(large).toMatchObject({ written: 0, trips: 1 });
  });
});
