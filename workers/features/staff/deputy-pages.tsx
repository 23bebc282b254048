/** /desk/pengganti: who acts for whom, for everybody at the desk. */
import { Hono } from 'hono';
import { hasDesk } from '../../../shared/permissions/rooms.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { deputySchema, endDeputy, listDeputies, nameDeputy } from './deputies.ts';
import { idOf, textForm } from './forms.ts';
import { listAccounts } from './queries.ts';
import { requireStaff } from './session.ts';
import { DeputiesPage } from './views/deputies.tsx';

export const deputyPages = new Hono<AppEnv>();

deputyPages.use('/desk/pengganti/*', requireStaff, async (c, next) => {
  // Only who works cases has something to hand over.
  if (!hasDesk({ roles: c.var.signedIn.roles })) throw new AppError('forbidden');
  await next();
});

deputyPages.get('/desk/pengganti', (c) => show(c, {}, {}));

deputyPages.post('/desk/pengganti', async (c) => {
  const typed = await textForm(c);
  const { signedIn, regency, db } = c.var;
  // Everybody but an administrator can only speak for themselves.
  const staffId = signedIn.roles.includes('admin') ? typed.staffId : String(signedIn.id);
  try {
    const parsed = deputySchema.safeParse({ ...typed, staffId });
    if (!parsed.success) throw new AppError('invalid', { fields: fieldProblems(parsed.error) });
    await nameDeputy(db, regency, signedIn, parsed.data, now());
    return c.redirect('/desk/pengganti?selesai=ditunjuk', 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return show(c, typed, errorsOf(error.fields), 422);
  }
});

deputyPages.post('/desk/pengganti/:id/akhiri', async (c) => {
  await endDeputy(c.var.db, c.var.signedIn, idOf(c), now());
  return c.redirect('/desk/pengganti?selesai=diakhiri', 303);
});

const done: Record<string, string> = {
  ditunjuk: 'Pengganti ditunjuk. Ia melihat laporan yang sama selama tanggal itu.',
  diakhiri: 'Penggantian diakhiri. Haknya langsung berhenti.',
};

async function show(
  c: AppContext,
  typed: Record<string, string>,
  errors: Errors,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const admin = signedIn.roles.includes('admin');
  const [lines, accounts] = await Promise.all([
    listDeputies(db, now(), admin ? null : signedIn.id),
    listAccounts(db),
  ]);
  const people = accounts.filter((one) => one.standing === 'active' && hasDesk({ roles: one.roles }));
  return c.html(
    <DeputiesPage
      regency={regency}
      who={signedIn}
      admin={admin}
      lines={lines}
      people={people}
      typed={typed}
      errors={errors}
      today={regency.calendar.localDate(now())}
      now={now()}
      done={done[c.req.query('selesai') ?? '']}
    />,
    status,
  );
}
