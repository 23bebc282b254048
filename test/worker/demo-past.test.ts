/** What the lives of the demo lead to: made once, wherever a start is cut off. */
import { env } from 'cloudflare:workers';
import { eq, isNotNull, isNull } from 'drizzle-orm';
import { it } from 'vitest';
import { readIndicator } from '../../workers/features/evaluation/evidence/queries.ts';
import { evidenceDocuments, evidenceReviews } from '../../workers/features/evaluation/evidence/table.ts';
import {
  meetingPeople,
  meetingQuestions,
  meetings,
} from '../../workers/features/evaluation/meetings/table.ts';
import { improvements, releases } from '../../workers/features/evaluation/releases/table.ts';
import { begin, lacksPast } from '../../workers/local/inside/demo-began.ts';
import { finishDemo } from '../../workers/local/inside/demo-past.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { meta } from '../../workers/platform/table.ts';
import { staff } from '../../workers/regency/table.ts';
import { faulty } from '../support/faulty.ts';
import { countQuarter } from '../support/released.ts';
import { addStaff, loadRegency, MONDAY, setClock } from '../support/worker.ts';

it('is there once, also when each start is cut off further on, on another day', async ({ expect }) => {
  setClock(MONDAY);
  await loadRegency();
  await countQuarter();
  await addStaff(['admin'], ['DISKOMINFOSP']);
  const { id: secretary } = await addStaff(['leader']);
  const db = openDb(env.DB);
  await db.update(staff).set({ position: 'secretary' }).where(eq(staff.id, secretary));
  const added = (runs: string[]) =>
    db
      .insert(meta)
      .values({ key: 'lives', value: JSON.stringify(runs) })
      .onConflictDoUpdate({ target: meta.key, set: { value: JSON.stringify(runs) } });
  expect(await lacksPast(db)).toBe(false);
  await begin(db);
  await added(['--cases 5']);
  expect(await lacksPast(db)).toBe(false);
  await added([]);
  expect(await lacksPast(db)).toBe(true);
  await added(['demo']);
  let starts = 0;
  for (; starts < 20 && (await lacksPast(db)); starts++) {
    setClock(MONDAY + starts * DAY);
    const cut = faulty(env.DB, starts % 2 ? 'answer_lost' : 'before_batch', 1000, starts ** 2);
    await finishDemo({ ...env, DB: cut.d1 }).catch(() => {});
  }
  expect(starts).toBeGreaterThan(4);
  expect(await lacksPast(db)).toBe(false);
  expect(await db.$count(releases)).toBe(1);
  expect(await db.$count(improvements)).toBe(2);
  expect(await db.$count(improvements, isNotNull(improvements.publishedAt))).toBe(2);
  expect(await db.select({ period: meetings.period, startsAt: meetings.startsAt }).from(meetings)).toEqual([
    { period: '2026-Q2', startsAt: '2026-08-03T09:00' },
  ]);
  expect(await db.$count(meetings, isNull(meetings.frozenAt))).toBe(0);
  expect(await db.$count(meetingQuestions)).toBeGreaterThan(0);
  expect(await db.$count(meetingPeople)).toBeGreaterThan(30);
  expect((await env.FILES.list()).objects.length).toBe(3);
  expect([await db.$count(evidenceDocuments), await db.$count(evidenceReviews)]).toEqual([3, 2]);
  const { criteria } = await readIndicator(db, 'spbe43');
  const standing = Object.fromEntries(criteria.map(({ criterion, standing }) => [criterion.id, standing]));
  expect(standing['spbe43-1-informasi']).toMatchObject({ awarded: true });
  expect(standing['spbe43-3-berkala']).toMatchObject({ awarded: false, wanting: true });
});
