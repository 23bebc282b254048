/** /desk/kasus: one case, a form for each possible verb, its files. */
import { Hono } from 'hono';
import { storeUpload } from '../../cases/attachments/store.ts';
import { readContact } from '../../cases/view.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { askAgain } from '../staff/recent.tsx';
import { codeOf, fileOf, findView, perform, requireWriter, verbOf, viewOf } from './act.ts';
import { keepFile, lost, refuse, show, targetOf, trouble } from './case-shown.tsx';
import { copyPages } from './copy-pages.tsx';
import { draftPages } from './draft-pages.tsx';
import { refusedBy } from './gaps.ts';
import { choseTwo, confirmed, inputOf, readForm, type Typed, withFiles } from './input.ts';
import type { DeskCase } from './queries.ts';
import { reminderLink } from './reminder.ts';
import { Done, nextPage } from './views/outcome.tsx';

/** One photo of 10 MB and the form around it. */
const FORM_BYTES = 11 * 1024 * 1024;

export const casePages = new Hono<AppEnv>();

casePages.route('/', copyPages);
casePages.route('/', draftPages);

casePages.get('/:code', async (c) => {
  const view = await viewOf(c, codeOf(c));
  const target = await targetOf(c, view, c.req.query('gabung'));
  return show(c, view, { top: <Done verb={c.req.query('ok')} />, target });
});

/** "Tambah foto": stores one file and shows its form again as it was typed. */
casePages.post('/:code/lampiran', atMost(FORM_BYTES), async (c) => {
  const code = codeOf(c);
  const verb = withFiles.find((name) => name === c.req.query('untuk')) ?? 'answer';
  const typed = readForm(await c.req.formData());
  const view = await findView(c, code);
  if (view === null) return lost(c, verb, typed);
  if (!view.verbs.includes(verb)) {
    // Who could answer when the form was opened has words to lose; nobody else has.
    if (typed.version === null || typed.version >= view.version) throw new AppError('not_found');
    return refuse(c, code, verb, typed, new AppError('conflict', { detail: 'not_now' }));
  }
  const moved = typed.version !== null && typed.version < view.version;
  const problem = (await keepFile(c, typed)) ?? (moved ? new AppError('conflict') : null);
  const refused = refusedBy(problem, verb, typed);
  return show(
    c,
    view,
    { refused, top: problem ? trouble(c, view, refused, problem) : undefined },
    problem?.status,
  );
});

/** A photo with boxes burnt in, from the page of whoever releases the case; the release makes it the offices' picture. */
casePages.post('/:code/hitamkan/:id', atMost(FORM_BYTES), async (c) => {
  const view = await viewOf(c, codeOf(c));
  if (!view.verbs.includes('release')) throw new AppError('not_found');
  fileOf(view, c.req.param('id'));
  const file = (await c.req.formData()).get('file');
  if (!(file instanceof File)) throw new AppError('invalid');
  const { id } = await storeUpload(c.env, c.var.db, now(), new Uint8Array(await file.arrayBuffer()));
  return c.json({ id }, 201);
});

casePages.post('/:code/:verb', atMost(FORM_BYTES), async (c) => {
  const code = codeOf(c);
  const verb = verbOf(c.req.param('verb'));
  requireWriter(c);
  const form = await c.req.formData();
  const typed = readForm(form);
  try {
    if (verb === 'merge' && typed.values.lihat) return await look(c, await viewOf(c, code), typed);
    if (withFiles.includes(verb)) {
      // Who may not do it stores no files either.
      if (!(await viewOf(c, code)).verbs.includes(verb)) typed.file = null;
      const problem = await keepFile(c, typed);
      if (problem) throw problem;
    }
    if (confirmed.includes(verb) && !typed.sure) {
      throw new AppError('invalid', { fields: [{ pointer: '/sure', message: 'field.required' }] });
    }
    if (choseTwo(typed)) {
      throw new AppError('invalid', { fields: [{ pointer: '/office', message: 'field.one_office' }] });
    }
    if (verb === 'reveal' && (await viewOf(c, code)).verbs.includes('reveal')) {
      const again = await askAgain(c, form);
      if (again) return again;
    }
    const done = await perform(c, verb, code, inputOf(verb, typed), typed.key, typed.version);
    if (verb === 'reveal') return revealed(c, code, done.caseId);
    if (verb === 'remind') {
      return c.redirect(await reminderLink(c, code, typed.values.target?.[0] ?? ''), 303);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return refuse(c, code, verb, typed, error);
  }
  return c.redirect(`${nextPage(verb, code)}?ok=${verb}`, 303);
});

/** The identity stands only in this answer, after its row in the history; and only if they still may. */
async function revealed(c: AppContext, code: string, caseId: number): Promise<Response> {
  const view = await viewOf(c, code);
  if (!view.verbs.includes('reveal')) throw new AppError('forbidden');
  return show(c, view, { identity: await readContact(c.var.db, c.var.keys, caseId) });
}

/** "Lihat laporan induk": the page again with what was typed and the case that was named; nothing is written. */
async function look(c: AppContext, view: DeskCase, typed: Typed): Promise<Response> {
  const target = await targetOf(c, view, typed.values.parent?.[0]);
  return show(c, view, { refused: { verb: 'merge', typed, errors: {} }, target });
}
