/** What the desk is about to send, as its reporter will read it. */
import type { Child } from 'hono/jsx';
import type { AnswerWarning } from '../../../shared/answer-text.ts';
import type { CaseState } from '../../../shared/lifecycle/states.ts';
import { rehearse } from '../../cases/run.ts';
import { type DeskVerb, deskVerb } from '../../cases/verbs/index.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type AppContext, ctxOf } from '../http.ts';
import { type Draft, DraftView, tellDraft } from '../tracking/queries.ts';
import { inputOf, type Typed } from './input.ts';
import type { DeskCase } from './queries.ts';

/** The answer that waits for approval; null = none does. */
export async function showProposal(c: AppContext, view: DeskCase): Promise<Child> {
  const { proposal } = view;
  if (!proposal?.waiting) return null;
  const { outcome, date, words, files } = proposal;
  return draw(c, view, { ...leads.answer, facts: { outcome, date }, words }, files);
}

/** What each form becomes for the reporter. A proposed answer is shown as the answer that it would be. */
const leads = {
  answer: { verb: 'answer', state: 'answered' },
  propose_answer: { verb: 'answer', state: 'answered' },
  follow_up: { verb: 'follow_up', state: 'in_progress' },
  ask: { verb: 'ask', state: 'clarification' },
} as const satisfies Partial<Record<DeskVerb, { verb: Draft['verb']; state: CaseState }>>;

/**
 * A form that could be sent as it stands.
 * @throws AppError what sending would throw; warnings do not keep anybody from looking
 */
export async function previewOf(
  c: AppContext,
  view: DeskCase,
  name: DeskVerb,
  typed: Typed,
): Promise<{ shown: Child; warnings: readonly AnswerWarning[] }> {
  const verb = deskVerb(name);
  const lead = name in leads ? leads[name as keyof typeof leads] : null;
  if (verb === null || lead === null) throw new AppError('not_found');
  const input = inputOf(name, typed);
  const ctx = await ctxOf(c, { actor: c.var.actor, staff: c.var.signedIn });
  const warnings = await rehearse(ctx, verb, view.code, input, typed.version).then(
    () => [],
    (error: unknown) => {
      if (error instanceof AppError && error.kind === 'warnings') return error.warnings;
      throw error;
    },
  );
  const { outcome, date, text, question, nextStep, budget } = input as Record<string, string | undefined>;
  const scheduled = lead.verb !== 'answer' || outcome === 'dijadwalkan';
  const draft: Draft = {
    ...lead,
    facts: { ...(outcome ? { outcome } : {}), date: scheduled ? (date ?? null) : null },
    words: {
      text: text?.trim(),
      question: question?.trim(),
      nextStep: nextStep?.trim(),
      budget: scheduled ? budget?.trim() : undefined,
    },
  };
  return { shown: await draw(c, view, draft, typed.stored), warnings };
}

async function draw(
  c: AppContext,
  view: DeskCase,
  draft: Draft,
  files: readonly { id: string; kind: string; bytes: number }[],
): Promise<Child> {
  const { db, keys, regency } = c.var;
  const at = now();
  const told = await tellDraft(db, keys, regency, view.code, draft, at);
  if (told === null) return null;
  const base = `/desk/kasus/${view.code}/unggahan/`;
  return <DraftView regency={regency} draft={told} files={files} base={base} now={at} />;
}
