/**
 * Suggests anew for the open cases that wait for a person, when an administrator says so with a change of the rules. Only
 * what nobody has disposed: no office, no holder, no clock of theirs moves. One that is now seen to accuse somebody is held
 * before any office reads it (domain.md section 2), unless a person has verified or freed it.
 */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { secretHolder } from '../../../shared/permissions/accusations.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { decide } from '../../../shared/routing/decide.ts';
import type { RouterContext } from '../../../shared/routing/types.ts';
import { type Done, planChange } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { planHold } from '../../cases/hold.ts';
import { cases, entries, history } from '../../cases/table.ts';
import type { LongJob } from '../../messaging/long-job.ts';
import { sendHint } from '../../messaging/queues.ts';
import { commit, type Db, type Plan } from '../../platform/db.ts';
import { errorName, log } from '../../platform/log.ts';
import { forgetRegency } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import { jobContext } from '../http.ts';
import { factsOfDecision, inputOf } from './plan.ts';
import { readFiles, type Unrouted } from './queries.ts';
import { rulesOf } from './rules.ts';
import { keepRun, type Run, readRun } from './run.ts';

/** Cases in one invocation: a plan has at most 12 statements, all of them run twice when the batch aborts. */
const STEP = 40;

/** States in which a case waits for its first disposition. */
const states = ['received', 'verified'] as const;

export const suggestJob: LongJob = {
  step,
  unfinished: async (db) => {
    const run = await readRun(db);
    return run && run.finishedAt === null ? [run.id] : [];
  },
};

async function step(env: Env, id: number): Promise<boolean> {
  const ctx = await jobContext(env, 'job:routing');
  const run = await readRun(ctx.db);
  if (run?.id !== id || run.finishedAt !== null) return false;
  const state = states[run.at.state];
  const waiting = state ? await waitingIn(ctx.db, state, run) : [];
  const { changed, deliveries } = await lookAgain(ctx, run, waiting);
  await sendHint(env, 'delivery', deliveries);
  const last = waiting.at(-1);
  const isLast = waiting.length < STEP;
  const at = isLast || !last ? { state: run.at.state + 1, dueAt: 0, id: 0 } : { ...run.at, ...last };
  const over = at.state >= states.length;
  const next = { ...run, at, looked: run.looked + waiting.length, changed: run.changed + changed };
  await keepRun(ctx.db, run, { ...next, finishedAt: over ? ctx.now : null });
  return !over;
}

/** The next cases with the administrators that nobody has disposed, along the index of the desk's lists. */
function waitingIn(
  db: Db,
  state: (typeof states)[number],
  { at }: Run,
): Promise<{ id: number; dueAt: number }[]> {
  return db
    .select({ id: cases.id, dueAt: cases.nextDueAt })
    .from(cases)
    .where(
      and(
        sql`${cases.closedAt} is null and ${cases.routedAt} is not null`,
        eq(cases.holder, '@admin'),
        eq(cases.state, state),
        sql`(${cases.nextDueAt}, ${cases.id}) > (${at.dueAt}, ${at.id})`,
      ),
    )
    .orderBy(asc(cases.nextDueAt), asc(cases.id))
    .limit(STEP);
}

/** @throws when something could not be written though it should have been; the same cases are looked at again */
async function lookAgain(ctx: Ctx, run: Run, waiting: readonly { id: number }[]) {
  const { db, regency } = ctx;
  const ids = waiting.map(({ id }) => id);
  const still = and(inArray(cases.state, [...states]), eq(cases.holder, '@admin'), isNull(cases.office));
  const [rules, files, said] = await Promise.all([
    rulesOf(db, regency),
    ids.length > 0 ? readFiles(db, ids, and(still, eq(cases.berkadar, false), isNull(cases.importedAt))) : [],
    ids.length > 0 ? lastSuggestions(db, ids) : new Map<number, string>(),
  ]);
  let staff: ReturnType<typeof allStaff> | null = null;
  const plans: Plan<Done>[] = [];
  for (const file of files) {
    try {
      const plan = await planAgain(ctx, file, rules, {
        ...{ by: run.by, said: said.get(file.row.id) ?? null },
        staff: () => (staff ??= allStaff(db, ctx.now)),
      });
      if (plan) plans.push(plan);
    } catch (error) {
      log('warn', { event: 'suggest_again_failed', caseId: file.row.id, error: errorName(error) });
    }
  }
  const outcomes = await commit(db, plans);
  // A case that somebody changed meanwhile is theirs.
  const failed = outcomes.find((outcome) => !outcome.ok && !outcome.constraint?.startsWith('history.'));
  if (failed && !failed.ok) {
    forgetRegency();
    throw failed.error;
  }
  const done = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.result] : []));
  return { changed: done.length, deliveries: done.flatMap(({ deliveries }) => deliveries) };
}

interface Before {
  /** Who said that it should be looked at again. */
  by: string;
  /** What the router said last (`saying`). */
  said: string | null;
  staff: () => Promise<Staff[]>;
}

/** @returns null when there is nothing new to say */
async function planAgain(
  ctx: Ctx,
  file: Unrouted,
  rules: RouterContext,
  before: Before,
): Promise<Plan<Done> | null> {
  const { row } = file;
  const decision = decide(await inputOf(ctx.keys, file), rules);
  const facts = { ...factsOfDecision(decision, rules.data.version, row.freed), asked: before.by };
  if (decision.outcome === 'held' && !row.freed) {
    if (row.state !== 'received') return null;
    const accused = decision.accused.map((office) => `office:${office}`);
    const holder = secretHolder('verify', [...file.accused, ...accused], await before.staff());
    return planHold(ctx, file, { holder, accused, facts, set: {} });
  }
  if (saying(facts) === before.said) return null;
  // Also where the rules are sure: it waits for a person already, so a person disposes.
  return planChange(ctx, file, {
    verb: 'suggest',
    visibility: 'desk',
    facts: { ...facts, outcome: 'suggest' },
  });
}

/** What a suggestion says to the desk, to compare. */
function saying({ rule, matched, candidates }: Record<string, unknown>): string {
  return JSON.stringify([rule, matched, candidates]);
}

async function lastSuggestions(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db
    .select({ caseId: entries.caseId, facts: entries.facts })
    .from(history)
    .innerJoin(entries, and(eq(entries.caseId, history.caseId), eq(entries.seq, history.seq)))
    .where(
      and(
        sql`${history.caseId} in (select value from json_each(${JSON.stringify(ids)}))`,
        inArray(history.verb, ['route', 'suggest', 'hold']),
      ),
    )
    .orderBy(asc(history.caseId), asc(history.seq));
  return new Map(
    rows.map(({ caseId, facts }) => [caseId, saying(JSON.parse(facts) as Record<string, unknown>)]),
  );
}
