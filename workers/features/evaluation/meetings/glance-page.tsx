/** /desk/evaluasi: the one page as it stands today; the same frozen is the sheet of a meeting. */
import { type ChairPage, chairPage } from '../../../../shared/evaluation/chair-page.ts';
import type { Glance } from '../../../../shared/evaluation/frozen.ts';
import { officesAsked } from '../../../../shared/evaluation/offices-to-ask.ts';
import { type Period, parsePeriod, periodWith } from '../../../../shared/figures/periods.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { doerOf } from '../../doer.ts';
import type { AppContext } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import { actionsOf } from '../actions/queries.ts';
import { readGlance } from './gather.ts';
import { decisionsOf, frozenOf, lastMeeting, openMeeting } from './queries.ts';
import { lineOf } from './show.tsx';
import type { Last } from './views/glance.tsx';
import { GlancePage } from './views/glance-page.tsx';
import { concerns, periodOf } from './words.ts';

/** The period asked for, else that of the next meeting, else the quarter that goes on. */
export async function showGlance(c: AppContext): Promise<Response> {
  const { db, regency } = c.var;
  const next = await openMeeting(db);
  const wanted = parsePeriod(c.req.query('periode') ?? '');
  // Free dates have a room of their own: they need their days one by one.
  const fixed = wanted?.kind === 'free' ? null : wanted;
  const period = fixed ?? (next ? periodOf(next) : periodWith('quarter', regency.calendar.localDate(now())));
  const [glance, last] = await Promise.all([
    readGlance(doerOf(c), period),
    lastDecided(c, localTimeOf(now(), regency.about.timeZone)),
  ]);
  return c.html(<GlancePage {...shared(c, glance, period)} last={last} meeting={null} next={next} />);
}

/** @throws AppError not_found while its figures are not frozen */
export async function showSheet(c: AppContext): Promise<Response> {
  const { row } = await lineOf(c);
  const frozen = await frozenOf(c.var.db, row.id);
  if (!frozen) throw new AppError('not_found');
  const last = await lastDecided(c, row.startsAt);
  return c.html(<GlancePage {...shared(c, frozen, periodOf(row))} last={last} meeting={row} next={null} />);
}

function shared(c: AppContext, glance: Glance, period: Period) {
  const { regency, signedIn } = c.var;
  const whole = chairPage(glance, regency.switches.demo);
  const own = !concerns(signedIn, '');
  // Whoever answers for an office sees what it is asked, also when others fill the page of the chair.
  const asked = officesAsked(glance).filter(({ office }) => concerns(signedIn, office));
  const page: ChairPage = own ? { ...whole, asked } : whole;
  return { regency, who: signedIn, page, period, day: glance.day, own };
}

/** @param before local minute */
async function lastDecided({ var: { db, regency } }: AppContext, before: string): Promise<Last | null> {
  const meeting = await lastMeeting(db, before);
  if (!meeting) return null;
  const [decided, actions] = await Promise.all([
    decisionsOf(db, meeting.id),
    actionsOf(db, regency, now(), { meetingId: meeting.id }),
  ]);
  return { meeting, decided, actions };
}
