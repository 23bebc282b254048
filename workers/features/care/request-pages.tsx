/** /desk/data-pribadi/permintaan: reporters who ask for erasure, and the officer's answer, given without reading the case. */
import { Hono } from 'hono';
import { guardsData } from '../../../shared/permissions/rooms.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { allStaff } from '../../regency/staff.ts';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import { type AppContext, type AppEnv, ctxOf } from '../http.ts';
import { readRequests } from './queries.ts';
import { decideRequest } from './requests.ts';
import { RequestsPage, type TypedAnswer } from './views/requests.tsx';

export const requestPages = new Hono<AppEnv>();

requestPages.get('/', (c) => show(c, null));

requestPages.post('/:id', atMost(64 * 1024), async (c) => {
  const id = Number(c.req.param('id'));
  if (!Number.isSafeInteger(id) || !(await mayDecide(c))) throw new AppError('not_found');
  const form = await c.req.formData();
  const granted = form.get('keputusan') === 'kabul';
  const reason = String(form.get('reason') ?? '').trim();
  const typed = { id, reason };
  if (!granted && (reason.length < 5 || reason.length > 2000))
    return show(c, { ...typed, problem: 'Tulis alasannya, 5 sampai 2.000 huruf; pelapor membacanya.' }, 422);
  try {
    const ctx = await ctxOf(c, { actor: c.var.actor, staff: c.var.signedIn });
    await decideRequest(ctx, id, { granted, reason: granted ? null : reason });
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'not_found') throw error;
    return show(c, { ...typed, problem: detailOf(error, 'id') }, error.status);
  }
  return c.redirect('/desk/data-pribadi/permintaan?ok=1', 303);
});

/** The officer; an administrator only where nobody has that office yet. */
async function mayDecide(c: AppContext): Promise<boolean> {
  const { signedIn, db } = c.var;
  return guardsData(signedIn) || !(await allStaff(db, now())).some(guardsData);
}

async function show(
  c: AppContext,
  typed: TypedAnswer | null,
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  return c.html(
    <RequestsPage
      regency={regency}
      who={signedIn}
      {...(await readRequests(db, keys))}
      decides={await mayDecide(c)}
      typed={typed}
      now={now()}
      done={c.req.query('ok') === '1'}
    />,
    status,
  );
}
