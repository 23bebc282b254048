import { env } from 'cloudflare:workers';
import { and, asc, eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { firstBreak } from '../../workers/cases/chain.ts';
import { requestKey, runVerb } from '../../workers/cases/run.ts';
import { submit } from '../../workers/cases/submit.ts';
import { cases, contacts, entries, history } from '../../workers/cases/table.ts';
import { deskVerb, deskVerbs, reporterVerb, reporterVerbs } from '../../workers/cases/verbs/index.ts';
import { clocks } from '../../workers/clocks/table.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { type Db, openDb } from '../../workers/platform/db.ts';
import { AppError } from '../../workers/platform/problem.ts';
import { idempotencyKeys } from '../../workers/platform/table.ts';
import { abortOn, type Fault, faultyDb } from '../support/faulty.ts';
import { type Cast, type VerbJourney, verbJourneys } from '../support/journeys.ts';
import { addStaff, caseRow, complaint, loadRegency, testCtx } from '../support/worker.ts';

let cast: Cast;

beforeEach(async () => {
  await loadRegency();
  cast = {
    admin: await addStaff(['admin'], ['DISKOMINFOSP']),
    liaison: await addStaff(['liaison'], ['PUPR']),
    verifier: await addStaff(['verifier'], ['SETDA']),
    inspector: await addStaff(['inspector'], ['INSPEKTORAT']),
  };
});

async function attempt(journey: VerbJourney, code: string, key: string, db?: Db) {
  const verb = journey.who === 'reporter' ? reporterVerb(journey.verb) : deskVerb(journey.verb);
  if (!verb) throw new Error(journey.verb);
  const plain = await testCtx();
  const request = await requestKey(plain.keys, key, `${journey.verb}:${code}`, journey.input);
  const ctx =
    journey.who === 'reporter'
      ? await testCtx({ actor: 'reporter', reporterOf: code, request, db })
      : await testCtx({ staff: cast[journey.who], request, db });
  return { done: await runVerb(ctx, verb, code, journey.input), hints: ctx.hints };
}

/** History rows of the verb, and whether the whole chain holds. */
async function written(code: string, verb: string) {
  const row = await caseRow(code);
  const chain = await openDb(env.DB)
    .select()
    .from(history)
    .where(eq(history.caseId, row.id))
    .orderBy(asc(history.seq));
  return {
    count: chain.filter((link) => link.verb === verb).length,
    broken: await firstBreak(chain),
    length: chain.length,
  };
}

describe('the table of journeys', () => {
  it('covers every verb', ({ expect }) => {
    const names = [...Object.keys(deskVerbs), ...Object.keys(reporterVerbs)].sort();
    expect(verbJourneys.map((journey) => journey.verb).sort()).toEqual(names);
  });
});

describe.each(verbJourneys)('$verb', (journey) => {
  const of = journey.writes ?? journey.verb;

  it('is all or nothing, and once when the client tries again', async ({ expect }) => {
    const code = await journey.arrange(cast);
    const before = await snapshotOf(code);
    const { count } = await written(code, of);
    const key = crypto.randomUUID();
    // A statement in the middle aborts; then nothing arrives.
    const repair = await abortOn('cases');
    await expect(attempt(journey, code, key)).rejects.toBeInstanceOf(AppError);
    await repair();
    const { db, struck } = faultyDb('before_batch');
    await expect(attempt(journey, code, key, db)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(struck()).toBe(1);
    expect(await snapshotOf(code)).toEqual(before);

    const first = await attempt(journey, code, key);
    const after = await written(code, of);
    expect(after).toMatchObject({ count: count + 1, broken: null });
    expect(first.done).toMatchObject({ code, seq: after.length });
    // Hints may be lost: what they were about waits in its table.
    const pending = await openDb(env.DB).select().from(deliveries).where(eq(deliveries.status, 'pending'));
    for (const id of first.done.deliveries) expect(pending.map((row) => row.id)).toContain(id);

    const second = await attempt(journey, code, key);
    expect(second.done).toEqual({ ...first.done, deliveries: [] });
    expect(second.hints).toEqual([]);
    const other = { ...journey, input: { ...journey.input, text: 'Isi yang lain sama sekali.' } };
    await expect(attempt(other, code, key)).rejects.toMatchObject({ kind: 'key_reused' });
    expect(await written(code, of)).toEqual(after);
  });

  it('is once when its answer is lost and the client tries again', async ({ expect }) => {
    const code = await journey.arrange(cast);
    const { count } = await written(code, of);
    const key = crypto.randomUUID();
    const { db, struck } = faultyDb('answer_lost');
    await attempt(journey, code, key, db).catch((error: unknown) => error);
    expect(struck()).toBe(1);
    const again = await attempt(journey, code, key);
    const after = await written(code, of);
    expect(after).toMatchObject({ count: count + 1, broken: null });
    expect(again.done).toMatchObject({ code, seq: after.length });
  });
});

async function snapshotOf(code: string) {
  const db = openDb(env.DB);
  const row = await caseRow(code);
  return {
    row,
    history: await db.select().from(history).where(eq(history.caseId, row.id)),
    entries: await db.select().from(entries).where(eq(entries.caseId, row.id)),
    clocks: await db
      .select()
      .from(clocks)
      .where(and(eq(clocks.subject, 'case'), eq(clocks.subjectId, row.id))),
    deliveries: await db.select().from(deliveries).where(eq(deliveries.caseId, row.id)),
    contacts: await db.select().from(contacts).where(eq(contacts.caseId, row.id)),
  };
}

describe('submit', () => {
  const body = complaint({ contact: { name: 'Sitti', email: 'sitti@example.id' } });
  const once = async (key: string, db?: Db, submitted = body) => {
    const { keys } = await testCtx();
    const ctx = await testCtx({ db, request: await requestKey(keys, key, 'submit', submitted) });
    return {
      receipt: await submit(ctx, { complaint: submitted, challenge: `c-${key}`, unproven: false }),
      hints: ctx.hints,
    };
  };

  it.for(['before_batch', 'answer_lost'] as Fault[])(
    'gives one case and one receipt: %s',
    async (fault, { expect }) => {
      const key = crypto.randomUUID();
      const { db, struck } = faultyDb(fault);
      const first = await once(key, db).catch((error: unknown) => error);
      expect(struck()).toBe(1);
      const { receipt } = await once(key);
      expect(await openDb(env.DB).select().from(cases)).toHaveLength(1);
      if (fault === 'before_batch') expect(first).toMatchObject({ kind: 'unavailable' });
      else expect(first).toMatchObject({ receipt: { code: receipt.code, pin: receipt.pin } });
      const again = await once(key);
      expect(again.receipt).toMatchObject({
        code: receipt.code,
        pin: receipt.pin,
        due: receipt.due,
        fresh: false,
      });
    },
  );

  it('gives one case when two tries run at once', async ({ expect }) => {
    const key = crypto.randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => once(key)));
    expect(new Set(all.map(({ receipt }) => `${receipt.code}/${receipt.pin}`)).size).toBe(1);
    expect(await openDb(env.DB).select().from(cases)).toHaveLength(1);
    const kept = await openDb(env.DB).select().from(idempotencyKeys);
    expect(kept.map(({ key: one }) => one.startsWith('proof:')).sort()).toEqual([false, true]);
  });

  it('gives everybody a case when many come in the same millisecond', async ({ expect }) => {
    const ctx = await testCtx();
    // 200 ids of 4,096: some are drawn twice.
    const all = await Promise.all(
      Array.from({ length: 200 }, () => submit(ctx, { complaint: body, challenge: null, unproven: false })),
    );
    expect(new Set(all.map(({ code }) => code)).size).toBe(200);
    expect(await openDb(env.DB).select().from(cases)).toHaveLength(200);
  });

  it('is all or nothing', async ({ expect }) => {
    const key = crypto.randomUUID();
    for (const table of ['deliveries', 'clocks', 'contacts']) {
      const repair = await abortOn(table);
      await expect(once(key)).rejects.toMatchObject({ kind: 'unavailable' });
      await repair();
      expect(await openDb(env.DB).select().from(cases)).toEqual([]);
      expect(await openDb(env.DB).select().from(history)).toEqual([]);
    }
    expect((await once(key)).receipt.fresh).toBe(true);
  });

  it('refuses the same key with another body, and a challenge that another request spent', async ({
    expect,
  }) => {
    const key = crypto.randomUUID();
    await once(key);
    await expect(
      once(key, undefined, complaint({ text: 'Isi lain sama sekali, bukan yang tadi.' })),
    ).rejects.toMatchObject({
      kind: 'key_reused',
    });
    const ctx = await testCtx({ request: null });
    await expect(
      submit(ctx, { complaint: body, challenge: `c-${key}`, unproven: false }),
    ).rejects.toMatchObject({
      kind: 'proof_of_work',
    });
  });
});
