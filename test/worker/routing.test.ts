import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { eq, isNull } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { firstBreak } from '../../workers/cases/chain.ts';
import { cases, entries, history } from '../../workers/cases/table.ts';
import { consume, type Hint } from '../../workers/features/queue.ts';
import { sweep } from '../../workers/features/sweep.ts';
import { listDeadLetters, replayDeadLetter } from '../../workers/messaging/dead-letters.ts';
import { deadLetters, deliveries } from '../../workers/messaging/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { setRow } from '../../workers/regency/load.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import { countingStatements } from '../support/statements.ts';
import { act, addStaff, caseRow, loadRegency, newCase as routedCase } from '../support/worker.ts';

const newCase = (body: Parameters<typeof routedCase>[0]) => routedCase(body, { unrouted: true });

const pothole = {
  text: 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.',
  area: '73.24.04.1003',
};

beforeEach(async () => {
  await loadRegency();
  await addStaff(['verifier'], ['SETDA']);
});

/** Delivers messages as the queue would, and tells what the consumer acknowledged. */
async function deliver(bodies: unknown[], queue = 'kanal-routing', environment: Env = env, attempts = 1) {
  const batch = createMessageBatch<Hint>(
    queue,
    bodies.map((body, index) => ({
      id: `m${index}-${crypto.randomUUID()}`,
      timestamp: new Date(),
      attempts,
      body: body as Hint,
    })),
  );
  const ctx = createExecutionContext();
  await consume(batch, environment);
  const result = await getQueueResult(batch, ctx);
  return { acked: result.explicitAcks.length, retried: result.retryMessages.length };
}

/** How often each case was routed, and whether its chain holds. */
async function routings(code: string) {
  const row = await caseRow(code);
  const chain = await openDb(env.DB)
    .select()
    .from(history)
    .where(eq(history.caseId, row.id))
    .orderBy(history.seq);
  return {
    times: chain.filter((link) => ['route', 'suggest', 'hold'].includes(link.verb)).length,
    broken: await firstBreak(chain),
  };
}

const withDb = (d1: D1Database): Env =>
  new Proxy(env, { get: (target, name) => (name === 'DB' ? d1 : Reflect.get(target, name)) });

