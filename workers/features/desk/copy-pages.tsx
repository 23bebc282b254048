/** /desk/kasus/CODE/sp4n: what of a case is copied to SP4N-LAPOR! by hand, field by field. */
import { Hono } from 'hono';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { codeOf, perform, viewOf } from './act.ts';
import { type CopyList, nextToCopy } from './copying.ts';
import { inputOf, readForm, type Typed } from './input.ts';
import type { DeskCase } from './queries.ts';
import { CopyPage } from './views/copy.tsx';

export const copyPages = new Hono<AppEnv>();

copyPages.get('/:code/sp4n', async (c) => {
  const view = await copied(c);
  if (view.imported) return c.redirect(`/desk/kasus/${view.code}`, 303);
  return show(c, view, null);
});

copyPages.post('/:code/sp4n', atMost(16 * 1024), async (c) => {
  const view = await copied(c);
  const typed = readForm(await c.req.formData());
  try {
    await perform(c, 'mark_copied', view.code, inputOf('mark_copied', typed), typed.key, typed.version);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'not_found') throw error;
    if (error.kind === 'key_reused') typed.key = '';
    return show(c, await copied(c), {
      typed,
      errors: errorsOf(error.fields),
      sentence: detailOf(error, 'id'),
    });
  }
  return c.redirect(`/desk/kasus/${view.code}/sp4n?ok=1&daftar=${listOf(c, view)}`, 303);
});

export interface RefusedCopy {
  typed: Typed;
  errors: Errors;
  sentence: string;
}

/** @throws AppError not_found for everybody but administrators, and the one who holds an accusation */
async function copied(c: AppContext): Promise<DeskCase> {
  const view = await viewOf(c, codeOf(c));
  if (view.standing !== 'admin' && view.standing !== 'secret_holder') throw new AppError('not_found');
  return view;
}

/** The list they are working through: the one they came from, or the one this case is in. */
function listOf(c: AppContext, view: DeskCase): CopyList {
  const named = c.req.query('daftar');
  return named === 'answer' || named === 'report' ? named : (view.toCopy ?? 'report');
}

async function show(c: AppContext, view: DeskCase, refused: RefusedCopy | null): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const list = listOf(c, view);
  const next = view.standing === 'admin' ? await nextToCopy(db, signedIn, list, view.code) : null;
  return c.html(
    <CopyPage
      view={view}
      regency={regency}
      who={signedIn}
      list={list}
      next={next}
      done={c.req.query('ok') === '1' && refused === null}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}
