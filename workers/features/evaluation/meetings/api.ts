/** Meetings and what they decided, relative to /api/v1/evaluation: no names, no minutes, no answers. */
import { Hono } from 'hono';
import { chairPage } from '../../../../shared/evaluation/chair-page.ts';
import type { Frozen } from '../../../../shared/evaluation/frozen.ts';
import { parsePeriod } from '../../../../shared/figures/periods.ts';
import { now } from '../../../platform/clock.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import { actionsOf } from '../actions/queries.ts';
import { requireReader } from '../doors.ts';
import { mayAsk } from '../figures/asked.ts';
import { describeMeeting, describeMeetings, meetingJson, wholeJson } from './describe.ts';
import { decisionsOf, frozenOf, listMeetings } from './queries.ts';
import { lineOf } from './show.tsx';

export const meetingsApi = new Hono<AppEnv>();

meetingsApi.get('/meetings', requireReader, describeMeetings, async (c) => {
  const { db, regency } = c.var;
  const local = localTimeOf(now(), regency.about.timeZone);
  const { meetings, next } = await listMeetings(db, c.req.query('cursor'));
  return c.json({ meetings: meetings.map((line) => meetingJson(line, local)), next });
});

meetingsApi.get('/meetings/:id', requireReader, describeMeeting, async (c) => {
  const { db, regency } = c.var;
  const line = await lineOf(c);
  const { id } = line.row;
  const [frozen, decided, actions] = await Promise.all([
    frozenOf(db, id),
    decisionsOf(db, id),
    actionsOf(db, regency, now(), { meetingId: id }),
  ]);
  const figures =
    frozen && mayRead(c, frozen) ? { day: frozen.day, ...chairPage(frozen, regency.switches.demo) } : null;
  const meeting = meetingJson(line, localTimeOf(now(), regency.about.timeZone));
  return c.json(wholeJson(meeting, figures, decided, actions));
});

/** A partner's key, which comes without a person, reads the same periods here as of the figures themselves. */
function mayRead(c: AppContext, { period, day }: Frozen): boolean {
  const of = parsePeriod(period);
  return Boolean(c.var.signedIn) || (of !== null && mayAsk(null, of, day));
}
