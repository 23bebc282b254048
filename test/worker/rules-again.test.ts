/** Open cases get new suggestions only when somebody says so, and only those that nobody has disposed. */
import { env } from 'cloudflare:workers';
import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { Staff } from '../../shared/permissions/people.ts';
import { firstBreak } from '../../workers/cases/chain.ts';
import { cases, entries, history } from '../../workers/cases/table.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { sweepJobs } from '../../workers/features/jobs.ts';
import { suggestJob } from '../../workers/features/routing/again.ts';
import { routeCases } from '../../workers/features/routing/jobs.ts';
import { readRun, suggestAgain } from '../../workers/features/routing/queries.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { type Fault, faulty } from '../support/faulty.ts';
import { countingStatements } from '../support/statements.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

const db = () => openDb(env.DB);
const KELAMBU = 'Kelambu di balai warga robek semua.';

let admin: Staff;
beforeEach(async () => {
  await loadRegency();
  admin = await addStaff(['admin'], ['DISKOMINFOSP']);
  await addStaff(['verifier'], []);
});

/** Submitted and left to the administrator by the router. */
async function routed(text = KELAMBU, more: Parameters<typeof newCase>[0] = {}) {
  const receipt = await newCase({ text, ...more }, { unrouted: true });
  await routeCases(env, [receipt.caseId]);
  return receipt;
}

/** A word that no lexicon knows goes to DLH from now on. */
const learn = (strong = 'kelambu') =>
  setRow(db(), 'topic', 'DLH:9', { to: 'DLH', strong, medium: '' }, now());

async function apply(environment: Env = env): Promise<number> {
  const hint = await suggestAgain(db(), `staff:${admin.id}`, now());
  const id = Number(hint.split(':')[1]);
  let steps = 1;
  while (await suggestJob.step(environment, id)) steps++;
  return steps;
}

/** What must not move. */
async function still(code: string) {
  const { state, holder, holderSince, nextDueAt, dueAt, office, urgent, spam } = await caseRow(code);
  const { id } = await caseRow(code);
  const running = await db().select().from(clocks).where(eq(clocks.subjectId, id)).orderBy(asc(clocks.clock));
  return { state, holder, holderSince, nextDueAt, dueAt, office, urgent, spam, running };
}

async function lastFacts(code: string) {
  const { id, version } = await caseRow(code);
  const all = await db().select().from(entries).where(eq(entries.caseId, id)).orderBy(asc(entries.seq));
  const chain = await db().select().from(history).where(eq(history.caseId, id)).orderBy(asc(history.seq));
  if ((await firstBreak(chain)) !== null || chain.at(-1)?.seq !== version) throw new Error('broken chain');
  return JSON.parse(all.at(-1)?.facts ?? '{}') as { candidates: { office: string }[]; asked?: string };
}

