/** /desk/cari: a number that is one case opens it, everything else is searched. */
import { normaliseCode } from '../../../shared/code.ts';
import { hasDesk } from '../../../shared/permissions/rooms.ts';
import { DAY, now } from '../../platform/clock.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { AppContext } from '../http.ts';
import type { SearchFilters } from '../search/queries.ts';
import { findView } from './act.ts';
import { type Asked, keepAsked, readAsked } from './asked.ts';
import { showInbox } from './inbox-pages.tsx';
import { exactCase, searchCases } from './searching.ts';
import { MAX_TEXT, openness, periods, SearchPage } from './views/search.tsx';

/**
 * What was searched for last, or the empty page; with `kode`, a case by its code, which is no secret and may stand in an
 * address.
 */
export async function openSearch(c: AppContext): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const typed = c.req.query('kode');
  if (typed !== undefined) {
    const code = normaliseCode(typed, regency.about.codePrefix);
    // A case that may not be known of answers like one that is not there.
    if (code !== null && (await findView(c, code))) return c.redirect(`/desk/kasus/${code}`, 303);
    return showInbox(c, { query: new URLSearchParams(), wrongCode: typed });
  }
  // Who has no desk is led to where they work.
  if (!hasDesk(signedIn)) return showInbox(c);
  const asked = c.req.query('baru') === undefined ? await readAsked(c) : null;
  const place = { db, keys, search: c.env.SEARCH };
  const found = asked && (await searchCases(place, signedIn, asked.text, filtersOf(asked, regency)));
  return c.html(
    <SearchPage
      regency={regency}
      who={signedIn}
      asked={asked ?? { text: '', period: '', state: '' }}
      found={found}
    />,
  );
}

export async function sendSearch(c: AppContext): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  if (!hasDesk(signedIn)) return showInbox(c);
  const form = await c.req.formData();
  const value = (name: string) => {
    const sent = form.get(name);
    return typeof sent === 'string' ? sent : '';
  };
  const known = (options: { value: string }[], sent: string) =>
    options.some((option) => option.value === sent) ? sent : '';
  const text = value('kata').slice(0, MAX_TEXT);
  const code = await exactCase(db, keys, regency, signedIn, text);
  if (code !== null) return c.redirect(`/desk/kasus/${code}`, 303);
  await keepAsked(c, {
    text,
    period: known(periods, value('masa')),
    state: known(openness, value('keadaan')),
  });
  return c.redirect('/desk/cari', 303);
}

function filtersOf({ period, state }: Asked, regency: Regency): SearchFilters {
  const { calendar } = regency;
  const year = calendar.localDate(now()).slice(0, 4);
  const since =
    period === '90' ? now() - 90 * DAY : period === 'tahun' ? calendar.startOfDay(`${year}-01-01`) : null;
  return { since, state: state === 'open' || state === 'closed' ? state : null };
}
