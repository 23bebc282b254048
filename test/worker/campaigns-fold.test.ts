/** The fold of cases into the counts of their placement: exactly once, whatever fails, sleeps or runs twice. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, it } from 'vitest';
import { cases, history } from '../../workers/cases/table.ts';
import { contributes } from '../../workers/features/campaigns/chain/judge.ts';
import { channelCases, channelCounts } from '../../workers/features/campaigns/chain/table.ts';
import { placementCases, placementCounts } from '../../workers/features/campaigns/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { foldMarks } from '../../workers/platform/table.ts';
import {
  count,
  countsOf,
  HINT,
  openCampaign,
  type Placed,
  placedAt,
  watchedEnv,
} from '../support/campaign.ts';
import { abortOn, type Fault, faulty } from '../support/faulty.ts';
import type { Cast } from '../support/journeys.ts';
import { Machine } from '../support/machine.ts';
import { counting, emptyCases, fillCases, type Rows, tell } from '../support/rows.ts';
import { act, addStaff, caseRow, newCase, testCtx } from '../support/worker.ts';

let village: Placed;
let cast: Cast;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
  cast = {
    admin: await addStaff(['admin'], ['DISKOMINFOSP']),
    liaison: await addStaff(['liaison'], ['PUPR']),
    verifier: await addStaff(['verifier'], ['SETDA']),
    inspector: await addStaff(['inspector'], ['INSPEKTORAT']),
  };
});

const db = () => openDb(env.DB);
const placed = (more = {}) => newCase({ placement: village.code, ...more });
const fold = () => count([HINT]);
const marks = () => db().select().from(foldMarks);

async function answered(at?: number): Promise<string> {
  const { code } = await placed();
  await act(cast.admin, code, 'dispose', { office: 'PUPR' });
  await act(cast.liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah ditambal.' }, at);
  return code;
}

describe('the fold', () => {
  it('counts once, however often and by however many it is run', async ({ expect }) => {
    const code = await answered();
    await act('reporter', code, 'confirm', {});
    const all = await Promise.all(Array.from({ length: 6 }, fold));
    expect(all.every(({ acked }) => acked === 1)).toBe(true);
    await fold();
    expect(await countsOf(village)).toEqual({
      submitted: 1,
      accepted: 1,
      settled: 1,
      settledOnTime: 1,
      confirmed: 1,
    });
    expect((await marks()).map(({ fold: name }) => name).sort()).toEqual(['channels', 'placements']);
    expect(await channels()).toEqual(['web 1 1 1 1 1']);
  });

  it.for(['before_batch', 'answer_lost'] as Fault[])('survives %s', async (fault, { expect }) => {
    await answered();
    const broken = faulty(env.DB, fault);
    expect(await count([HINT], watchedEnv({ DB: broken.d1 }).env)).toEqual({ acked: 0, retried: 1 });
    expect(broken.struck()).toBe(1);
    await fold();
    expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1 });
  });

  it.for(['placement_counts', 'placement_cases', 'fold_marks'])(
    'is all or nothing when %s aborts in the middle',
    async (table, { expect }) => {
      await answered();
      const repair = await abortOn(table);
      expect(await fold()).toEqual({ acked: 0, retried: 1 });
      expect([await marks(), await countsOf(village)]).toEqual([[], {}]);
      await repair();
      await fold();
      expect(await countsOf(village)).toEqual({ submitted: 1, accepted: 1 });
    },
  );

  it.for(['channel_counts', 'channel_cases'])(
    'counts channels all or nothing when %s aborts in the middle',
    async (table, { expect }) => {
      await answered();
      const repair = await abortOn(table);
      expect(await fold()).toEqual({ acked: 0, retried: 1 });
      expect(await channels()).toEqual([]);
      await repair();
      await fold();
      expect(await channels()).toEqual(['web 1 1 0 0 0']);
    },
  );

  it('stops one that slept while others went past its place', async ({ expect }) => {
    const code = await answered();
    let slept = false;
    // Between its look and its batch two others fold, and remove the mark that would have stopped it.
    const d1 = new Proxy(env.DB, {
      get(target, name) {
        if (name !== 'batch') {
          const value = Reflect.get(target, name, target) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        }
        return async (statements: D1PreparedStatement[]) => {
          if (!slept) {
            slept = true;
            await fold();
            await act(cast.admin, code, 'hold', { reason: 'Menuduh.', accused: [] });
            await fold();
          }
          return target.batch(statements);
        };
      },
    });
    await count([HINT], watchedEnv({ DB: d1 }).env);
    expect(slept).toBe(true);
    // What it saw is old: the case is an accusation now.
    expect(await countsOf(village)).toEqual({});
  });

  it('finds by the sweep what lost hints have left, and the queue goes on', async ({ expect }) => {
    await fillCases(2_200);
    const { code } = await placed();
    expect(await countsOf(village)).toEqual({});
    await new Machine().run(now());
    expect(await countsOf(village)).toEqual({ submitted: 1 });
    const reached = (await marks()).filter(({ fold }) => fold !== 'figures').map(({ toId }) => toId);
    const [last] = await db()
      .select({ id: history.id })
      .from(history)
      .where(eq(history.caseId, (await caseRow(code)).id));
    expect(reached).toEqual([last?.id, last?.id]);
  });

  it('reads as much at 1,000 cases as at 100,000', { timeout: 60_000 }, async ({ expect }) => {
    const costs: Rows[] = [];
    for (const size of [1_000, 99_000]) {
      if (size > 1_000) await emptyCases('fold_marks');
      await fillCases(size);
      const [last] = await env.DB.prepare('SELECT max(id) AS id FROM history')
        .all<{ id: number }>()
        .then((r) => r.results);
      await db()
        .insert(foldMarks)
        .values(['placements', 'channels'].map((name) => ({ fold: name, round: 0, toId: last?.id ?? 0 })));
      await placed();
      const { d1, rows } = counting(env.DB);
      await count([HINT], watchedEnv({ DB: d1 }).env);
      costs.push(rows);
    }
    const [small, large] = costs;
    if (!small || !large) throw new Error('not measured');
    tell('counting a placed case', large, small);
    expect(Math.abs(large.read + large.written - small.read - small.written)).toBeLessThanOrEqual(3);
  });

  it('gives the counts of a naive recount after any history, and again from 0', { timeout: 60_000 }, async ({
    expect,
  }) => {
    const places = [village, await placedAt('opd:PUPR'), await placedAt('area:73.24.01')];
    const codes: string[] = [];
    const steps = fc.array(
      fc.record({
        step: fc.constantFrom(
          'new',
          'accuse',
          'dispose',
          'answer',
          'confirm',
          'contest',
          'hold',
          'spam',
          'free',
          'fold',
        ),
        pick: fc.nat(30),
      }),
      { minLength: 10, maxLength: 24 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        for (const { step, pick } of list) {
          const placement = places[pick % places.length]?.code;
          const code = codes[pick % Math.max(1, codes.length)] ?? '';
          if (step === 'new' || step === 'accuse' || codes.length === 0)
            codes.push(
              (
                await newCase({
                  placement,
                  aboutOfficial: step === 'accuse',
                  channel: pick % 2 ? 'whatsapp' : 'qr',
                })
              ).code,
            );
          else if (step === 'fold') await Promise.all([fold(), fold()]);
          else await attempt(step, code);
        }
        await fold();
        expect(await allCounts()).toEqual(await recount(places));
        expect(await channels()).toEqual(await recountChannels());
      }),
      { numRuns: 12 },
    );
    const before = [await allCounts(), await channels()];
    const all = async () => [await allCounts(), await channels()];
    // A rebuild: the mark at 0, with and without what stood there.
    await db().delete(foldMarks);
    await fold();
    expect(await all()).toEqual(before);
    const folded = [foldMarks, placementCases, placementCounts, channelCases, channelCounts];
    for (const table of folded) await db().delete(table);
    await fold();
    expect(await all()).toEqual(before);
  });
});

async function attempt(step: string, code: string): Promise<void> {
  const doings: Record<string, () => Promise<unknown>> = {
    dispose: () => act(cast.admin, code, 'dispose', { office: 'PUPR' }),
    answer: () => act(cast.liaison, code, 'answer', { outcome: 'dijelaskan', text: 'Sudah dikerjakan.' }),
    confirm: () => act('reporter', code, 'confirm', {}),
    contest: () => act('reporter', code, 'contest', { reason: 'Belum selesai.' }),
    hold: () => act(cast.admin, code, 'hold', { reason: 'Menuduh petugas.', accused: [] }),
    spam: () => act(cast.admin, code, 'archive', { category: 'spam', reason: 'Iklan saja.' }),
    free: () => act(cast.verifier, code, 'free', { reason: 'Tidak menuduh siapa pun.' }),
  };
  // What is not possible at this stage is refused, and changes nothing.
  await doings[step]?.().catch(() => {});
}

async function allCounts(): Promise<string[]> {
  const rows = await db().select().from(placementCounts);
  return rows
    .filter((row) => row.submitted + row.settled + row.settledOnTime + row.confirmed !== 0)
    .map((row) =>
      [row.day, row.placementId, row.submitted, row.settled, row.settledOnTime, row.confirmed].join(' '),
    )
    .sort();
}

/** Channels with what they have, in the order of the chain. */
async function channels(): Promise<string[]> {
  const rows = await db().select().from(channelCounts).orderBy(channelCounts.channel);
  return rows
    .map((row) => [row.channel, row.submitted, row.accepted, row.settled, row.settledOnTime, row.confirmed])
    .filter(([, ...sums]) => sums.some((sum) => sum !== 0))
    .map((row) => row.join(' '));
}

