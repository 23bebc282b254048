/** The page of a list: what it shows, and a case answered in its line. */
import type { Child } from 'hono/jsx';
import { normaliseCode } from '../../../shared/code.ts';
import { hasDesk, homeWithoutDesk } from '../../../shared/permissions/rooms.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import { bulkVerbsOf } from '../bulk/queries.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext } from '../http.ts';
import { officesWithoutLiaison } from '../staff/queries.ts';
import { troubleSoon } from '../status/queries.ts';
import { codeOf, findView, perform, verbOf } from './act.ts';
import { addressOf, type ListState, queryOf } from './address.ts';
import { filterParams, readFilters } from './filters.ts';
import { refusedBy } from './gaps.ts';
import { isCursor, readInbox } from './inbox.ts';
import { confirmed, inputOf, readForm, type Typed } from './input.ts';
import { listsOf } from './lists.ts';
import type { DeskCase } from './queries.ts';
import { selectViews } from './saved.ts';
import type { Refused } from './views/actions.tsx';
import { isInLine } from './views/answer-line.tsx';
import { InboxPage } from './views/inbox.tsx';
import { LostCase } from './views/kept.tsx';
import { RolePage } from './views/others.tsx';
import { Trouble } from './views/outcome.tsx';

interface Shown {
  /** State of the list; by default the address of this request. */
  query?: URLSearchParams;
  /** What was typed when no such case was found. */
  wrongCode?: string;
  /** A case opened in its line, with what was refused there. */
  opened?: { view: DeskCase; refused: Refused | null; top?: Child };
  status?: AppError['status'];
}

/** @throws AppError not_found for a list that this person does not have */
export async function showInbox(c: AppContext, shown: Shown = {}): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const home = homeWithoutDesk(signedIn);
  if (home !== null) return c.redirect(home, 303);
  const query = shown.query ?? new URL(c.req.url).searchParams;
  const at = now();
  const lists = listsOf(signedIn, regency, at);
  const wanted = query.get('daftar');
  const list = wanted === null ? lists[0] : lists.find(({ id }) => id === wanted);
  if (!hasDesk(signedIn) || (!list && wanted === null)) {
    return c.html(<RolePage regency={regency} who={signedIn} />);
  }
  if (!list) throw new AppError('not_found');
  const params = (name: keyof typeof filterParams) => query.get(filterParams[name]) ?? undefined;
  const { filters, problems } = readFilters(params, regency, (name) => filterParams[name]);
  const state: ListState = { list: list.id, filters, cursor: query.get('dari') ?? undefined };
  const admin = signedIn.roles.includes('admin');
  const [page, views, opened, unanswered, trouble] = await Promise.all([
    readInbox(db, keys, regency, signedIn, { list, filters, cursor: state.cursor, counted: lists }, at),
    selectViews(db, signedIn.id),
    shown.opened ?? openedBy(c, query),
    admin ? officesWithoutLiaison(db, regency, at) : [],
    admin ? troubleSoon(c.env, db, keys, regency.switches.demo, at) : null,
  ]);
  return c.html(
    <InboxPage
      regency={regency}
      who={signedIn}
      owner={signedIn.id}
      lists={lists}
      list={list}
      state={state}
      page={page}
      views={views}
      errors={errorsOf(problems)}
      now={at}
      done={query.get('ok') ?? undefined}
      wrongCode={shown.wrongCode}
      opened={opened}
      unanswered={unanswered}
      bulk={bulkVerbsOf(signedIn)}
      picking={query.get('pilih') === '1'}
      trouble={trouble}
    />,
    shown.status ?? (shown.wrongCode !== undefined ? 404 : problems.length > 0 ? 422 : 200),
  );
}

/** The case that `jawab` names; nothing for one that this person may not know of. */
async function openedBy(c: AppContext, query: URLSearchParams): Promise<Shown['opened'] | null> {
  const code = normaliseCode(query.get('jawab') ?? '', c.var.regency.about.codePrefix);
  const view = code === null ? null : await findView(c, code);
  return view && { view, refused: null };
}

/** An answer sent from its line: back to the same list at the next line, or the list again with everything typed. */
export async function answerInLine(c: AppContext): Promise<Response> {
  const code = codeOf(c);
  const verb = verbOf(c.req.param('verb'));
  if (!isInLine(verb)) throw new AppError('not_found');
  const typed = readForm(await c.req.formData());
  const place = placeOf(c, typed);
  try {
    if (confirmed.includes(verb) && !typed.sure) {
      throw new AppError('invalid', { fields: [{ pointer: '/sure', message: 'field.required' }] });
    }
    await perform(c, verb, code, inputOf(verb, typed), typed.key, typed.version);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refuse(c, code, refusedBy(error, verb, typed), error, place);
  }
  return c.redirect(backTo(c, place, verb, typed), 303);
}

/** Where the form came from: of what it brings back only the list, known filters and a cursor are taken over. */
function placeOf(c: AppContext, typed: Typed): ListState | null {
  const { regency, signedIn } = c.var;
  const given = new URLSearchParams(typed.values.tampilan?.[0] ?? '');
  const list = listsOf(signedIn, regency, now()).find(({ id }) => id === given.get('daftar'));
  const cursor = given.get('dari') ?? '';
  const { filters } = readFilters((name) => given.get(filterParams[name]) ?? undefined, regency);
  return list ? { list: list.id, filters, ...(isCursor(cursor) ? { cursor } : {}) } : null;
}

function backTo(c: AppContext, place: ListState | null, verb: string, typed: Typed): string {
  if (place === null) return `/desk?ok=${verb}`;
  const next = normaliseCode(typed.values.lanjut?.[0] ?? '', c.var.regency.about.codePrefix);
  return `${addressOf(place, { ok: verb })}#${next === null ? 'daftar' : `baris-${next}`}`;
}

async function refuse(
  c: AppContext,
  code: string,
  refused: Refused,
  problem: AppError,
  place: ListState | null,
): Promise<Response> {
  const view = await findView(c, code);
  if (view === null || problem.kind === 'not_found') {
    const { regency, signedIn } = c.var;
    return c.html(
      <LostCase regency={regency} who={signedIn} verb={refused.verb} typed={refused.typed} />,
      404,
    );
  }
  // The key was spent on other words: these need their own.
  if (problem.kind === 'key_reused') refused.typed.key = '';
  const top = (
    <Trouble
      regency={c.var.regency}
      view={view}
      refused={refused}
      sentence={detailOf(problem, 'id')}
      moved={problem.kind === 'conflict'}
    />
  );
  const query = new URLSearchParams(place ? queryOf(place) : '');
  return showInbox(c, { query, opened: { view, refused, top }, status: problem.status });
}
