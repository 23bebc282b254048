/** /desk/evaluasi/terbitan/perbaikan: what was improved because of complaints, for citizens to read. */
import { Hono } from 'hono';
import { newKey } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { errorsOf } from '../../../ui/components.tsx';
import { doerOf, idIn, keyIn, parse, shownAgain, textsOf, versionIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { addImprovement, editImprovement, improvementSchema, setPublished } from './improvements.ts';
import { type ImprovementRow, improvementById } from './queries.ts';
import { ImprovementPage, type TypedImprovement } from './views/improvement.tsx';

const ROOM = '/desk/evaluasi/terbitan';
const fields = ['complaint', 'improvement', 'office', 'doneOn'] as const;

export const improvementPages = new Hono<AppEnv>();

improvementPages.use('*', requireRunner);

improvementPages.get('/baru', (c) => showForm(c, textsOf(new URLSearchParams(), fields)));

improvementPages.post('/baru', async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, fields);
  try {
    await addImprovement(doerOf(c), parse(improvementSchema, typed), keyIn(form));
  } catch (error) {
    return showForm(c, typed, { problem: shownAgain(error), formKey: keyIn(form) });
  }
  return c.redirect(`${ROOM}?ok=tulis`, 303);
});

improvementPages.get('/:id{[0-9]+}', async (c) => {
  const row = await rowOf(c);
  return showForm(c, { ...row, office: row.office ?? '' }, { row });
});

improvementPages.post('/:id{[0-9]+}', async (c) => {
  const form = await c.req.formData();
  const typed = textsOf(form, fields);
  try {
    await editImprovement(doerOf(c), idIn(c), parse(improvementSchema, typed), versionIn(form));
  } catch (error) {
    return showForm(c, typed, { problem: shownAgain(error), row: await rowOf(c) });
  }
  return c.redirect(`${ROOM}?ok=ubah`, 303);
});

improvementPages.post('/:id{[0-9]+}/tampilkan', async (c) => {
  await setPublished(doerOf(c), idIn(c), true);
  return c.redirect(`${ROOM}?ok=tampil`, 303);
});

improvementPages.post('/:id{[0-9]+}/tarik', async (c) => {
  await setPublished(doerOf(c), idIn(c), false);
  return c.redirect(`${ROOM}?ok=tarik`, 303);
});

interface Again {
  row?: ImprovementRow;
  problem?: AppError;
  formKey?: string;
}

function showForm(c: AppContext, typed: TypedImprovement, { row, problem, formKey = newKey() }: Again = {}) {
  const { regency, signedIn } = c.var;
  const page = { regency, who: signedIn, typed, errors: errorsOf(problem?.fields ?? []), formKey, row };
  return c.html(
    <ImprovementPage {...page} conflict={problem?.kind === 'conflict'} />,
    problem?.status ?? 200,
  );
}

/** @throws AppError not_found */
async function rowOf(c: AppContext): Promise<ImprovementRow> {
  const row = await improvementById(c.var.db, idIn(c));
  if (!row) throw new AppError('not_found');
  return row;
}
