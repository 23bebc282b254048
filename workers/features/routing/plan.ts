/** Turns the rules' decision about one case into its change: held, disposed, or suggested to the administrator. */

import { secretHolder } from '../../../shared/permissions/accusations.ts';
import type { Staff } from '../../../shared/permissions/people.ts';
import { decide } from '../../../shared/routing/decide.ts';
import { destinyOf } from '../../../shared/routing/destiny.ts';
import type { RouterContext, RoutingDecision, RoutingInput } from '../../../shared/routing/types.ts';
import { type Done, type Facts, planChange, type Words } from '../../cases/change.ts';
import type { Ctx } from '../../cases/context.ts';
import { planDisposition } from '../../cases/disposition.ts';
import { planHold } from '../../cases/hold.ts';
import type { CaseRow } from '../../cases/load.ts';
import type { Plan } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
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
  const facts = factsOfDecision(decision, rules.data.version, row.freed);
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
  const { way, office } = destinyOf(decision, row);
  if (way === 'alone' && office !== null) {
    return planDisposition(ctx, file, {
      verb: 'route',
      office,
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
  return decide(await inputOf(ctx.keys, file), rules);
}

/** What the rules read of a case: what its reporter wrote and chose. Text and title are empty once they were erased. */
export async function inputOf(
  keys: Keys,
  { row, facts, words }: { row: Asked; facts: string; words: string | null },
): Promise<RoutingInput> {
  const place = { table: 'entries', column: 'words', row: `${row.id}:1` };
  const written = JSON.parse((await open(keys, place, words)) ?? '{}') as Words;
  const chosen = JSON.parse(facts) as { office?: string | null };
  return {
    kind: row.kind,
    title: written.title ?? null,
    text: written.text ?? '',
    place: written.place ?? null,
    area: row.area,
    category: row.category,
    office: chosen.office ?? null,
    aboutOfficial: row.aboutOfficial && !row.freed,
  };
}

type Asked = Pick<CaseRow, 'id' | 'kind' | 'area' | 'category' | 'aboutOfficial' | 'freed'>;

/**
 * Why: rule and version, what matched, the other candidates, and how sure. Where a verifier found no accusation, what an
 * office reads of the router must not speak of one again.
 */
export function factsOfDecision(decision: RoutingDecision, version: string, freed: boolean): Facts {
  const silent = decision.outcome === 'held' && freed;
  return {
    outcome: silent ? 'suggest' : decision.outcome,
    rule: silent ? 'freed' : decision.rule,
    version,
    matched: silent ? [] : decision.facts,
    candidates: decision.candidates,
    confidence: decision.confidence,
  };
}
