/** Answers as their reporter will read them, before they leave. */
import { now } from '../../platform/clock.ts';
import type { AppContext } from '../http.ts';
import { DraftView, tellDraft } from '../tracking/queries.ts';
import type { DeskCase } from './queries.ts';

/** The answer that waits for approval; null = none does. */
export async function showProposal(c: AppContext, view: DeskCase) {
  const { proposal, code } = view;
  if (!proposal?.waiting) return null;
  const { db, keys, regency } = c.var;
  const at = now();
  const { outcome, date, words } = proposal;
  const draft = { verb: 'answer', state: 'answered', facts: { outcome, date }, words } as const;
  const told = await tellDraft(db, keys, regency, code, draft, at);
  return told ? (
    <DraftView
      regency={regency}
      draft={told}
      files={proposal.files}
      base={`/desk/kasus/${code}/lampiran/`}
      now={at}
    />
  ) : null;
}
