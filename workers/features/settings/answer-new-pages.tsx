/** /desk/contoh-jawaban/baru: an example of the regency's own. */
import { Hono } from 'hono';
import { checkAnswer } from '../../../shared/answers.ts';
import { outcomes } from '../../../shared/lifecycle/states.ts';
import type { PackAnswer } from '../../../shared/regencies/types.ts';
import { newToken } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { addRow } from '../../regency/edit.ts';
import type { Errors } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { answerProblemWords, answerVerbNames } from './answer-words.ts';
import { editorOf } from './editor.ts';
import { slugOf } from './kinds/slug.ts';
import { NewAnswerPage, type TypedNewAnswer } from './views/answer-new.tsx';

export const newAnswerPages = new Hono<AppEnv>();

const blank: TypedNewAnswer = {
  ...{ verb: 'follow_up', outcome: '', label: '', category: '', text: '', nextStep: '', seen: '' },
};

newAnswerPages.get('/', (c) => show(c, blank));

newAnswerPages.post('/', atMost(64 * 1024), async (c) => {
  const { regency } = c.var;
  const typed = readTyped(await c.req.formData());
  const { verb, label, text, category } = typed;
  const steps = verb === 'follow_up' || verb === 'answer';
  const nextStep = steps ? typed.nextStep : '';
  const outcome = verb === 'answer' ? (outcomes.find((one) => one === typed.outcome) ?? null) : null;
  if (category !== '' && !regency.categories.has(category)) throw new AppError('invalid');
  const problems = answerProblemWords(checkAnswer({ label, text, nextStep }));
  if (Object.keys(problems).length > 0) return show(c, typed, problems);
  // Two of one name may stand side by side, for two forms.
  const id = `${slugOf(label) || 'contoh'}-${newToken().slice(0, 6)}`;
  const answer: PackAnswer = {
    ...{ id, label, verb, category: category || null, state: null, outcome },
    ...{ text, nextStep: nextStep || null },
  };
  await addRow(editorOf(c), 'answer', id, answer);
  return c.redirect(`/desk/contoh-jawaban/${id}?selesai=tambah`, 303);
});

function readTyped(form: FormData): TypedNewAnswer {
  const value = (name: string) => {
    const sent = form.get(name);
    return typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim() : '';
  };
  const verb = (Object.keys(answerVerbNames) as PackAnswer['verb'][]).find((one) => one === value('verb'));
  if (!verb) throw new AppError('invalid');
  return {
    ...{ verb, outcome: value('outcome'), label: value('label'), category: value('category') },
    ...{ text: value('text'), nextStep: value('nextStep'), seen: '' },
  };
}

function show(c: AppContext, typed: TypedNewAnswer, errors?: Errors) {
  const { regency, signedIn } = c.var;
  return c.html(
    <NewAnswerPage regency={regency} who={signedIn} typed={typed} errors={errors ?? {}} />,
    errors ? 422 : 200,
  );
}