async function recountChannels(): Promise<string[]> {
  const sums = new Map<string, number[]>();
  for (const row of await db().select().from(cases)) {
    if (!contributes(row)) continue;
    const chain = await db().select().from(history).where(eq(history.caseId, row.id)).orderBy(history.seq);
    const closing = chain.findLast(({ verb }) => /^(confirm|settle|close_forwarded)$/.test(verb));
    const settled = row.state === 'resolved';
    const one = [
      true,
      row.state !== 'archived' && row.office !== null,
      settled,
      settled && (row.answeredAt ?? 0) <= row.dueAt,
      settled && closing?.verb === 'confirm',
    ];
    const before = sums.get(row.channel) ?? [0, 0, 0, 0, 0];
    sums.set(
      row.channel,
      before.map((sum, i) => sum + Number(one[i])),
    );
  }
  return [...sums].map(([channel, sum]) => `${channel} ${sum.join(' ')}`).sort();
}

/** The same figures by looking at every case and its history. */
async function recount(places: Placed[]): Promise<string[]> {
  const { calendar } = (await testCtx()).regency;
  const sums = new Map<string, number[]>();
  for (const row of await db().select().from(cases)) {
    const placement = places.find((one) => one.code === row.placement);
    if (!placement || !contributes(row)) continue;
    const chain = await db().select().from(history).where(eq(history.caseId, row.id)).orderBy(history.seq);
    const closing = chain.findLast(({ verb }) => /^(confirm|settle|close_forwarded)$/.test(verb));
    const settled = row.state === 'resolved';
    const one = [
      1,
      settled,
      settled && (row.answeredAt ?? 0) <= row.dueAt,
      settled && closing?.verb === 'confirm',
    ];
    for (const day of [calendar.localDate(row.receivedAt), '*']) {
      const key = `${day} ${placement.id}`;
      sums.set(
        key,
        (sums.get(key) ?? [0, 0, 0, 0]).map((sum, i) => sum + Number(one[i])),
      );
    }
  }
  return [...sums].map(([key, sum]) => `${key} ${sum.join(' ')}`).sort();
}
