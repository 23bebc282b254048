/** /desk/pengguna: accounts, for admins. */
import { Hono } from 'hono';
import { sendHint } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { maskPhone } from '../../privacy/mask.ts';
import { openPhone } from '../../regency/staff-phone.ts';
import { errorsOf } from '../../ui/components.tsx';
import { type AppContext, type AppEnv, originOf } from '../http.ts';
import { accountSchema, parseRights, rightsSchema } from './account-input.ts';
import { inviteStaff, renewInvitation } from './accounts.ts';
import { changesOf } from './audit.ts';
import { listDeputies } from './deputies.ts';
import { idOf, listForm } from './forms.ts';
import { INVITATION_LIFE, type Invitation, invitationLink } from './invitation.ts';
import { changeRights, dropTwoFactor, endAllSessions, setActive } from './manage.ts';
import { accountById, listAccounts, sessionsOf, staffNames } from './queries.ts';
import { mailLink, mailsLinks } from './reset.ts';
import { requireRole, requireStaff } from './session.ts';
import { LinkPage } from './views/link.tsx';
import { UserPage } from './views/user.tsx';
import { blankAccount, type FormAccount, UserFormPage, UsersPage } from './views/users.tsx';

export const userPages = new Hono<AppEnv>();

userPages.use('/desk/pengguna/*', requireStaff, requireRole('admin'));

userPages.get('/desk/pengguna', async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const accounts = await Promise.all(
    (await listAccounts(db)).map(async (line) => ({
      ...line,
      phone: maskPhone(await openPhone(keys, line).catch(() => null)),
    })),
  );
  const done = c.req.query('selesai') !== undefined;
  return c.html(<UsersPage regency={regency} who={signedIn} accounts={accounts} done={done} />);
});

userPages.get('/desk/pengguna/baru', (c) => {
  const { regency, signedIn } = c.var;
  // From the list of offices that nobody answers for.
  const office = regency.offices.get(c.req.query('instansi') ?? '');
  const account = office ? { ...blankAccount, roles: ['liaison'], offices: [office.code] } : blankAccount;
  return c.html(<UserFormPage regency={regency} who={signedIn} account={account} />);
});

userPages.post('/desk/pengguna', async (c) => {
  const typed = await readForm(c);
  try {
    const input = parseRights(accountSchema, typed, c.var.regency);
    const { id, invitation } = await inviteStaff(c.var.db, c.var.keys, c.var.signedIn.id, input);
    return await showLink(c, id, invitation, 'staff-invitation', input);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const props = { account: typed, errors: errorsOf(error.fields) };
    return c.html(<UserFormPage regency={c.var.regency} who={c.var.signedIn} {...props} />, 422);
  }
});

userPages.get('/desk/pengguna/:id', (c) => showUser(c));

userPages.post('/desk/pengguna/:id', async (c) => {
  const typed = await readForm(c);
  try {
    const rights = parseRights(rightsSchema, typed, c.var.regency);
    await changeRights(c.var.db, c.var.keys, c.var.signedIn, idOf(c), rights);
    return c.redirect('/desk/pengguna?selesai', 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showUser(c, typed, error);
  }
});

userPages.post('/desk/pengguna/:id/nonaktif', async (c) => {
  await setActive(c.var.db, c.var.signedIn, idOf(c), false);
  return c.redirect('/desk/pengguna?selesai', 303);
});

userPages.post('/desk/pengguna/:id/aktif', async (c) => {
  await setActive(c.var.db, c.var.signedIn, idOf(c), true);
  return c.redirect('/desk/pengguna?selesai', 303);
});

userPages.post('/desk/pengguna/:id/tanpa-kode', async (c) => {
  await dropTwoFactor(c.var.db, c.var.signedIn, idOf(c));
  return c.redirect('/desk/pengguna?selesai', 303);
});

userPages.post('/desk/pengguna/:id/sesi', async (c) => {
  await endAllSessions(c.var.db, c.var.signedIn, idOf(c));
  return c.redirect('/desk/pengguna?selesai', 303);
});

userPages.post('/desk/pengguna/:id/tautan', async (c) => {
  const { db, keys, signedIn } = c.var;
  const account = await accountById(db, idOf(c));
  if (!account) throw new AppError('not_found');
  const invitation = await renewInvitation(db, keys, account.id, INVITATION_LIFE, signedIn.id);
  const template = account.standing === 'active' ? 'staff-password-reset' : 'staff-invitation';
  return showLink(c, account.id, invitation, template, account);
});

/** The link is shown this once, and mailed where mail works. */
async function showLink(
  c: AppContext,
  id: number,
  invitation: Invitation,
  template: 'staff-invitation' | 'staff-password-reset',
  person: { name: string; email: string },
) {
  const mailed = mailsLinks(c.env);
  if (mailed) {
    const delivery = await mailLink(c.var.db, id, invitation.until, template);
    c.executionCtx.waitUntil(sendHint(c.env, 'delivery', [delivery]));
  }
  const link = invitationLink(originOf(c), invitation.token);
  const props = { link, until: invitation.until, mailed, name: person.name, email: person.email };
  return c.html(<LinkPage regency={c.var.regency} who={c.var.signedIn} {...props} />);
}

async function showUser(c: AppContext, typed?: FormAccount, problem?: AppError) {
  const account = await accountById(c.var.db, idOf(c));
  if (!account) throw new AppError('not_found');
  const [changes, sessions, deputies] = await Promise.all([
    changesOf(c.var.db, account.id),
    sessionsOf(c.var.db, account.id),
    listDeputies(c.var.db, now(), account.id),
  ]);
  const actors = changes.map((change) => Number(change.actor.split(':')[1])).filter(Number.isSafeInteger);
  const props = {
    account,
    typed: typed ?? { ...account, phone: (await openPhone(c.var.keys, account).catch(() => null)) ?? '' },
    errors: problem ? errorsOf(problem.fields) : {},
    changes,
    sessions,
    deputies,
    names: await staffNames(c.var.db, actors),
    own: account.id === c.var.signedIn.id,
  };
  return c.html(
    <UserPage regency={c.var.regency} who={c.var.signedIn} {...props} />,
    problem ? problem.status : 200,
  );
}

async function readForm(c: AppContext): Promise<FormAccount> {
  const { text, lists } = await listForm(c, ['roles', 'offices', 'areas']);
  const { name = '', email = '', position = '', phone = '' } = text;
  return { name, email, position, phone, ...lists };
}
