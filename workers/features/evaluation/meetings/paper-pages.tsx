/** Papers of a meeting, relative to /desk/evaluasi/rapat: the one page, the invitation as a letter, who is to sign, the minutes. */
import { Hono } from 'hono';
import { runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import type { AppError } from '../../../platform/problem.ts';
import { openShown } from '../../../privacy/seal.ts';
import { type Errors, errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { showSheet } from './glance-page.tsx';
import { minutesSchema } from './input.ts';
import { readInvitees } from './people.ts';
import { answerPlace, decisionsOf, minutesOf, questionsOf } from './queries.ts';
import { writeMinutes } from './save.ts';
import { lineOf, meetingPath } from './show.tsx';
import { AttendancePage } from './views/attendance.tsx';
import { LetterPage } from './views/letter.tsx';
import { MinutesFormPage, MinutesPage } from './views/minutes.tsx';

export const paperPages = new Hono<AppEnv>();

paperPages.get('/:id{[0-9]+}/lembar', showSheet);

paperPages.get('/:id{[0-9]+}/surat', async (c) => {
  const { regency, signedIn } = c.var;
  const { row } = await lineOf(c);
  // Names are for those who invite.
  const people = runsEvaluation(signedIn) ? await readInvitees(doerOf(c), row.id) : [];
  return c.html(<LetterPage regency={regency} who={signedIn} meeting={row} people={people} />);
});

paperPages.get('/:id{[0-9]+}/daftar-hadir', requireRunner, async (c) => {
  const { regency, signedIn } = c.var;
  const { row } = await lineOf(c);
  const people = await readInvitees(doerOf(c), row.id);
  return c.html(<AttendancePage regency={regency} who={signedIn} meeting={row} people={people} />);
});

paperPages.get('/:id{[0-9]+}/notula', requireRunner, (c) => showForm(c));

paperPages.post('/:id{[0-9]+}/notula', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['minutes']);
  try {
    await writeMinutes(doerOf(c), idIn(c), parse(minutesSchema, typed).minutes, versionIn(form));
    return c.redirect(meetingPath(c, '?ok=notula'), 303);
  } catch (error) {
    const { kind, fields, status } = shownAgain(error);
    return showForm(c, { ...typed, errors: errorsOf(fields), conflict: kind === 'conflict' }, status);
  }
});

paperPages.get('/:id{[0-9]+}/notula/cetak', requireRunner, async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const { row } = await lineOf(c);
  const [people, questions, decided] = await Promise.all([
    readInvitees(doerOf(c), row.id),
    questionsOf(db, row.id),
    decisionsOf(db, row.id),
  ]);
  const answered = await Promise.all(
    questions
      .filter(({ dropped }) => !dropped)
      .map(async ({ id, question, answer }) => ({
        question,
        answer: (await openShown(keys, answerPlace(id), answer)) ?? '',
      })),
  );
  const page = { regency, who: signedIn, meeting: row, people, answered, decided };
  return c.html(<MinutesPage {...page} minutes={await minutesOf(keys, row)} />);
});

async function showForm(
  c: AppContext,
  refused?: { minutes: string; errors: Errors; conflict: boolean },
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { keys, regency, signedIn } = c.var;
  const { row } = await lineOf(c);
  const page = { regency, who: signedIn, meeting: row, minutes: await minutesOf(keys, row) };
  return c.html(<MinutesFormPage {...page} {...(refused ? { refused } : {})} />, status);
}
