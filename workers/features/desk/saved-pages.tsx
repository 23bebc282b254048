/** /desk/tampilan: a person's saved views. Saving comes from the list's filters. */
import { Hono } from 'hono';
import { hasDesk } from '../../../shared/permissions/rooms.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { queryOf } from './address.ts';
import { filterParams, readFilters } from './filters.ts';
import { readForm } from './input.ts';
import { listsOf } from './lists.ts';
import { checkName, removeView, renameView, saveView, selectViews } from './saved.ts';
import { SavedPage, SaveViewPage } from './views/saved.tsx';

export const savedPages = new Hono<AppEnv>();

savedPages.use(async (c, next) => {
  if (!hasDesk(c.var.signedIn)) throw new AppError('forbidden');
  await next();
});

savedPages.get('/', (c) => show(c));

savedPages.post('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const { values, sure } = readForm(await c.req.formData());
  const view = { name: values.name?.[0] ?? '', query: cleanQuery(c, values.query?.[0] ?? '') };
  const again = (problem: AppError | null) =>
    c.html(
      <SaveViewPage
        regency={regency}
        who={signedIn}
        view={view}
        taken={problem === null}
        errors={errorsOf(problem?.fields ?? [])}
      />,
      problem?.status ?? 409,
    );
  try {
    // Only the name that was asked about is replaced.
    const replace = sure && values.replaces?.[0] === checkName(view.name);
    const saved = await saveView(db, signedIn.id, view, replace, now());
    return saved === 'taken' ? again(null) : c.redirect(`/desk?${view.query}&ok=saved`, 303);
  } catch (error) {
    if (error instanceof AppError && error.fields.length > 0) return again(error);
    throw error;
  }
});

savedPages.post('/:id', async (c) => {
  const id = idOf(c);
  const name = readForm(await c.req.formData()).values.name?.[0] ?? '';
  try {
    await renameView(c.var.db, c.var.signedIn.id, id, name);
  } catch (error) {
    if (!(error instanceof AppError) || error.fields.length === 0) throw error;
    return show(c, { id, name, error });
  }
  return c.redirect('/desk/tampilan?ok=1', 303);
});

savedPages.post('/:id/hapus', async (c) => {
  await removeView(c.var.db, c.var.signedIn.id, idOf(c));
  return c.redirect('/desk/tampilan?ok=1', 303);
});

/** @throws AppError not_found */
function idOf(c: AppContext): number {
  const text = c.req.param('id') ?? '';
  if (!/^\d{1,9}$/.test(text)) throw new AppError('not_found');
  return Number(text);
}

async function show(c: AppContext, wrong?: { id: number; name: string; error: AppError }) {
  const { db, regency, signedIn } = c.var;
  const views = await selectViews(db, signedIn.id);
  return c.html(
    <SavedPage
      regency={regency}
      who={signedIn}
      views={views}
      wrong={wrong && { id: wrong.id, name: wrong.name, errors: errorsOf(wrong.error.fields) }}
      done={c.req.query('ok') === '1'}
    />,
    wrong?.error.status ?? 200,
  );
}

/** List and known filters, nothing else that an address may carry. @throws AppError invalid without a list of theirs */
export function cleanQuery(c: AppContext, typed: string): string {
  const { regency, signedIn } = c.var;
  const given = new URLSearchParams(typed);
  const list = listsOf(signedIn, regency, now()).find(({ id }) => id === given.get('daftar'));
  if (!list) throw new AppError('invalid');
  const { filters } = readFilters((name) => given.get(filterParams[name]) ?? undefined, regency);
  return queryOf({ list: list.id, filters });
}
