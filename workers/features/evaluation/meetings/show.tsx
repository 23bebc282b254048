/** The page of one meeting, also with a form of it that was refused. */
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { idIn } from '../../doer.ts';
import type { AppContext } from '../../http.ts';
import { localTimeOf } from '../../local-time.ts';
import { actionsOf } from '../actions/queries.ts';
import { packsOf } from '../packs/queries.ts';
import { decisionsOf, type MeetingLine, meetingLine, peopleOf, questionsOf } from './queries.ts';
import { MeetingPage, type MeetingPageProps } from './views/meeting.tsx';
import { concerns } from './words.ts';

/** Where things of a meeting stand. */
export const meetingPath = (c: AppContext, more = ''): string =>
  `/desk/evaluasi/rapat/${c.req.param('id')}${more}`;

/** @throws AppError not_found */
export async function lineOf(c: AppContext): Promise<MeetingLine> {
  const line = await meetingLine(c.var.db, idIn(c));
  if (!line) throw new AppError('not_found');
  return line;
}

export async function showMeeting(
  c: AppContext,
  refused?: MeetingPageProps['refused'],
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const line = await lineOf(c);
  const { id } = line.row;
  const [decided, questions, people, packs] = await Promise.all([
    decisionsOf(db, id),
    questionsOf(db, id),
    peopleOf(db, id),
    packsOf(db, 'meeting', String(id)),
  ]);
  const actions = await actionsOf(db, regency, now(), { meetingId: id });
  const page = {
    ...{ regency, who: signedIn, line, decided, actions, packs },
    questions: questions.filter(({ dropped, office }) => !dropped && concerns(signedIn, office)),
    toTell: people.filter(({ staffId, toldAt }) => staffId !== null && toldAt === null).length,
    byLetter: people.filter(({ staffId }) => staffId === null).length,
    invitation: people.find(({ staffId }) => staffId === signedIn.id) ?? null,
    ...{ local: localTimeOf(now(), regency.about.timeZone), done: c.req.query('ok') },
    ...(refused ? { refused } : {}),
  };
  return c.html(<MeetingPage {...page} />, status);
}
