/** Questions of a meeting, relative to /desk/evaluasi/rapat: prepared, changed, left out; in the meeting answered. */
import { Hono } from 'hono';
import { runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import type { AppError } from '../../../platform/problem.ts';
import { openShown } from '../../../privacy/seal.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { type Asked, addQuestion, answerQuestion, dropQuestion, editQuestion } from './ask.ts';
import { answerSchema, questionSchema } from './input.ts';
import { answerPlace, questionsOf } from './queries.ts';
import { lineOf, meetingPath } from './show.tsx';
import { QuestionsPage, type QuestionsPageProps } from './views/questions.tsx';
import { concerns } from './words.ts';

export const questionPages = new Hono<AppEnv>();

questionPages.get('/:id{[0-9]+}/pertanyaan', (c) => showQuestions(c));

questionPages.post('/:id{[0-9]+}/pertanyaan', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['question', 'office']);
  try {
    await addQuestion(doerOf(c), idIn(c), parse(questionSchema, typed), keyIn(form));
    return c.redirect(meetingPath(c, '/pertanyaan?ok=tambah'), 303);
  } catch (error) {
    const { fields, status } = shownAgain(error);
    return showQuestions(c, { id: null, typed, errors: errorsOf(fields) }, status);
  }
});

questionPages.post('/:id{[0-9]+}/pertanyaan/:which{[0-9]+}', requireRunner, async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, ['question', 'office', 'answer']);
  const asked = askedIn(c, form);
  try {
    if (form.has('answer'))
      await answerQuestion(doerOf(c), asked, parse(answerSchema, { answer: typed.answer }).answer);
    else
      await editQuestion(
        doerOf(c),
        asked,
        parse(questionSchema, { question: typed.question, office: typed.office }),
      );
    return c.redirect(meetingPath(c, `/pertanyaan?ok=simpan#p${asked.id}`), 303);
  } catch (error) {
    const { kind, fields, status } = shownAgain(error);
    const refused = { id: asked.id, typed, errors: errorsOf(fields), conflict: kind === 'conflict' };
    return showQuestions(c, refused, status);
  }
});

questionPages.post('/:id{[0-9]+}/pertanyaan/:which{[0-9]+}/pakai', requireRunner, async (c) => {
  const form = await c.req.formData();
  const dropped = form.get('pakai') === 'tidak';
  await dropQuestion(doerOf(c), askedIn(c, form), dropped);
  return c.redirect(meetingPath(c, `/pertanyaan?ok=${dropped ? 'lepas' : 'pakai'}`), 303);
});

const askedIn = (c: AppContext, form: FormData): Asked => ({
  meetingId: idIn(c),
  id: idIn(c, 'which'),
  version: versionIn(form),
});

async function showQuestions(
  c: AppContext,
  refused?: QuestionsPageProps['refused'],
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const { row } = await lineOf(c);
  const own = (await questionsOf(db, row.id)).filter(
    ({ office, dropped }) => concerns(signedIn, office) && (!dropped || runsEvaluation(signedIn)),
  );
  const questions = await Promise.all(
    own.map(async (question) => ({
      row: question,
      answer: (await openShown(keys, answerPlace(question.id), question.answer)) ?? '',
    })),
  );
  const page = { regency, who: signedIn, meeting: row, questions, done: c.req.query('ok') };
  return c.html(<QuestionsPage {...page} {...(refused ? { refused } : {})} />, status);
}
