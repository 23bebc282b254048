/** The page of one event, also with a form of it that was refused. */
import { runsCampaigns } from '../../../../shared/permissions/rooms.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { idIn } from '../../doer.ts';
import { type AppContext, originOf } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import { type EventLine, eventLine, filesOf } from './queries.ts';
import { EventPage, type EventPageProps } from './views/event.tsx';

/** @throws AppError not_found */
export async function lineOf(c: AppContext): Promise<EventLine> {
  const line = await eventLine(c.var.db, idIn(c));
  if (!line) throw new AppError('not_found');
  return line;
}

export async function showEvent(
  c: AppContext,
  refused?: EventPageProps['refused'],
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const line = await lineOf(c);
  const files = await filesOf(db, line.row.id);
  // Signed lists are names.
  const shown = runsCampaigns(signedIn) ? files : files.filter(({ what }) => what !== 'attendance');
  const page = {
    ...{ regency, who: signedIn, line, files: shown },
    ...{ origin: originOf(c), local: localTimeOf(now(), regency.about.timeZone), done: c.req.query('ok') },
    ...(refused ? { refused } : {}),
  };
  return c.html(<EventPage {...page} />, status);
}
