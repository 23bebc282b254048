/** The page of a case as an answer to what somebody did there: with what they typed, and what became of it. */
import { normaliseCode } from '../../../shared/code.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import type { DeskVerb } from '../../cases/verbs/index.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext } from '../http.ts';
import { listAccounts } from '../staff/queries.ts';
import { findView } from './act.ts';
import { refusedBy } from './gaps.ts';
import type { Typed } from './input.ts';
import { showProposal } from './preview.tsx';
import type { DeskCase } from './queries.ts';
import { accessTo } from './register.ts';
import { relatedCases } from './searching.ts';
import type { Refused } from './views/actions.tsx';
import { CasePage, type CasePageProps } from './views/case.tsx';
import type { MergeTarget } from './views/frame.tsx';
import { LostCase } from './views/kept.tsx';
import { Trouble } from './views/outcome.tsx';
import { CaseAccess } from './views/register.tsx';
import { hasRelated, RelatedLists } from './views/related.tsx';
import { MAX_PHOTOS } from './views/work-photos.tsx';

/** Shows the page again with everything typed, and what changed meanwhile. */
export async function refuse(
  c: AppContext,
  code: string,
  verb: DeskVerb,
  typed: Typed,
  problem: AppError,
): Promise<Response> {
  const view = await findView(c, code);
  if (view === null || problem.kind === 'not_found') return lost(c, verb, typed);
  // The key was spent on other words: these need their own.
  if (problem.kind === 'key_reused') typed.key = '';
  const refused = refusedBy(problem, verb, typed);
  const target = verb === 'merge' ? await targetOf(c, view, typed.values.parent?.[0]) : null;
  return show(c, view, { refused, target, top: trouble(c, view, refused, problem) }, problem.status);
}

/** There is no such case for them (any more); what they wrote is theirs. */
export async function lost(c: AppContext, verb: DeskVerb, typed: Typed): Promise<Response> {
  const { regency, signedIn } = c.var;
  return c.html(<LostCase regency={regency} who={signedIn} verb={verb} typed={typed} />, 404);
}

/** The case to merge into, as this person may see it; null when none was named or merging is not theirs. */
export async function targetOf(
  c: AppContext,
  view: DeskCase,
  named: string | undefined,
): Promise<MergeTarget | null> {
  if (!named?.trim() || !view.verbs.includes('merge')) return null;
  const code = normaliseCode(named, c.var.regency.about.codePrefix);
  const found = code === null ? null : await findView(c, code);
  return { code: code ?? named, view: found?.standing === 'admin' ? found : null };
}

/** Stores the file of this post among the kept ones. @returns what was wrong with it, or null */
export async function keepFile(c: AppContext, typed: Typed): Promise<AppError | null> {
  if (typed.file === null || typed.stored.length >= MAX_PHOTOS) return null;
  try {
    const bytes = new Uint8Array(await typed.file.arrayBuffer());
    const { id, kind, bytes: size } = await storeUpload(c.env, c.var.db, now(), bytes);
    typed.stored.push({ id, kind, bytes: size });
    typed.file = null;
    return null;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

export function trouble(c: AppContext, view: DeskCase, refused: Refused, problem: AppError) {
  const sentence = detailOf(problem, 'id');
  return (
    <Trouble
      regency={c.var.regency}
      view={view}
      refused={refused}
      sentence={sentence}
      moved={problem.kind === 'conflict'}
    />
  );
}

export async function show(
  c: AppContext,
  view: DeskCase,
  more: Partial<Pick<CasePageProps, 'refused' | 'top' | 'identity' | 'target'>>,
  status: AppError['status'] | 200 = 200,
): Promise<Response> {
  const { db, keys, signedIn } = c.var;
  const [accounts, related, waiting, opened] = await Promise.all([
    view.verbs.includes('pass_to_inspectorate') ? listAccounts(db) : [],
    relatedCases({ db, keys, search: c.env.SEARCH }, signedIn, view),
    view.verbs.includes('approve_answer') ? showProposal(c, view) : null,
    accessTo(db, keys, view),
  ]);
  return c.html(
    <CasePage
      view={view}
      regency={c.var.regency}
      who={c.var.signedIn}
      refused={null}
      at={now()}
      owner={c.var.signedIn.id}
      waiting={waiting}
      accounts={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
      related={
        related && hasRelated(related) ? (
          <RelatedLists related={related} view={view} regency={c.var.regency} />
        ) : null
      }
      access={opened && <CaseAccess lines={opened} regency={c.var.regency} />}
      {...more}
    />,
    status,
  );
}
