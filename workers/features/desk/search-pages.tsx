/** /desk/cari: a number that is one case opens it, everything else is searched. */
import { normaliseCode } from '../../../shared/code.ts';
import { hasDesk } from '../../../shared/permissions/index.ts';
import { DAY, now } from '../../platform/clock.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { AppContext } from '../http.ts';
import type { SearchFilters } from '../search/queries.ts';
import { findView } from './act.ts';
import { showInbox } from './inbox-pages.tsx';
import { exactCase, searchCases } from './searching.ts';
import { type Asked, MAX_TEXT, openness, periods, SearchPage } from './views/search.tsx';

/** The empty page; or with `kode`, a case by its code, which is no secret and may stand in an address. */
export async function openSearch(c: AppContext): Promise<Response> {
  const typed = c.req.query('kode');
  if (typed === undefined) return show(c, { text: '', period: '', state: '' }, false);
  const code = normaliseCode(typed, c.var.regency.about.codePrefix);
  // A case that may not be known of answers like one that is not there.
  if (code !== null && (await findView(c, code))) return c.redirect(`/desk/kasus/${code}`, 303);
  return showInbox(c, { query: new URLSearchParams(), wrongCode: typed });
}

export async function sendSearch(c: AppContext): Promise<Response> {
  const form = await c.req.formData();
  const value = (name: string) => {
    const sent = form.get(name);
    return typeof sent === 'string' ? sent : '';
  };
  const known = (options: { value: string }[], sent: string) =>
    options.some((option) => option.value === sent) ? sent : '';
  const asked = {
    text: value('kata').slice(0, MAX_TEXT),
    period: known(periods, value('masa')),
    state: known(openness, value('keadaan')),
  };
  return show(c, asked, true);
}

async function show(c: AppContext, asked: Asked, sent: boolean): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  // Who has no desk is led to where they work.
  if (!hasDesk(signedIn)) return showInbox(c);
  const code = sent ? await exactCase(db, keys, regency, signedIn, asked.text) : null;
  if (code !== null) return c.redirect(`/desk/kasus/${code}`, 303);
  const place = { db, keys, search: c.env.SEARCH };
  const found = sent ? await searchCases(place, signedIn, asked.text, filtersOf(asked, regency)) : null;
  return c.html(<SearchPage regency={regency} who={signedIn} asked={asked} found={found} />);
}

function filtersOf({ period, state }: Asked, regency: Regency): SearchFilters {
  const { calendar } = regency;
  const year = calendar.localDate(now()).slice(0, 4);
  const since =
    period === '90' ? now() - 90 * DAY : period === 'tahun' ? calendar.startOfDay(`${year}-01-01`) : null;
  return { since, state: state === 'open' || state === 'closed' ? state : null };
}
