/** What has to be checked is brought to mind once, in one message a day, and only in office hours. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { remindOfChecks } from '../../workers/features/campaigns/register/remind.ts';
import { DAY, HOUR, MINUTE } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { openCampaign } from '../support/campaign.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { Machine } from '../support/machine.ts';
import { countingEnv } from '../support/rows.ts';
import { addStaff, MONDAY } from '../support/worker.ts';

beforeEach(async () => {
  await openCampaign();
  await addStaff(['campaigner'], [], 'Humas', { email: 'humas@example.id' });
  await addStaff(['admin'], [], 'Admin', { email: 'admin@example.id' });
});

/** So many hang by a photo of that time. @param from id of the first */
async function hung(count: number, photoAt: number, from = 1) {
  await env.DB.prepare(
    "UPDATE placements SET life = 'hung', photo = 'f', photo_at = ?, check_at = ? WHERE id BETWEEN ? AND ?",
  )
    .bind(photoAt, photoAt + 83 * DAY, from, from + count - 1)
    .run();
}
const letters = async () =>
  (await env.DB.prepare("SELECT id FROM deliveries WHERE template = 'staff-check-due'").all()).results.length;

describe('a check that is due', () => {
  it('is told in one message for forty, in the morning, to campaigners', async ({ expect }) => {
    const machine = new Machine();
    await hung(40, MONDAY - 83 * DAY);
    const told = () => machine.mails.filter(({ subject }) => subject.includes('perlu dicek'));
    // Sunday and Monday evening: the office is closed.
    await machine.run(MONDAY + 12 * HOUR - DAY);
    await machine.run(MONDAY + 12 * HOUR);
    expect(told()).toEqual([]);
    const tuesday = MONDAY + DAY;
    await machine.run(tuesday);
    await machine.run(tuesday + MINUTE);
    expect(told().map(({ to }) => to)).toEqual(['humas@example.id']);
    expect(told()[0]?.subject).toContain('40 papan perlu dicek sebelum');
    expect(told()[0]?.text).toContain('https://kanal.test/desk/kampanye/papan?cek=1');

    // More that come due on the same day wait for the next one, and nothing is told twice.
    await hung(3, tuesday - 83 * DAY, 100);
    await machine.run(tuesday + HOUR);
    expect(told()).toHaveLength(1);
    await machine.run(tuesday + DAY);
    await machine.run(tuesday + 2 * DAY);
    expect(told().map(({ subject }) => subject.slice(0, 8))).toEqual(['40 papan', '3 papan ']);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('is told once after %s', async (fault, { expect }) => {
    await hung(2, MONDAY - 84 * DAY);
    const db = openDb(faulty(env.DB, fault).d1);
    const regency = await regencyAt(db, MONDAY);
    await remindOfChecks(env, db, regency, MONDAY).catch(() => {});
    await Promise.all([1, 2, 3].map(() => remindOfChecks(env, openDb(env.DB), regency, MONDAY)));
    expect(await letters()).toBe(1);
  });

  it('costs no row while nothing is due', async ({ expect }) => {
    await hung(100, MONDAY - DAY);
    const counted = countingEnv();
    const regency = await regencyAt(openDb(env.DB), MONDAY);
    await remindOfChecks(env, openDb(counted.env.DB), regency, MONDAY);
    expect(counted.rows.read).toBeLessThanOrEqual(1);
  });
});
