/** /desk/kasus: one case, a form for each possible verb, its files. */
import { Hono } from 'hono';
import { normaliseCode } from '../../../shared/code.ts';
import { serveUpload } from '../../cases/attachments/serve.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import type { DeskVerb } from '../../cases/verbs/index.ts';
import { readContact } from '../../cases/view.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { listAccounts } from '../staff/queries.ts';
import { askAgain } from '../staff/recent.tsx';
import { codeOf, fileOf, findView, perform, verbOf, viewOf } from './act.ts';
import { copyPages } from './copy-pages.tsx';
import { choseTwo, confirmed, inputOf, readForm, type Typed, withFiles } from './input.ts';
import { showProposal } from './preview.tsx';
import type { DeskCase } from './queries.ts';
import { reminderLink } from './reminder.ts';
import { relatedCases } from './searching.ts';
import type { Refused } from './views/actions.tsx';
import { CasePage, type CasePageProps } from './views/case.tsx';
import type { MergeTarget } from './views/frame.tsx';
import { LostCase } from './views/kept.tsx';
import { Done, nextPage, Trouble } from './views/outcome.tsx';
import { hasRelated, RelatedLists } from './views/related.tsx';
import { MAX_PHOTOS } from './views/work-photos.tsx';

/** One photo of 10 MB and the form around it. */
const FORM_BYTES = 11 * 1024 * 1024;

export const casePages = new Hono<AppEnv>();

casePages.route('/', copyPages);

casePages.get('/:code', async (c) => {
  const view = await viewOf(c, codeOf(c));
  const target = await targetOf(c, view, c.req.query('gabung'));
  return show(c, view, { top: <Done verb={c.req.query('ok')} />, target });
});

casePages.get('/:code/lampiran/:id', async (c) => {
  const view = await viewOf(c, codeOf(c));
  return serveUpload(c.env, c.var.db, fileOf(view, c.req.param('id')));
});

/** "Tambah foto": stores one file and shows its form again as it was typed. */
casePages.post('/:code/lampiran', atMost(FORM_BYTES), async (c) => {
  const code = codeOf(c);
  const verb = withFiles.find((name) => name === c.req.query('untuk')) ?? 'answer';
  const typed = readForm(await c.req.formData());
  const view = await findView(c, code);
  if (view === null) return lost(c, verb, typed);
  if (!view.verbs.includes(verb)) {
    // Who could answer when the form was opened has words to lose; nobody else has.
    if (typed.version === null || typed.version >= view.version) throw new AppError('not_found');
    return refuse(c, code, verb, typed, new AppError('conflict', { detail: 'not_now' }));
  }
  const moved = typed.version !== null && typed.version < view.version;
  const problem = (await keepFile(c, typed)) ?? (moved ? new AppError('conflict') : null);
  const refused: Refused = { verb, typed, errors: errorsOf(problem?.fields ?? []) };
  return show(
    c,
    view,
    { refused, top: problem ? trouble(c, view, refused, problem) : undefined },
    problem?.status,
  );
});

/** A photo with boxes burnt in, from the page of whoever releases the case; the release makes it the offices' picture. */
casePages.post('/:code/hitamkan/:id', atMost(FORM_BYTES), async (c) => {
  const view = await viewOf(c, codeOf(c));
  if (!view.verbs.includes('release')) throw new AppError('not_found');
  fileOf(view, c.req.param('id'));
  const file = (await c.req.formData()).get('file');
  if (!(file instanceof File)) throw new AppError('invalid');
  const { id } = await storeUpload(c.env, c.var.db, now(), new Uint8Array(await file.arrayBuffer()));
  return c.json({ id }, 201);
});