describe('routing', () => {
  it('stores rule, version, facts, candidates and confidence', async ({ expect }) => {
    const { caseId } = await newCase(pothole);
    await deliver([{ ids: [caseId] }]);
    const [entry] = await openDb(env.DB).select().from(entries).where(eq(entries.seq, 2));
    const facts = JSON.parse(entry?.facts ?? '{}') as Record<string, unknown>;
    expect(facts).toMatchObject({ office: 'PUPR', outcome: 'dispose' });
    expect(facts.rule).toBeTruthy();
    expect(facts.version).toBeTruthy();
    expect(facts.matched).not.toEqual([]);
    expect(facts.confidence).toBeGreaterThan(0.5);
    expect(JSON.stringify(facts)).not.toContain('depan pasar');
  });

  it('routes once when messages are duplicated, repeated, reordered or poisoned', async ({ expect }) => {
    const first = await newCase(pothole);
    const second = await newCase({ text: 'Sampah menumpuk di belakang pasar, belum diangkut dua minggu.' });
    const ids = [first.caseId, second.caseId];
    const result = await deliver([
      { ids },
      { ids: [...ids].reverse() },
      { ids: [second.caseId] },
      null,
      { ids: ['x', -1.5, {}] },
      'kacau',
    ]);
    expect(result).toEqual({ acked: 3, retried: 3 });
    await deliver([{ ids }]);
    for (const { code } of [first, second]) expect(await routings(code)).toEqual({ times: 1, broken: null });
  });

  it('routes once when two consumers run at the same time', async ({ expect }) => {
    const receipts = await Promise.all(Array.from({ length: 20 }, () => newCase(pothole)));
    const ids = receipts.map((receipt) => receipt.caseId);
    await Promise.all([deliver([{ ids }]), deliver([{ ids }]), deliver([{ ids: ids.slice(5) }])]);
    await deliver([{ ids }]);
    for (const { code } of receipts) expect(await routings(code)).toEqual({ times: 1, broken: null });
  });

  it('takes as many as one invocation has statements for, and leaves none behind', async ({ expect }) => {
    const ids = await Promise.all(Array.from({ length: 95 }, async () => (await newCase(pothole)).caseId));
    const { d1, executed } = countingStatements(env.DB);
    const messages: unknown[] = [{ ids }];
    const ROUTING = { send: (body: unknown) => Promise.resolve(messages.push(body)) };
    const watched = (DB: D1Database): Env =>
      new Proxy(env, {
        get: (target, name) =>
          name === 'DB' ? DB : name === 'ROUTING' ? ROUTING : Reflect.get(target, name),
      });
    // At its dearest: the batch aborts, and each case is tried alone.
    const repair = await abortOn('clocks');
    expect(await deliver([messages.shift()], 'kanal-routing', watched(d1))).toEqual({ acked: 0, retried: 1 });
    await repair();
    console.log(`routing at its dearest: ${executed()} statements`);
    expect(executed()).toBeGreaterThan(2 * 40);
    expect(executed()).toBeLessThanOrEqual(1000);
    messages.length = 0;
    messages.push({ ids });
    let invocations = 0;
    for (let message = messages.shift(); message; message = messages.shift(), invocations++)
      expect(await deliver([message], 'kanal-routing', watched(env.DB))).toEqual({ acked: 1, retried: 0 });
    expect(invocations).toBe(3);
    expect(await openDb(env.DB).select().from(cases).where(isNull(cases.routedAt))).toEqual([]);
  });

  it('finds a lost message by the sweep', async ({ expect }) => {
    const { caseId } = await newCase(pothole);
    const sent: unknown[] = [];
    const watched = new Proxy(env, {
      get: (target, name) =>
        name === 'ROUTING'
          ? { send: (body: unknown) => Promise.resolve(sent.push(body)) }
          : Reflect.get(target, name),
    });
    await sweep(watched, now());
    expect(sent).toEqual([{ ids: [caseId] }]);
    await deliver([{ ids: [caseId] }]);
    sent.length = 0;
    await sweep(watched, now());
    expect(sent).toEqual([]);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    const receipts = [await newCase(pothole), await newCase(pothole), await newCase(pothole)];
    const ids = receipts.map((receipt) => receipt.caseId);
    const broken = faulty(env.DB, fault, fault === 'before_batch' ? 4 : 1);
    const first = await deliver([{ ids }], 'kanal-routing', withDb(broken.d1));
    expect(broken.struck()).toBeGreaterThan(0);
    expect(first).toEqual(fault === 'before_batch' ? { acked: 0, retried: 1 } : { acked: 1, retried: 0 });
    expect(await deliver([{ ids }])).toEqual({ acked: 1, retried: 0 });
    for (const { code } of receipts) expect(await routings(code)).toEqual({ times: 1, broken: null });
  });

  it('lets one bad case hold up nobody', async ({ expect }) => {
    const good = await newCase(pothole);
    const bad = await newCase(pothole);
    await openDb(env.DB).update(cases).set({ version: 0 }).where(eq(cases.id, bad.caseId));
    const result = await deliver([{ ids: [good.caseId, bad.caseId] }, { ids: [good.caseId] }]);
    expect(result).toEqual({ acked: 1, retried: 1 });
    expect((await caseRow(good.code)).state).toBe('disposed');
    expect((await caseRow(bad.code)).routedAt).toBeNull();
  });

  it('does nothing when a statement in the middle aborts, and all when it works again', async ({
    expect,
  }) => {
    const { code, caseId } = await newCase(pothole);
    const repair = await abortOn('clocks');
    expect(await deliver([{ ids: [caseId] }])).toEqual({ acked: 0, retried: 1 });
    expect(await caseRow(code)).toMatchObject({ version: 1, routedAt: null });
    await repair();
    await deliver([{ ids: [caseId] }]);
    expect(await routings(code)).toEqual({ times: 1, broken: null });
  });

  it('lets an anonim case wait for release, and keeps it from the office', async ({ expect }) => {
    const { code, caseId } = await newCase({ ...pothole, anonymous: true });
    await deliver([{ ids: [caseId] }]);
    expect(await caseRow(code)).toMatchObject({ state: 'received', holder: '@admin', office: null });
    const liaison = await addStaff(['liaison'], ['PUPR']);
    await expect(act(liaison, code, 'note', { text: 'Bolehkah saya baca?' })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('only suggests when the regency demands a person', async ({ expect }) => {
    await setRow(openDb(env.DB), 'switch', 'demandPerson', { id: 'demandPerson', on: true }, now());
    const { code, caseId } = await newCase(pothole);
    await deliver([{ ids: [caseId] }]);
    expect(await caseRow(code)).toMatchObject({ state: 'received', holder: '@admin', office: null });
    expect((await routings(code)).times).toBe(1);
  });

  it('gives a held case to the next one up when every verifier is of the accused office', async ({
    expect,
  }) => {
    await addStaff(['leader'], []);
    const { code, caseId } = await newCase({
      aboutOfficial: true,
      text: 'Staf Sekretariat Daerah (Setda) meminta uang rokok untuk tanda tangan.',
    });
    await deliver([{ ids: [caseId] }]);
    const row = await caseRow(code);
    expect(row.state).toBe('held');
  });

  it('looks at a freed case again without holding it a second time', async ({ expect }) => {
    const verifier = await addStaff(['verifier'], []);
    const { code, caseId } = await newCase({ ...pothole, aboutOfficial: true });
    await deliver([{ ids: [caseId] }]);
    expect((await caseRow(code)).state).toBe('held');
    await act(verifier, code, 'free', { reason: 'Tidak menuduh siapa pun.' });
    expect((await caseRow(code)).routedAt).toBeNull();
    await deliver([{ ids: [caseId] }]);
    expect(await caseRow(code)).toMatchObject({ state: 'verified', holder: '@admin' });
    expect((await caseRow(code)).routedAt).not.toBeNull();
  });
});

describe('dead letters', () => {
  it('are kept once, shown, and replayed to the queue they came from', async ({ expect }) => {
    const parcel = {
      parcel: crypto.randomUUID(),
      scans: [{ p: 1, n: 3, at: now(), k: 'scan', who: 'person' }],
    };
    const bodies: Record<string, unknown> = {
      ROUTING: { ids: [7] },
      DELIVERY: { ids: ['7:1:receipt:reporter'] },
      CLOCKS: { ids: ['case:7'] },
      COUNTING: parcel,
      JOBS: { ids: ['import:7'] },
    };
    const secrets = ['rahasia pelapor', { ids: [7], name: 'rahasia' }, { ids: [{ name: 'rahasia' }] }, null];
    const all = [...Object.values(bodies), { ids: ['fold:placements'] }, ...secrets];
    const batch = createMessageBatch<Hint>(
      'kanal-dead',
      all.map((body, i) => ({ id: `m${i}`, timestamp: new Date(), attempts: 1, body: body as Hint })),
    );
    await consume(batch, env);
    await consume(batch, env);
    const db = openDb(env.DB);
    const letters = await listDeadLetters(db);
    expect(letters.map(({ queue }) => queue)).toEqual([
      ...['routing', 'delivery', 'clocks', 'counting', 'jobs', 'counting'],
      ...secrets.map(() => 'unknown'),
    ]);
    expect(JSON.stringify(letters)).not.toContain('rahasia');
    const sent: [string, unknown][] = [];
    const watched = new Proxy(env, {
      get: (target, name) => {
        if (typeof name !== 'string' || !(name in bodies)) return Reflect.get(target, name);
        const sendBatch = async (messages: { body: unknown }[]) => {
          for (const { body } of messages) sent.push([name, body]);
        };
        return { sendBatch };
      },
    });
    for (const letter of letters) await replayDeadLetter(db, watched, letter.id);
    expect(sent).toEqual([...Object.entries(bodies), ['COUNTING', { ids: ['fold:placements'] }]]);
    expect(await listDeadLetters(db)).toEqual([]);
    expect(await db.select().from(deadLetters)).toHaveLength(all.length);
  });
});

describe('notices', () => {
  it('wait in the outbox until a consumer has sent them, and say why they were not', async ({ expect }) => {
    const { caseId } = await newCase({ ...pothole, contact: { email: 'warga@example.id' } });
    const db = openDb(env.DB);
    expect(await db.select().from(deliveries)).toMatchObject([
      { template: 'receipt', recipient: 'reporter', status: 'pending' },
    ]);
    await deliver([{ ids: [`${caseId}:1:receipt:reporter`] }], 'kanal-delivery');
    expect(await db.select().from(deliveries)).toMatchObject([{ status: 'skipped' }]);
  });
});
