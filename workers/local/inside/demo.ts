/**
 * Loads the invented cases (shared/demo) through the real verbs, with the time set to working days before today. Every
 * step carries a request key of its own, so a load that was cut off goes on where it stopped.
 */
import { and, eq, lt } from 'drizzle-orm';
import { complaintSchema } from '../../../shared/contract/complaint.ts';
import { demoCases } from '../../../shared/demo/cases.ts';
import { type PlacedCase, placeCase } from '../../../shared/demo/place.ts';
import type { DemoStep } from '../../../shared/demo/types.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import type { Actor, Ctx } from '../../cases/context.ts';
import { requestKey, runVerb } from '../../cases/run.ts';
import { submit } from '../../cases/submit.ts';
import { deskVerb, reporterVerb } from '../../cases/verbs/index.ts';
import { deliveries } from '../../messaging/table.ts';
import { DAY, now } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { regencyAt } from '../../regency/snapshot.ts';
import { demoCast } from './accounts.ts';
import { loadCampaign } from './campaign/load.ts';
import { routeAsFound, runSystemStep } from './demo-system.ts';
import { stepTimes, workingDateAfter } from './demo-time.ts';
import { loadPlan } from './evaluation/actions.ts';
import { loadFirstMeeting } from './evaluation/meeting.ts';
import { samplePhoto } from './sample-photo.ts';

interface Stage {
  env: Env;
  db: Db;
  keys: Keys;
  cast: Awaited<ReturnType<typeof demoCast>>;
  /** Codes of the banners that hang, by area; empty without a campaign. */
  banners: ReadonlyMap<string, string>;
  /** When the load began, epoch ms. */
  today: number;
}

/**
 * @param campaign whether there is one, too
 * @param today epoch ms of the start that began it. @returns how many cases there are now
 */
export async function loadDemo(
  env: Env,
  db: Db,
  keys: Keys,
  campaign: boolean,
  today: number,
): Promise<number> {
  const cast = await demoCast(db);
  const regency = await regencyAt(db, today);
  const areas = [...regency.areas.values()];
  const placed = demoCases.map((demo) => placeCase(demo, areas));
  const scanned = placed.flatMap(({ channel, area }) => (channel === 'qr' && area ? [area] : []));
  const runner = cast('campaigner').id;
  const banners = campaign
    ? await loadCampaign({ env, db, keys, regency, runner, today }, scanned)
    : new Map<string, string>();
  const stage: Stage = { env, db, keys, cast, banners, today };
  for (const [index, demo] of placed.entries()) await playCase(stage, demo, index);
  const admin = cast('admin').id;
  await loadFirstMeeting(db, regency, `staff:${admin}`, today);
  await loadPlan({ db, keys, regency, by: `staff:${admin}`, now: today });
  // Mails about steps of last week would all arrive today.
  await db
    .update(deliveries)
    .set({ status: 'skipped', reason: 'Data contoh' })
    .where(and(eq(deliveries.status, 'pending'), lt(deliveries.createdAt, stage.today - DAY)));
  return demoCases.length;
}

async function playCase(stage: Stage, demo: PlacedCase, index: number): Promise<void> {
  const { calendar } = await regencyAt(stage.db, stage.today);
  const days = [demo.day, ...demo.steps.map((step) => step.day)];
  const [received = stage.today, ...times] = stepTimes(calendar, stage.today, days, (index * 11) % 120);
  const complaint = complaintSchema.parse({
    kind: demo.kind,
    title: demo.title,
    text: demo.text,
    area: demo.area ?? undefined,
    place: demo.place,
    category: demo.category ?? undefined,
    anonymous: demo.anonymous,
    confidential: demo.confidential,
    aboutOfficial: demo.aboutOfficial,
    contact: demo.contact,
    channel: demo.channel,
    placement: demo.channel === 'qr' ? stage.banners.get(demo.area ?? '') : undefined,
  });
  const ctx = await contextOf(stage, demo, -1, received, 'public');
  const { code, caseId } = await submit(ctx, { complaint, challenge: null, unproven: false });
  await routeAsFound({ ...ctx, actor: 'job:routing', now: received + 20_000 }, caseId, demo);
  for (const [step, { verb }] of demo.steps.entries()) {
    try {
      await playStep(stage, demo, step, code, times[step] ?? stage.today);
    } catch (cause) {
      throw new Error(`Demo case ${demo.id}: step ${step} (${verb}) failed`, { cause });
    }
  }
}

async function playStep(
  stage: Stage,
  demo: PlacedCase,
  index: number,
  code: string,
  at: number,
): Promise<void> {
  const step = demo.steps[index];
  if (!step) return;
  if (step.by === 'system') {
    const ctx = await contextOf(stage, demo, index, at, step.verb === 'settle' ? 'job:clock' : 'job:routing');
    return runSystemStep(ctx, code, demo, step);
  }
  const byReporter = step.by === 'reporter';
  const staff = byReporter ? null : stage.cast(step.by);
  const ctx = {
    ...(await contextOf(stage, demo, index, at, staff ? `staff:${staff.id}` : 'reporter')),
    staff,
    reporterOf: byReporter ? code : null,
  };
  const verb = byReporter ? reporterVerb(step.verb) : deskVerb(step.verb);
  if (!verb) throw new Error(`No verb ${step.verb}`);
  await runVerb(ctx, verb, code, await inputOf(stage, step, at));
}

async function inputOf(stage: Stage, step: DemoStep, at: number): Promise<Record<string, unknown>> {
  const { calendar } = await regencyAt(stage.db, stage.today);
  const photos: string[] = [];
  for (let i = 0; i < (step.photos ?? 0); i++) {
    photos.push((await storeUpload(stage.env, stage.db, at, await samplePhoto(i + step.day))).id);
  }
  return {
    ...step.input,
    ...(photos.length > 0 ? { photos } : {}),
    ...(step.dateIn === undefined ? {} : { date: workingDateAfter(calendar, at, step.dateIn) }),
  };
}

/** @param step −1 = the submission */
async function contextOf(
  stage: Stage,
  demo: PlacedCase,
  step: number,
  at: number,
  actor: Actor,
): Promise<Ctx> {
  const { db, keys } = stage;
  return {
    db,
    keys,
    regency: await regencyAt(db, now()),
    now: at,
    actor,
    staff: null,
    reporterOf: null,
    request: await requestKey(keys, `demo:${demo.id}:${step}`, 'demo', {}),
    hint: () => {},
  };
}
