/** The page of a list. */
import type { Child } from 'hono/jsx';
import { normaliseCode } from '../../../shared/code.ts';
import { hasDesk, homeWithoutDesk } from '../../../shared/permissions/rooms.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import { bulkVerbsOf } from '../bulk/queries.ts';
import { officesUntrained } from '../campaigns/queries.ts';
import type { AppContext } from '../http.ts';
import { officeGaps } from '../staff/queries.ts';
import { troubleSoon } from '../status/queries.ts';
import { findView } from './act.ts';
import type { ListState } from './address.ts';
import { filterParams, readFilters } from './filters.ts';
import { readInbox } from './inbox.ts';
import { listsOf } from './lists.ts';
import type { DeskCase } from './queries.ts';
import { selectViews } from './saved.ts';
import type { Refused } from './views/actions.tsx';
import { InboxPage } from './views/inbox.tsx';
import { RolePage } from './views/others.tsx';

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
  const [page, views, opened, gaps, untrained, trouble] = await Promise.all([
    readInbox(db, keys, regency, signedIn, { list, filters, cursor: state.cursor, counted: lists }, at),
    selectViews(db, signedIn.id),
    shown.opened ?? openedBy(c, query),
    admin ? officeGaps(db, regency, at) : [],
    admin ? officesUntrained(db, regency, at) : [],
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
      bulk={bulkVerbsOf(signedIn)}
      picking={query.get('pilih') === '1'}
      trouble={trouble}
      gaps={gaps}
      untrained={untrained.length}
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
