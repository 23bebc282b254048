import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { cases } from '../../workers/cases/table.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { insertInto } from '../../workers/platform/insert.ts';
import { emptyCases } from '../support/rows.ts';

const clock = (subjectId: number): typeof clocks.$inferInsert => ({
  subject: 'case',
  subjectId,
  clock: 'verify',
  startedSeq: 1,
  startedAt: 1,
  dueAt: 2,
});

const newCase = (id: number, settings: number): typeof cases.$inferInsert => ({
  id,
  code: `LT-${id}`,
  version: 1,
  headHash: 'h',
  state: 'received',
  kind: 'complaint',
  holder: '@admin',
  holderSince: 1,
  nextDueAt: 1,
  dueAt: 1,
  anonymous: true,
  confidential: false,
  aboutOfficial: false,
  channel: 'web',
  title: `O'Brien; "kutip"`,
  submittedBy: 'public',
  receivedAt: 1,
  category: null,
  settings,
});

describe('insertInto writes what Drizzle writes', () => {
  beforeEach(() => emptyCases('deliveries'));

  it('with defaults, nulls, booleans and several rows of different fields', async ({ expect }) => {
    const db = openDb(env.DB);
    const rows = [
      clock(1),
      { ...clock(2), days: 3 },
      { ...clock(3), date: '2026-11-30', pausedAt: null },
    ] as const;
    const into = insertInto(clocks);
    await db.batch([into(db, ...rows)]);
    const own = await db.select().from(clocks).orderBy(clocks.subjectId);
    await db.delete(clocks);
    await db.insert(clocks).values([...rows]);
    expect(own).toEqual(await db.select().from(clocks).orderBy(clocks.subjectId));
    expect(own.map(({ days, date }) => [days, date])).toEqual([
      [null, null],
      [3, null],
      [null, '2026-11-30'],
    ]);

    const intoCases = insertInto(cases);
    await db.batch([
      intoCases(db, newCase(1, 1)),
      intoCases(db, { ...newCase(2, 1), urgent: true, hops: 4 }),
    ]);
    const [first, second] = await db.select().from(cases).orderBy(cases.id);
    await db.delete(cases);
    await db.insert(cases).values(newCase(1, 1));
    expect([first]).toEqual(await db.select().from(cases));
    expect(first).toMatchObject({
      anonymous: true,
      confidential: false,
      hops: 0,
      pinVersion: 1,
      category: null,
    });
    expect(second).toMatchObject({ urgent: true, hops: 4 });
  });

  it('gives each row its own values though the statement is built once', async ({ expect }) => {
    const db = openDb(env.DB);
    const into = insertInto(deliveries);
    const notice = (id: string, template: string) =>
      into(db, {
        id,
        template,
        recipient: 'reporter',
        values: '{}',
        status: 'pending',
        nextAt: 1,
        createdAt: 1,
      });
    await db.batch([notice('a', 'receipt'), notice('b', 'answered')]);
    const found = await db.select().from(deliveries).orderBy(deliveries.id);
    expect(found.map(({ id, template, attempts }) => [id, template, attempts])).toEqual([
      ['a', 'receipt', 0],
      ['b', 'answered', 0],
    ]);
  });

  it('with a column that SQL works out, and aborts the batch when that is NULL', async ({ expect }) => {
    const db = openDb(env.DB);
    const into = insertInto(cases, { settings: (value) => sql`nullif(${value}, 7)` });
    await db.batch([into(db, newCase(1, 3))]);
    await expect(db.batch([into(db, newCase(2, 3)), into(db, newCase(3, 7))])).rejects.toThrow();
    expect(await db.select({ id: cases.id, settings: cases.settings }).from(cases)).toEqual([
      { id: 1, settings: 3 },
    ]);
  });

  it('refuses a computed column that brings a value of its own', ({ expect }) => {
    const into = insertInto(cases, { settings: (value) => sql`${value} + ${1}` });
    expect(() => into(openDb(env.DB), newCase(1, 1))).toThrow('computed column');
  });
});
