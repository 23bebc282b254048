/**
 * Carries a bulk action out, some cases an invocation. What became of a case is written in the batch that changes it, so a
 * step that is cut off or taken twice does nothing twice; the person's rights are judged anew in every step.
 */
import { secretRoles } from '../../../shared/permissions/accusations.ts';
import { standing } from '../../../shared/permissions/index.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import type { Done } from '../../cases/change.ts';
import { leaveAt } from '../../cases/change.ts';
import type { Actor, Ctx } from '../../cases/context.ts';
import { factsOf } from '../../cases/load.ts';
import type { LongJob } from '../../messaging/long-job.ts';
import { outbox } from '../../messaging/outbox.ts';
import { commit, type Outcome, openDb, type Plan } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { forgetRegency } from '../../regency/snapshot.ts';
import { readStaff } from '../../regency/staff.ts';
import { jobContext } from '../http.ts';
import { isKeyGood } from '../staff/queries.ts';
import { planCase, readFiles, reasonOf } from './judge.ts';
import {
  type BulkItem,
  type BulkJob,
  countLed,
  itemDone,
  itemsRefused,
  moveJob,
  readItems,
  readJob,
  runningJobs,
} from './store.ts';

/** Cases in one step, as long as their statements allow. */
const STEP = 40;
/** Statements of a step's changes: run once together, and once more each alone when the batch aborts. */
const STATEMENTS = 400;

/** What fails when somebody else has changed the case, or decided about the item: the next step sees which. */
const overtaken = /^(history|bulk_items)/;

/**
 * The next cases of a running job.
 * @returns whether there are more
 * @throws when something could not be written; the same cases are looked at again
 */
export async function bulkStep(env: Env, id: number): Promise<boolean> {
  const job = await readJob(openDb(env.DB), await loadKeys(env), id, null);
  if (job?.status !== 'running') return false;
  const ctx = await contextOf(env, job);
  // Suspended, or the key was taken back: nothing more happens in their name.
  if (ctx.staff === null) {
    await closeJob(ctx, env, job, 'stopped');
    return false;
  }
  const items = await readItems(ctx.db, id, { limit: STEP, status: 'waiting' });
  if (items.length > 0) await carryOutItems(ctx, job, items);
  if ((await readItems(ctx.db, id, { limit: 1, status: 'waiting' })).length > 0) return true;
  await closeJob(ctx, env, job, 'done');
  return false;
}

/** In the person's name and with their rights of now; `staff` is null when they have none left. */
async function contextOf(env: Env, job: BulkJob): Promise<Ctx> {
  const ctx = await jobContext(env, job.actor as Actor);
  const key = /^key:(\d+)$/.exec(job.actor)?.[1];
  const person = await readStaff(ctx.db, job.staffId, ctx.now);
  const staff = key === undefined ? person : (await isKeyGood(ctx.db, Number(key))) ? asKey(person) : null;
  return { ...ctx, staff, bulk: job.id, shared: new Map() };
}

/** A key acts for nobody who is away, and reads no accusations (staff/session.ts). */
const asKey = (person: Staff | null): Staff | null =>
  person && { ...person, acting: [], roles: person.roles.filter((role) => !secretRoles.includes(role)) };

async function carryOutItems(ctx: Ctx, job: BulkJob, items: readonly BulkItem[]): Promise<void> {
  const files = await readFiles(
    ctx,
    items.map(({ caseId }) => caseId),
  );
  const plans: Plan<Done & { placed: boolean; position: number }>[] = [];
  const refused: Parameters<typeof itemsRefused>[2][number][] = [];
  let statements = 0;
  let outage: unknown = null;
  for (const { caseId, position, version } of items) {
    const file = files.get(caseId);
    try {
      if (!file || ctx.staff === null || standing(ctx.staff, factsOf(file)) === null)
        throw new AppError('not_found');
      if (file.row.version !== version) throw new AppError('conflict');
      const plan = await planCase(ctx, job.verb, file, job.input, version);
      const mine = [...plan.statements, itemDone(ctx.db, job.id, position, plan.result.seq, ctx.now)];
      statements += mine.length;
      // The rest is the next step's.
      if (statements > STATEMENTS && plans.length > 0) break;
      plans.push({
        statements: mine,
        result: { ...plan.result, placed: file.row.placement !== null, position },
      });
    } catch (error) {
      try {
        refused.push({ position, reason: reasonOf(error) });
      } catch {
        outage = error;
      }
    }
  }
  const outcomes = await commit(ctx.db, plans);
  for (const [at, outcome] of outcomes.entries()) {
    const verdict = verdictOf(outcome);
    if (verdict === 'outage') outage ??= outcome.ok ? null : outcome.error;
    if (verdict === 'refused')
      refused.push({ position: plans[at]?.result.position ?? 0, reason: 'not_carried_out' });
  }
  if (refused.length > 0) await itemsRefused(ctx.db, job.id, refused, ctx.now);
  tell(ctx, outcomes);
  if (outage !== null) throw outage;
}

/** What an aborted batch of one case means: looked at again, refused for good, or nothing was decided. */
function verdictOf(outcome: Outcome<Done>): 'done' | 'again' | 'refused' | 'outage' {
  if (outcome.ok) return 'done';
  if (outcome.constraint === null) return 'outage';
  if (outcome.constraint === 'cases.settings') {
    forgetRegency();
    return 'again';
  }
  return overtaken.test(outcome.constraint) ? 'again' : 'refused';
}

function tell(ctx: Ctx, outcomes: readonly Outcome<Done & { placed: boolean }>[]): void {
  const done = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.result] : []));
  const deliveries = done.flatMap((one) => one.deliveries);
  if (deliveries.length > 0) ctx.hint('delivery', deliveries);
  if (done.some(({ placed }) => placed)) ctx.hint('counting', ['fold:placements']);
}

/** Ends a job, once; the successor of an office gets one letter for all cases that came to it. */
export async function closeJob(
  ctx: Ctx,
  env: Env,
  job: BulkJob,
  status: 'done' | 'stopped',
): Promise<boolean> {
  const came = job.verb === 'transfer' ? await countLed(ctx.db, job.id) : 0;
  const office = String(job.input.office ?? '');
  const template = 'staff-transferred';
  const recipient = `office:${office}`;
  const letters =
    came > 0
      ? [
          {
            id: `bulk-${job.id}:1:${template}:${recipient}`,
            caseId: null,
            template,
            recipient,
            values: {
              count: String(came),
              office: ctx.regency.offices.get(office)?.name ?? office,
              link: `${env.ORIGIN}/desk`,
            },
            nextAt: leaveAt(ctx.regency, template, false, ctx.now),
            createdAt: ctx.now,
          },
        ]
      : [];
  const moved = await moveJob(
    ctx.db,
    job.id,
    'running',
    { status, finishedAt: ctx.now },
    outbox(ctx.db, letters),
  );
  if (moved)
    ctx.hint(
      'delivery',
      letters.filter(({ nextAt }) => nextAt <= ctx.now).map(({ id }) => id),
    );
  return moved;
}

export const bulkJob: LongJob = { step: bulkStep, unfinished: runningJobs };