casePages.post('/:code/:verb', atMost(FORM_BYTES), async (c) => {
  const code = codeOf(c);
  const verb = verbOf(c.req.param('verb'));
  requireWriter(c);
  const form = await c.req.formData();
  const typed = readForm(form);
  try {
    if (verb === 'merge' && typed.values.lihat) return await look(c, await viewOf(c, code), typed);
    if (withFiles.includes(verb)) {
      // Who may not do it stores no files either.
      if (!(await viewOf(c, code)).verbs.includes(verb)) typed.file = null;
      const problem = await keepFile(c, typed);
      if (problem) throw problem;
    }
    if (confirmed.includes(verb) && !typed.sure) {
      throw new AppError('invalid', { fields: [{ pointer: '/sure', message: 'field.required' }] });
    }
    if (choseTwo(typed)) {
      throw new AppError('invalid', { fields: [{ pointer: '/office', message: 'field.one_office' }] });
    }
    if (verb === 'reveal' && (await viewOf(c, code)).verbs.includes('reveal')) {
      const again = await askAgain(c, form);
      if (again) return again;
    }
    const done = await perform(c, verb, code, inputOf(verb, typed), typed.key, typed.version);
    if (verb === 'reveal') return revealed(c, code, done.caseId);
    if (verb === 'remind') {
      return c.redirect(await reminderLink(c, code, typed.values.target?.[0] ?? ''), 303);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refuse(c, code, verb, typed, error);
  }
  return c.redirect(`${nextPage(verb, code)}?ok=${verb}`, 303);
});

/**
 * What waited on a device is sent by its writer or not at all: another account may be signed in there by now.
 * @throws AppError unauthenticated
 */
function requireWriter(c: AppContext): void {
  const writer = c.req.header('x-kanal-petugas');
  if (writer !== undefined && writer !== String(c.var.signedIn.id)) throw new AppError('unauthenticated');
}

/** The identity stands only in this answer, after its row in the history; and only if they still may. */
async function revealed(c: AppContext, code: string, caseId: number): Promise<Response> {
  const view = await viewOf(c, code);
  if (!view.verbs.includes('reveal')) throw new AppError('forbidden');
  return show(c, view, { identity: await readContact(c.var.db, c.var.keys, caseId) });
}

/** Shows the page again with everything typed, and what changed meanwhile. */
async function refuse(
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
  const refused: Refused = { verb, typed, errors: errorsOf(problem.fields) };
  const target = verb === 'merge' ? await targetOf(c, view, typed.values.parent?.[0]) : null;
  return show(c, view, { refused, target, top: trouble(c, view, refused, problem) }, problem.status);
}

/** There is no such case for them (any more); what they wrote is theirs. */
async function lost(c: AppContext, verb: DeskVerb, typed: Typed): Promise<Response> {
  const { regency, signedIn } = c.var;
  return c.html(<LostCase regency={regency} who={signedIn} verb={verb} typed={typed} />, 404);
}

/** "Lihat laporan induk": the page again with what was typed and the case that was named; nothing is written. */
async function look(c: AppContext, view: DeskCase, typed: Typed): Promise<Response> {
  const target = await targetOf(c, view, typed.values.parent?.[0]);
  return show(c, view, { refused: { verb: 'merge', typed, errors: {} }, target });
}

/** The case to merge into, as this person may see it; null when none was named or merging is not theirs. */
async function targetOf(
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
async function keepFile(c: AppContext, typed: Typed): Promise<AppError | null> {
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

function trouble(c: AppContext, view: DeskCase, refused: Refused, problem: AppError) {
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

async function show(
  c: AppContext,
  view: DeskCase,
  more: Partial<Pick<CasePageProps, 'refused' | 'top' | 'identity' | 'target'>>,
  status: AppError['status'] | 200 = 200,
): Promise<Response> {
  const { db, keys, signedIn } = c.var;
  const [accounts, related, shown] = await Promise.all([
    view.verbs.includes('pass_to_inspectorate') ? listAccounts(db) : [],
    relatedCases({ db, keys, search: c.env.SEARCH }, signedIn, view),
    view.verbs.includes('approve_answer') ? showProposal(c, view) : null,
  ]);
  return c.html(
    <CasePage
      view={view}
      regency={c.var.regency}
      who={c.var.signedIn}
      refused={null}
      at={now()}
      owner={c.var.signedIn.id}
      shown={shown}
      accounts={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
      related={
        related && hasRelated(related) ? (
          <RelatedLists related={related} view={view} regency={c.var.regency} />
        ) : null
      }
      {...more}
    />,
    status,
  );
}