describe('a change of the rules', () => {
  it('touches no open case by itself', async ({ expect }) => {
    const { code } = await routed();
    const before = [await caseRow(code), await still(code)];
    await learn();
    await sweepJobs(env);
    expect([await caseRow(code), await still(code)]).toEqual(before);
  });

  it('gives what waits for a person another suggestion when somebody says so', async ({ expect }) => {
    const { code } = await routed();
    const verified = await routed();
    await act(admin, verified.code, 'verify', { kind: 'complaint', category: '' });
    const before = [await still(code), await still(verified.code)];
    await learn();
    await apply();
    for (const one of [code, verified.code]) {
      expect(await lastFacts(one)).toMatchObject({
        ...{ outcome: 'suggest', rule: 'keyword', asked: `staff:${admin.id}` },
        candidates: [{ office: 'DLH' }],
      });
    }
    expect([await still(code), await still(verified.code)]).toEqual(before);
    expect(await readRun(db())).toMatchObject({ looked: 2, changed: 2, finishedAt: expect.any(Number) });
  });

  it('moves nothing that was disposed, returned, asked, closed, imported or is secret', async ({
    expect,
  }) => {
    const liaison = await addStaff(['liaison'], ['PUPR']);
    const codes = await Promise.all(Array.from({ length: 6 }, async () => (await routed()).code));
    const [disposed = '', returned = '', asked = '', archived = '', imported = '', back = ''] = codes;
    for (const code of [disposed, returned, back]) await act(admin, code, 'dispose', { office: 'PUPR' });
    await act(liaison, returned, 'return', { reason: 'Bukan wewenang kami.', suggestion: 'DLH' });
    await act(admin, asked, 'ask', { question: 'Di desa mana letaknya?' });
    await act(admin, archived, 'archive', {
      category: 'terlalu_umum',
      reason: 'Terlalu umum untuk ditangani.',
    });
    await db().update(cases).set({ importedAt: now() }).where(eq(cases.code, imported));
    // With the administrator again after an office had it.
    await db().update(cases).set({ state: 'verified', holder: '@admin' }).where(eq(cases.code, back));
    const held = await routed(KELAMBU, { aboutOfficial: true });
    const all = [...codes, held.code];
    const before = await Promise.all(all.map(caseRow));
    await learn();
    await apply();
    expect(await Promise.all(all.map(caseRow))).toEqual(before);
  });

  it('says the same nothing twice, also in a second run', async ({ expect }) => {
    const { code } = await routed();
    const other = await routed('Jalan kami begini terus.');
    await learn();
    await apply();
    const before = [await caseRow(code), await caseRow(other.code)];
    expect(before.map((row) => row.version)).toEqual([3, 2]);
    await apply();
    expect([await caseRow(code), await caseRow(other.code)]).toEqual(before);
    expect(await readRun(db())).toMatchObject({ id: 2, looked: 2, changed: 0 });
  });

  it('holds what is now seen to accuse, unless a person verified or freed it', async ({ expect }) => {
    const text = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';
    await setRow(db(), 'switch', 'demandPerson', { id: 'demandPerson', on: true }, now());
    const received = await routed(text, { category: 'jalan-jembatan' });
    const verified = await routed(text, { category: 'jalan-jembatan' });
    await act(admin, verified.code, 'verify', { kind: 'complaint', category: 'jalan-jembatan' });
    const before = await caseRow(verified.code);
    const row = { id: 'jalan-jembatan', name: 'Jalan', lapor: 'x', office: 'INSPEKTORAT', public: true };
    await setRow(db(), 'category', 'jalan-jembatan', row, now());
    await apply();
    expect(await caseRow(received.code)).toMatchObject({ state: 'held', holder: '@verifier' });
    expect(await caseRow(verified.code)).toEqual(before);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])(
    'goes on after %s, and loses and repeats nothing',
    async (fault, { expect }) => {
      const codes = [(await routed()).code, (await routed()).code];
      await learn();
      const hint = await suggestAgain(db(), `staff:${admin.id}`, now());
      const broken = faulty(env.DB, fault, fault === 'before_batch' ? 3 : 1);
      const withFault = new Proxy(env, {
        get: (target, name) => (name === 'DB' ? broken.d1 : Reflect.get(target, name)),
      });
      const id = Number(hint.split(':')[1]);
      await suggestJob.step(withFault, id).catch(() => null);
      expect(broken.struck()).toBeGreaterThan(0);
      expect(await suggestJob.unfinished(db())).toEqual([id]);
      const send: unknown[] = [];
      const JOBS = { send: (body: unknown) => Promise.resolve(send.push(body)) };
      await sweepJobs(
        new Proxy(env, { get: (target, name) => (name === 'JOBS' ? JOBS : Reflect.get(target, name)) }),
      );
      expect(send).toEqual([{ ids: [hint] }]);
      while (await suggestJob.step(env, id));
      for (const code of codes) expect((await caseRow(code)).version).toBe(3);
      expect(await suggestJob.unfinished(db())).toEqual([]);
    },
  );

  it('takes as many as one invocation has statements for', { timeout: 60_000 }, async ({ expect }) => {
    await Promise.all(Array.from({ length: 45 }, () => newCase({ text: KELAMBU })));
    await learn();
    const { d1, executed } = countingStatements(env.DB);
    const watched = new Proxy(env, {
      get: (target, name) => (name === 'DB' ? d1 : Reflect.get(target, name)),
    });
    // 40 and 5 of those received, and nothing verified.
    expect(await apply(watched)).toBe(3);
    console.log(`45 suggestions in 3 invocations: ${executed()} statements`);
    // Twice as many when the batch aborts, and thrice as many again when all of them are held.
    expect(executed() / 45).toBeLessThanOrEqual(4);
    expect(await readRun(db())).toMatchObject({ looked: 45, changed: 45 });
  });
});
