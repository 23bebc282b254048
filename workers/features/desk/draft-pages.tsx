/** What a form of a case shows before anything is written: an example to start from, and what the reporter will read. */
import { Hono } from 'hono';
import { exampleFields, examplesFor, filledExample, hasExamples } from '../../../shared/answers.ts';
import { formatDate } from '../../../shared/text.ts';
import { serveUnclaimed, serveUpload } from '../../cases/attachments/serve.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { codeOf, findView, verbOf, viewOf } from './act.ts';
import { keepFile, lost, refuse, show } from './case-shown.tsx';
import { previewed, readForm, type Typed, withFiles } from './input.ts';
import { previewOf } from './preview.tsx';
import type { DeskCase } from './queries.ts';
import type { Offered } from './views/frame.tsx';
import { officeName } from './words.ts';

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

/**
 * Puts the chosen example into the form.
 * @param replace the person wants it instead of what they typed
 * @returns the example, when words of theirs stand where it would go
 */
function startFrom(
  c: AppContext,
  view: DeskCase,
  verb: keyof typeof exampleFields,
  typed: Typed,
  replace: boolean,
): Offered | null {
  const { regency } = c.var;
  const fitting = examplesFor(regency.answers, verb, {
    category: view.category?.id ?? null,
    state: view.state,
  });
  const chosen = fitting.find(({ id }) => id === typed.values.contoh?.[0]);
  if (!chosen) return null;
  const values = {
    kode: view.code,
    instansi: officeName(regency, view.office ?? regency.about.adminOffice),
    tanggal: formatDate(now(), regency.about.timeZone),
    kabupaten: regency.about.fullName,
  };
  const filled = (text: string) => filledExample(text, values);
  const field = exampleFields[verb];
  const before = typed.values[field]?.[0]?.trim() ?? '';
  // An example that nobody has changed is nobody's words.
  const own = before !== '' && !fitting.some(({ text }) => filled(text).trim() === before);
  if (own && !replace) return { id: chosen.id, label: chosen.label, text: filled(chosen.text) };
  typed.values[field] = [filled(chosen.text)];
  if (chosen.outcome !== null && !typed.values.outcome?.[0]) typed.values.outcome = [chosen.outcome];
  if (chosen.nextStep !== null && !typed.values.nextStep?.[0]?.trim())
    typed.values.nextStep = [filled(chosen.nextStep)];
  return null;
}
