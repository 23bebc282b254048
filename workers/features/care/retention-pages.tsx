/** /desk/data-pribadi/retensi: counts what has been kept long enough, and erases it once somebody has seen the count. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { askAgain } from '../staff/recent.tsx';
import { readRuns } from './queries.ts';
import { startAfterDry, startDry } from './retention-start.ts';
import { RetentionPage } from './views/retention.tsx';

export const retentionPages = new Hono<AppEnv>();

retentionPages.get('/', (c) => show(c, null));

retentionPages.post('/hitung', async (c) => {
  const { db, regency, actor } = c.var;
  const form = await c.req.formData();
  const rule = regency.retention.find(({ id }) => id === form.get('rule'));
  if (!rule) throw new AppError('not_found');
  return attempt(c, 'hitung', () => startDry(c.env, db, regency, rule, actor, now()));
});

retentionPages.post('/hapus', async (c) => {
  const { db, regency, actor } = c.var;
  const form = await c.req.formData();
  const dry = Number(form.get('run'));
  if (!Number.isSafeInteger(dry)) throw new AppError('not_found');
  if (form.get('sure') !== '1') return show(c, 'Centang dahulu bahwa hitungannya sudah Anda periksa.', 422);
  const again = await askAgain(c, form);
  if (again) return again;
  return attempt(c, 'hapus', () => startAfterDry(c.env, db, regency, dry, actor, now()));
});

async function attempt(c: AppContext, done: string, run: () => Promise<void>): Promise<Response> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
    return show(c, detailOf(error, 'id'), 409);
  }
  return c.redirect(`/desk/data-pribadi/retensi?ok=${done}`, 303);
}

async function show(c: AppContext, problem: string | null, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  return c.html(
    <RetentionPage
      regency={regency}
      who={signedIn}
      runs={await readRuns(db)}
      now={now()}
      done={c.req.query('ok') ?? null}
      problem={problem}
    />,
    status,
  );
}
