/** What a form of a case shows before anything is written: an example to start from, and what the reporter will read. */
import { Hono } from 'hono';
import { hasExamples } from '../../../shared/answers.ts';
import { serveUnclaimed, serveUpload } from '../../cases/attachments/serve.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost } from '../api.ts';
import type { AppEnv } from '../http.ts';
import { codeOf, findView, verbOf, viewOf } from './act.ts';
import { keepFile, lost, refuse, show } from './case-shown.tsx';
import { previewed, readForm, withFiles } from './input.ts';
import { previewOf } from './preview.tsx';
import { startFrom } from './starting.ts';

/** One photo of 10 MB and the form around it. */
const FORM_BYTES = 11 * 1024 * 1024;

export const draftPages = new Hono<AppEnv>();

/** A photo that is stored for a form and belongs to no case yet, or one of this case. */
draftPages.get('/:code/unggahan/:id', async (c) => {
  const view = await viewOf(c, codeOf(c));
  const id = c.req.param('id');
  if (view.attachments.some((file) => file.id === id)) return serveUpload(c.env, c.var.db, id);
  if (!withFiles.some((verb) => view.verbs.includes(verb))) throw new AppError('not_found');
  return serveUnclaimed(c.env, c.var.db, id);
});

draftPages.post('/:code/:verb/pratinjau', atMost(FORM_BYTES), async (c) => {
  const code = codeOf(c);
  const verb = verbOf(c.req.param('verb'));
  if (!previewed.includes(verb)) throw new AppError('not_found');
  const typed = readForm(await c.req.formData());
  const view = await findView(c, code);
  if (view === null) return lost(c, verb, typed);
  if (!view.verbs.includes(verb)) typed.file = null;
  try {
    const problem = withFiles.includes(verb) ? await keepFile(c, typed) : null;
    if (problem) throw problem;
    const { shown, warnings } = await previewOf(c, view, verb, typed);
    return show(c, view, { refused: { verb, typed, errors: {}, shown, warnings } });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refuse(c, code, verb, typed, error);
  }
});

draftPages.post('/:code/:verb/contoh', atMost(FORM_BYTES), async (c) => {
  const code = codeOf(c);
  const verb = verbOf(c.req.param('verb'));
  if (!hasExamples(verb)) throw new AppError('not_found');
  const typed = readForm(await c.req.formData());
  const view = await findView(c, code);
  if (view === null) return lost(c, verb, typed);
  if (!view.verbs.includes(verb)) {
    return refuse(c, code, verb, typed, new AppError('conflict', { detail: 'not_now' }));
  }
  if (withFiles.includes(verb)) await keepFile(c, typed);
  const offered = startFrom(c, view, verb, typed, c.req.query('ganti') === '1');
  return show(c, view, { refused: { verb, typed, errors: {}, offered } });
});
