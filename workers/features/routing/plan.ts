/** Turns the rules' decision about one case into its change: held, disposed, or suggested to the administrator. */

import { secretHolder } from '../../../shared/permissions/accusations.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { decide } from '../../../shared/routing/decide.ts';
import type { RouterContext, RoutingDecision } from '../../../shared/routing/types.ts';
import { type Done, type Facts, planChange, type Words } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { planDisposition } from '../../cases/disposition.ts';
import { planHold } from '../../cases/hold.ts';
import type { Plan } from '../../platform/db.ts';
import { open } from '../../privacy/seal.ts';
import type { Unrouted } from './queries.ts';

/** @param staff asked for only when a case is held */
export async function planRouting(
  ctx: Ctx,
  file: Unrouted,
  rules: RouterContext,
  staff: () => Promise<Staff[]>,
): Promise<Plan<Done>> {
  const { row } = file;
  const decision = await decideCase(ctx, file, rules);
  // A verifier found no accusation: what an office reads of the router must not speak of one again.
  const facts =
    decision.outcome === 'held' && row.freed
      ? { ...factsOfDecision(decision, rules.data.version), outcome: 'suggest', rule: 'freed', matched: [] }
      : factsOfDecision(decision, rules.data.version);
  const marks = {
    danger: decision.danger,
    urgent: decision.urgent,
    confidential: row.confidential || decision.confidential,
    spam: decision.spam,
  };
  if (decision.outcome === 'held' && !row.freed) {
    const accused = decision.accused.map((office) => `office:${office}`);
    const holder = secretHolder('verify', [...file.accused, ...accused], await staff());
    return planHold(ctx, file, { holder, accused, facts, set: marks });
  }
  // An anonim case waits for a person's release; a freed one was held once, so a person places it.
  const certain = decision.outcome === 'dispose' && decision.office !== null && !row.anonymous && !row.freed;
  if (certain && decision.office) {
    return planDisposition(ctx, file, {
      verb: 'route',
      office: decision.office,
      copies: [],
      urgent: decision.urgent,
      facts,
      set: marks,
    });
  }
  return planChange(ctx, file, {
    verb: 'suggest',
    visibility: 'desk',
    facts,
    set: { ...marks, routedAt: ctx.now, holder: '@admin' },
  });
}

async function decideCase(ctx: Ctx, file: Unrouted, rules: RouterContext): Promise<RoutingDecision> {
  const { row } = file;
  const place = { table: 'entries', column: 'words', row: `${row.id}:1` };
  const words = JSON.parse((await open(ctx.keys, place, file.words)) ?? '{}') as Words;
  const facts = JSON.parse(file.facts) as { office?: string | null };
  return decide(
    {
      kind: row.kind,
      title: words.title ?? null,
      text: words.text ?? '',
      place: words.place ?? null,
      area: row.area,
      category: row.category,
      office: facts.office ?? null,
      aboutOfficial: row.aboutOfficial && !row.freed,
    },
    rules,
  );
}

/** Why: rule and version, what matched, the other candidates, and how sure. */
function factsOfDecision(decision: RoutingDecision, version: string): Facts {
  return {
    outcome: decision.outcome,
    rule: decision.rule,
    version,
    matched: decision.facts,
    candidates: decision.candidates,
    confidence: decision.confidence,
  };
}
