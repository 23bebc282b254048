/** Plays an invented life with its duplicates by the verbs of real ones, in the order in which things happened. */
import { complaintSchema } from '../../../shared/contract/complaint.ts';
import type { Life, LifeStep, SeenPost } from '../../../shared/demo/lives/types.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import type { Done } from '../../cases/change.ts';
import type { Actor, Ctx } from '../../cases/context.ts';
import { planImport } from '../../cases/import.ts';
import type { CaseFile } from '../../cases/load.ts';
import type { CaseVerb } from '../../cases/run.ts';
import { submit } from '../../cases/submit.ts';
import { deskVerb, reporterVerb } from '../../cases/verbs/index.ts';
import { logPost, type Scribe } from '../../features/posts/log.ts';
import { madeCase } from '../../features/posts/queries.ts';
import { commit, type Db, type Plan } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import type { Keys } from '../../privacy/keys.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { planSystem, reportOf } from './system.ts';

export interface Stage {
  db: Db;
  keys: Keys;
  regency: Regency;
  cast: (actor: string) => Staff;
  people: readonly Staff[];
  /** Reads a case as `loadCase` does. */
  load: (db: Db, code: string) => Promise<CaseFile | null>;
  /** Runs a verb as `runVerb` does. */
  run: (ctx: Ctx, verb: CaseVerb, code: string, input: unknown) => Promise<Done>;
}

/** A case that came of a life. */
export interface Played {
  life: Life;
  code: string;
  caseId: number;
}

/** @throws Error naming the life and the step that the verbs refused */
export async function playLife(stage: Stage, whole: Life): Promise<Played[]> {
  const played = new Map<Life, Played>();
  for (const { life, step } of inOrder(whole)) {
    try {
      if (!step) played.set(life, { life, ...(await received(stage, life)) });
      else await happened(stage, life, step, played, whole);
    } catch (cause) {
      throw new Error(`Life ${life.id}: ${step?.verb ?? 'submit'} failed`, { cause });
    }
  }
  return [...played.values()];
}

/** Everything that happens to a case and its duplicates; `step` null = it is received. */
function inOrder(whole: Life): { life: Life; step: LifeStep | null; at: number }[] {
  return [whole, ...whole.duplicates]
    .flatMap((life) => [
      { life, step: null, at: life.exported?.at ?? life.received },
      ...life.steps.map((step) => ({ life, step, at: step.at })),
    ])
    .sort((a, b) => a.at - b.at);
}

async function received(stage: Stage, life: Life): Promise<{ code: string; caseId: number }> {
  if (life.exported) {
    const ctx = { ...contextOf(stage, life.exported.at, null), actor: 'job:sp4n' as const };
    const report = reportOf(stage.regency, life, life.exported.first);
    return carryOut(stage, await planImport(ctx, newId(ctx.now), report, null, () => []));
  }
  const typist = life.by === 'admin' ? stage.cast('admin') : null;
  const post = life.post && typist ? await logged(stage, life, life.post, typist) : null;
  return submit(contextOf(stage, life.received, typist), {
    complaint: complaintSchema.parse(life.body),
    challenge: null,
    unproven: false,
    facts: typist ? { noticeRead: true, intakeOffice: typist.offices[0] ?? null } : {},
    words: post ? { postLink: post.link } : {},
    also: (db, caseId) => (post ? [madeCase(db, post.id, caseId)] : []),
  });
}

async function logged(stage: Stage, { body, received: at }: Life, link: string, by: Staff) {
  const post = { link, topic: body.category ?? null, area: body.area ?? null, outcome: null };
  return { link, id: await seePost(stage, { ...post, at }, by) };
}

/** Writes a post into the log of the desk. @returns its id */
export async function seePost(stage: Stage, { at, ...post }: SeenPost, by: Staff): Promise<number> {
  const { db, keys, regency } = stage;
  const to: Scribe = { db, keys, regency, person: by, actor: `staff:${by.id}`, now: at };
  return (await logPost(to, { ...post, code: null, note: null, screenshot: null })).id;
}

async function happened(
  stage: Stage,
  life: Life,
  step: LifeStep,
  played: ReadonlyMap<Life, Played>,
  whole: Life,
): Promise<void> {
  const code = played.get(life)?.code ?? '';
  if (step.by === 'system') {
    const ctx = { ...contextOf(stage, step.at, null), actor: systemOf(step) };
    const file = await stage.load(stage.db, code);
    if (!file) throw new Error('No such case');
    await carryOut(stage, await planSystem(ctx, file, life, step, async () => [...stage.people]));
    return;
  }
  const parent = step.intoParent ? { parent: played.get(whole)?.code } : {};
  const input = step.verb === 'release' ? { photos: [], ...step.input } : { ...step.input, ...parent };
  const verb = step.by === 'reporter' ? reporterVerb(step.verb) : deskVerb(step.verb);
  if (!verb) throw new Error(`No verb ${step.verb}`);
  const ctx =
    step.by === 'reporter'
      ? { ...contextOf(stage, step.at, null), actor: 'reporter' as const, reporterOf: code }
      : contextOf(stage, step.at, stage.cast(step.by));
  await stage.run(ctx, verb, code, input);
}

function systemOf({ verb }: LifeStep): Actor {
  return ['settle', 'expire', 'inquire'].includes(verb)
    ? 'job:clock'
    : verb === 'import_update'
      ? 'job:sp4n'
      : 'job:routing';
}

function contextOf({ db, keys, regency }: Stage, at: number, staff: Staff | null): Ctx {
  return {
    ...{ db, keys, regency, now: at, staff, reporterOf: null, request: null, hint: () => {} },
    actor: staff ? `staff:${staff.id}` : 'public',
  };
}

async function carryOut(stage: Stage, plan: Plan<Done>): Promise<Done> {
  const [outcome] = await commit(stage.db, [plan]);
  if (!outcome?.ok) throw outcome?.error ?? new Error('Nothing was written');
  return plan.result;
}
