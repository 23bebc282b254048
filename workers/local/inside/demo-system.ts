/** What the router and the clock do in the invented cases. */
import type { PlacedCase } from '../../../shared/demo/place.ts';
import type { DemoStep } from '../../../shared/demo/types.ts';
import { secretHolder } from '../../../shared/permissions/accusations.ts';
import { decide } from '../../../shared/routing/decide.ts';
import type { Done, Facts } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { planDisposition } from '../../cases/disposition.ts';
import { planHold } from '../../cases/hold.ts';
import { type CaseFile, loadCase } from '../../cases/load.ts';
import { findRequest } from '../../cases/run.ts';
import { planSettle } from '../../cases/verbs/settle.ts';
import { planRouting } from '../../features/routing/plan.ts';
import { readUnrouted } from '../../features/routing/queries.ts';
import { rulesOf } from '../../features/routing/rules.ts';
import { commit, type Plan } from '../../platform/db.ts';
import { allStaff } from '../../regency/staff.ts';

/**
 * Lets the real router look at a case that has just come in. Where the story says what becomes of it, the router only
 * makes its suggestion; a case without a story is wholly the router's.
 */
export async function routeAsFound(ctx: Ctx, caseId: number, demo: PlacedCase): Promise<void> {
  const [file] = await readUnrouted(ctx.db, [caseId]);
  if (!file || demo.steps[0]?.by === 'system') return;
  const plan = await planRouting({ ...ctx, request: null }, file, await rulesOf(ctx.db, ctx.regency), () =>
    allStaff(ctx.db, ctx.now),
  );
  if (demo.steps.length === 0 || plan.result.state === 'received') await carryOut(ctx, plan);
}

/** @throws Error when the story asks for something that only people do */
export async function runSystemStep(ctx: Ctx, code: string, demo: PlacedCase, step: DemoStep): Promise<void> {
  const file = await loadCase(ctx.db, code);
  if (!file) throw new Error('No such case');
  if (ctx.request && (await findRequest(ctx, ctx.request))) return;
  await carryOut(ctx, await planStep(ctx, file, demo, step));
}

async function planStep(ctx: Ctx, file: CaseFile, demo: PlacedCase, step: DemoStep): Promise<Plan<Done>> {
  if (step.verb === 'route') return planRoute(ctx, file, demo, step.input.office);
  if (step.verb === 'hold') {
    const accused = step.input.accused.map((office) => `office:${office}`);
    return planHold(ctx, file, {
      holder: secretHolder('verify', accused, await allStaff(ctx.db, ctx.now)),
      accused,
      facts: {},
      words: { reason: step.input.reason },
      set: { confidential: true },
    });
  }
  if (step.verb === 'settle') {
    return planSettle(ctx, file);
  }
  throw new Error(`${step.verb} is not for the system`);
}

/** The story's office, with the reasons and marks that the real rules give for it. */
async function planRoute(ctx: Ctx, file: CaseFile, demo: PlacedCase, office: string): Promise<Plan<Done>> {
  const rules = await rulesOf(ctx.db, ctx.regency);
  const decision = decide(
    {
      kind: demo.kind,
      title: demo.title,
      text: demo.text,
      place: demo.place ?? null,
      area: demo.area,
      category: demo.category,
      office: null,
      aboutOfficial: false,
    },
    rules,
  );
  const agrees = decision.office === office;
  const facts: Facts = agrees
    ? {
        outcome: 'dispose',
        rule: decision.rule,
        version: rules.data.version,
        matched: decision.facts,
        candidates: decision.candidates,
        confidence: decision.confidence,
      }
    : { outcome: 'dispose', rule: 'demo', version: rules.data.version };
  return planDisposition(ctx, file, {
    verb: 'route',
    office,
    copies: [],
    urgent: decision.urgent,
    facts,
    set: { danger: decision.danger, confidential: file.row.confidential || decision.confidential },
  });
}

async function carryOut(ctx: Ctx, plan: Plan<Done>): Promise<void> {
  const [outcome] = await commit(ctx.db, [plan]);
  if (!outcome?.ok) throw outcome?.error ?? new Error('Nothing was written');
}
