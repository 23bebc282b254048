/** What has been kept long enough: counted first, erased once, by somebody or by itself once the period is confirmed. */
import { env } from 'cloudflare:workers';
import { getTableColumns, sql } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { PackRetention } from '../../shared/regencies/types.ts';
import { cases, contacts } from '../../workers/cases/table.ts';
import { lastRun, readRuns } from '../../workers/features/care/queries.ts';
import { LOOK } from '../../workers/features/care/retention.ts';
import { keptUntil, startAfterDry, startDry } from '../../workers/features/care/retention-start.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { erasures } from '../../workers/privacy/table.ts';
import { setRow } from '../../workers/regency/load.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { Desk, hidden } from '../support/desk.ts';
import { castOf, fullCase, wholeChain } from '../support/erasing.ts';
import { faulty } from '../support/faulty.ts';
import { Machine } from '../support/machine.ts';
import { textOf } from '../support/reporter.ts';
import { counting } from '../support/rows.ts';
import { act, addStaff, loadRegency, MONDAY, newCase, setClock } from '../support/worker.ts';

const db = () => openDb(env.DB);
const YEAR_LATER = MONDAY + 400 * DAY;
const log = () => db().select().from(erasures);

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

const regency = () => regencyAt(db(), YEAR_LATER);
async function rule(id: 'contact' | 'content', more: Partial<PackRetention> = {}): Promise<PackRetention> {
  const found = (await regency()).retention.find((one) => one.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  const changed = { ...found, ...more };
  if (Object.keys(more).length > 0) await setRow(db(), 'retention', id, changed, YEAR_LATER, 'staff:1');
  return changed;
}

/** Withdrawn at once: closed on Monday. */
async function closed(more = {}) {
  const made = await newCase({ contact: { email: 'warga@example.id' }, ...more });
  await act('reporter', made.code, 'withdraw', {});
  return made;
}
const withContact = async () => (await db().select().from(contacts)).map(({ caseId }) => caseId).sort();

async function count(id: 'contact' | 'content' = 'contact', at = YEAR_LATER) {
  const machine = new Machine();
  setClock(at);
  await startDry(machine.env, db(), await regency(), await rule(id), 'staff:9', at);
  await machine.drain();
  const [dry] = await readRuns(db());
  if (!dry) throw new Error('no run');
  return dry;
}

async function erase(dryId: number, machine = new Machine()) {
  await startAfterDry(machine.env, db(), await regency(), dryId, 'staff:9', YEAR_LATER);
  await machine.drain();
  return lastRun(db(), 'contact');
}

describe('the period', () => {
  it('counts months back to the same day, or the last of a shorter month', async ({ expect }) => {
    const settings = await regency();
    const day = (iso: string) => settings.calendar.startOfDay(iso);
    const until = (months: number, iso: string) => keptUntil(settings, months, day(iso) + HOUR);
    expect(until(1, '2027-03-31')).toBe(day('2027-02-28'));
    expect(until(12, '2028-02-29')).toBe(day('2027-02-28'));
    expect(until(6, '2027-01-15')).toBe(day('2026-07-15'));
  });

  it('is proposed by the pack, to be confirmed; content is not erased by time', async ({ expect }) => {
    expect((await regency()).retention.map(({ id, months, check }) => [id, months, check])).toEqual([
      ['contact', 12, true],
      ['content', null, true],
    ]);
  });
});

describe('a run', () => {
  it('erases what its dry run has counted, plain and secret, and nothing twice', async ({ expect }) => {
    const cast = await castOf();
    const some = [await closed(), await closed({ kind: 'aspiration' }), await closed()];
    const secret = await closed();
    await db().update(cases).set({ berkadar: true, holder: '@inspector' }).where(sql`id = ${secret.caseId}`);
    await db().update(cases).set({ importedAt: MONDAY }).where(sql`id = ${some[2]?.caseId}`);
    const without = await newCase({});
    await act('reporter', without.code, 'withdraw', {});
    const open = await newCase({ contact: { email: 'warga@example.id' } });
    const again = await newCase({ contact: { email: 'warga@example.id' } });
    await act(cast.admin, again.code, 'archive', { category: 'terlalu_umum', reason: 'Sebutkan tempatnya.' });
    await act(cast.admin, again.code, 'reopen', { reason: 'Sudah dilengkapi.' });
    const parent = await newCase({ contact: { email: 'induk@example.id' } });
    const merged = await newCase({ contact: { email: 'anak@example.id' } });
    await act(cast.admin, merged.code, 'merge', { parent: parent.code, reason: 'Hal yang sama.' });
    const left = [open, again, parent, merged].map(({ caseId }) => caseId).sort();

    const dry = await count();
    expect(dry).toMatchObject({ looked: 6, erased: 4 });
    expect(dry.cursor.counts).toEqual({ '2026:complaint': 3, '2026:aspiration': 1 });
    expect(await log()).toEqual([]);
    const run = await erase(dry.id);
    expect(run).toMatchObject({ looked: 6, erased: 4, by: 'staff:9' });
    expect(run?.finishedAt).not.toBeNull();
    expect(await withContact()).toEqual(left);
    expect((await log()).map(({ scope, why, by }) => [scope, why, by])).toEqual(
      Array(4).fill(['contact', 'retention', 'staff:9']),
    );
    for (const { code } of [...some, secret]) expect(await wholeChain(code)).toBeNull();

    const twice = await count();
    expect(twice).toMatchObject({ looked: 6, erased: 0 });
    expect(await erase(twice.id)).toMatchObject({ erased: 0 });
    expect(await log()).toHaveLength(4);
  });

  it('keeps each invocation within what D1 allows, also when its batch aborts', async ({ expect }) => {
    const cast = await castOf();
    const { caseId } = await fullCase(cast, 'kenariuji');
    for (let i = 0; i < 24; i++) await closed();
    await rule('content', { months: 12 });
    const dry = await count('content');
    expect(dry.erased).toBe(25);
    // One that cannot be written makes the batch abort: each runs alone then.
    const machine = new Machine();
    await env.DB.prepare(
      `create trigger stop before insert on history when new.verb = 'erase' and new.case_id = ${caseId}
       begin select raise(abort, 'UNIQUE constraint failed: history.case_id'); end`,
    ).run();
    await erase(dry.id, machine);
    expect(Math.max(...machine.statements)).toBeLessThan(900);
    expect(await lastRun(db(), 'content')).toMatchObject({ looked: 25, erased: 24 });
    await env.DB.prepare('drop trigger stop').run();
    expect(await log()).toHaveLength(24);
    // The one that was left is taken by the next run.
    await erase((await count('content')).id);
    expect(await log()).toHaveLength(25);
  });

  // The first write of a step erases, the second moves the run on.
  it.for([
    ['before_batch', 0],
    ['answer_lost', 0],
    ['before_batch', 1],
    ['answer_lost', 1],
  ] as const)('erases once when D1 fails: %s, after %s writes', async ([fault, after], { expect }) => {
    for (let i = 0; i < 3; i++) await closed();
    const dry = await count();
    const broken = faulty(env.DB, fault, 1, after);
    const machine = new Machine(broken.d1);
    await startAfterDry(machine.env, db(), await regency(), dry.id, 'staff:9', YEAR_LATER);
    await machine.drain();
    expect(broken.struck()).toBe(1);
    // The message came back to its queue, and is lost there: the sweep begins the run again where it was.
    await new Machine().run(YEAR_LATER);
    expect(await lastRun(db(), 'contact')).toMatchObject({
      looked: 3,
      erased: 3,
      finishedAt: expect.any(Number),
    });
    expect(await withContact()).toEqual([]);
    expect(await log()).toHaveLength(3);
  });

  it('reads as much in each step however many cases there are, and comes to the end', async ({ expect }) => {
    await closed();
    const step = async (d1: D1Database) => {
      const machine = new Machine(d1);
      await startDry(machine.env, db(), await regency(), await rule('contact'), 'staff:9', YEAR_LATER);
      const message = machine.waiting.shift();
      if (message) await machine.consume(message);
    };
    const few = counting(env.DB);
    await step(few.d1);
    await copies(3 * LOOK);
    const many = counting(env.DB);
    await step(many.d1);
    // A page at most, and what each of its cases has: contact, clocks, parent; and those closed at the same moment.
    expect(many.rows.read - few.rows.read).toBeLessThan(LOOK * 5);
    expect(many.rows.written).toBe(few.rows.written);
    expect(await count()).toMatchObject({ looked: 3 * LOOK + 1, erased: 1, finishedAt: expect.any(Number) });
  });
});

/** So many closed cases without a contact, many of them closed at the same moment. */
async function copies(many: number): Promise<void> {
  const columns = Object.values(getTableColumns(cases))
    .map(({ name }) => name)
    .filter((name) => !['id', 'code', 'closed_at'].includes(name));
  await env.DB.prepare(
    `with recursive n(value) as (select 1 union all select value + 1 from n where value < ${many})
     insert into cases (id, code, closed_at, ${columns})
     select n.value, 'X' || n.value, closed_at + n.value % 9, ${columns.map((name) => `cases.${name}`)} from cases, n`,
  ).run();
}

describe('by itself', () => {
  const NIGHT = YEAR_LATER - (YEAR_LATER % DAY) + 18 * HOUR;

  it('nothing is erased before somebody has confirmed the period', async ({ expect }) => {
    await closed();
    await new Machine().run(NIGHT);
    expect(await readRuns(db())).toEqual([]);
    await rule('contact', { check: false });
    await new Machine().run(NIGHT + HOUR);
    expect(await withContact()).toEqual([]);
    expect(await lastRun(db(), 'contact')).toMatchObject({ by: 'job:retention', erased: 1 });
  });

  it('once a day, from where the day before ended', async ({ expect }) => {
    await closed();
    await rule('contact', { check: false });
    const machine = new Machine();
    await machine.run(NIGHT);
    await machine.run(NIGHT + HOUR);
    await machine.run(NIGHT + DAY);
    const runs = (await readRuns(db())).toReversed();
    expect(runs.map(({ looked, erased }) => [looked, erased])).toEqual([
      [1, 1],
      [0, 0],
    ]);
    expect(runs[1]?.cursor.from).toBe(runs[0]?.before);
  });

  it('content goes once the regency has named a period', async ({ expect }) => {
    const { code } = await fullCase(await castOf(), 'kenariuji');
    await rule('content', { months: 12, check: false });
    await new Machine().run(NIGHT);
    expect(await wholeChain(code)).toBeNull();
    expect((await log()).map(({ scope }) => scope)).toEqual(['content']);
  });
});

describe('the page', () => {
  const page = '/desk/data-pribadi/retensi';

  it('counts, hides small numbers, and erases only what was counted', async ({ expect }) => {
    for (let i = 0; i < 3; i++) await closed();
    setClock(YEAR_LATER);
    const officer = await Desk.of(await addStaff(['dpo']));
    const empty = await officer.text(page);
    expect(textOf(empty)).toContain('perlu dipastikan');
    await officer.post(`${page}/hitung`, { rule: 'contact' });
    // The queue is not there: the sweep takes it up.
    await new Machine().run(YEAR_LATER);
    const counted = await officer.text(page);
    expect(textOf(counted)).toContain('kurang dari 5');
    expect(textOf(counted)).not.toMatch(/ 3 laporan/);
    const run = /name="run" value="(\d+)"/.exec(counted)?.[1] ?? '';
    const { key } = hidden(counted, 'hapus');
    expect((await officer.post(`${page}/hapus`, { key, run })).status).toBe(422);
    const response = await officer.post(`${page}/hapus`, { key, run, sure: '1' });
    expect(response.headers.get('location')).toBe(`${page}?ok=hapus`);
    await new Machine().run(YEAR_LATER);
    expect(await withContact()).toEqual([]);
    // The same count does not erase a second time what came since.
    expect((await officer.post(`${page}/hapus`, { key, run, sure: '1' })).status).toBeLessThan(500);
    expect(await log()).toHaveLength(3);
  });

  it('is for the officer and administrators alone', async ({ expect }) => {
    for (const [role, status] of [
      ['dpo', 200],
      ['admin', 200],
      ['inspector', 403],
      ['liaison', 403],
    ] as const) {
      const desk = await Desk.of(await addStaff([role], ['PUPR']));
      expect((await desk.send(page)).status, role).toBe(status);
      expect((await desk.post(`${page}/hitung`, { rule: 'contact' })).status, role).toBe(
        status === 200 ? 303 : 403,
      );
    }
  });

  it('a rule that erases nothing by time cannot be run', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin']));
    expect((await desk.post(`${page}/hitung`, { rule: 'content' })).status).toBe(409);
  });
});
