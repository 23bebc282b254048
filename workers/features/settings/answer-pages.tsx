/** /desk/contoh-jawaban: the examples that officers start an answer from. Each has a gap that only they can fill. */
import { Hono } from 'hono';
import { type AnswerProblem, checkAnswer } from '../../../shared/answers.ts';
import type { PackAnswer } from '../../../shared/regencies/types.ts';
import { AppError } from '../../platform/problem.ts';
import { editRow, restoreRow } from '../../regency/edit.ts';
import { findRow, readRow } from '../../regency/rows.ts';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { newAnswerPages } from './answer-new-pages.tsx';
import { answerProblemWords } from './answer-words.ts';
import { doneWords as commonWords } from './done.ts';
import { editorOf } from './editor.ts';
import { namedRows, withNames } from './queries.ts';
import { AnswerPage, AnswersPage, type TypedAnswer } from './views/answers.tsx';

export const answerPages = new Hono<AppEnv>();

const KIND = 'answer';
const PATH = '/desk/contoh-jawaban';

answerPages.get('/', async (c) => {
  const rows = await namedRows<PackAnswer>(c.var.db, KIND);
  return c.html(<AnswersPage regency={c.var.regency} who={c.var.signedIn} rows={rows} />);
});

// Before the address of one of them.
answerPages.route('/baru', newAnswerPages);

answerPages.get('/:id', async (c) => {
  // One that has ended is shown, and brought back, where every setting is.
  const kept = await findRow(c.var.db, KIND, c.req.param('id'));
  if (kept && kept.endedAt !== null)
    return c.redirect(`/desk/pengaturan/contoh-jawaban/${kept.id}${new URL(c.req.url).search}`);
  const done = c.req.query('selesai');
  return show(c, { done: done === undefined ? undefined : (doneWords[done] ?? doneWords.simpan) });
});

const doneWords: Record<string, string> = {
  ...commonWords,
  simpan: 'Tersimpan. Petugas langsung memakai contoh ini.',
  awal: 'Contoh awal berlaku lagi.',
  tambah: 'Ditambahkan. Petugas langsung dapat memakainya.',
  aktifkan: 'Berlaku lagi.',
  batal: 'Perubahan itu dibatalkan; isi sebelumnya berlaku lagi.',
};

answerPages.post('/:id', atMost(64 * 1024), async (c) => {
  const { db, regency } = c.var;
  const id = c.req.param('id');
  const { data } = await readRow<PackAnswer>(db, KIND, id);
  const typed = await readTyped(c);
  const { label, text, nextStep, category, seen } = typed;
  const problems = checkAnswer({ label, text, nextStep });
  if (category !== '' && !regency.categories.has(category)) throw new AppError('invalid');
  if (problems.length > 0) return show(c, { typed, problems }, 422);
  const answer: PackAnswer = {
    ...data,
    ...{ label, text, category: category || null, nextStep: nextStep || null },
  };
  try {
    await editRow(editorOf(c), KIND, id, answer, seen);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    return show(c, { typed, trouble: detailOf(error, 'id') }, error.status);
  }
  return c.redirect(`${PATH}/${id}?selesai=simpan`, 303);
});

answerPages.post('/:id/awal', async (c) => {
  const id = c.req.param('id');
  await restoreRow(editorOf(c), KIND, id);
  return c.redirect(`${PATH}/${id}?selesai=awal`, 303);
});

async function readTyped(c: AppContext): Promise<TypedAnswer> {
  const form = await c.req.formData();
  const text = (name: string) => {
    const value = form.get(name);
    // Browsers send line breaks as CRLF.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '';
  };
  return {
    ...{ label: text('label'), category: text('category'), seen: text('seen') },
    ...{ text: text('text'), nextStep: text('nextStep') },
  };
}

interface Shown {
  typed?: TypedAnswer;
  problems?: AnswerProblem[];
  done?: string | undefined;
  /** Why it was not saved although nothing is wrong with it. */
  trouble?: string;
}

async function show(c: AppContext, shown: Shown, status: AppError['status'] | 200 = 200): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const [row] = await withNames(db, [await readRow<PackAnswer>(db, KIND, c.req.param('id') ?? '')]);
  if (!row) throw new AppError('not_found');
  const { data, dataHash } = row;
  const kept = { ...data, category: data.category ?? '', nextStep: data.nextStep ?? '' };
  const { typed = kept, trouble, done } = shown;
  return c.html(
    <AnswerPage
      regency={regency}
      who={signedIn}
      row={row}
      // After a conflict the next try is made against what is in force now, which stands beside it.
      typed={{ ...typed, seen: shown.typed && !trouble ? shown.typed.seen : dataHash }}
      errors={answerProblemWords(shown.problems ?? [])}
      {...{ done, trouble }}
    />,
    status,
  );
}
