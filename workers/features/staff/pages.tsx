/** Sign-in, invitations and forgotten passwords; accounts, users and keys are mounted from their own files. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie } from 'hono/cookie';
import { sendHint } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import { errorName, log } from '../../platform/log.ts';
import { AppError } from '../../platform/problem.ts';
import { claimTry, mayTry, patienceFor } from '../../platform/tries.ts';
import { macHex } from '../../privacy/mac.ts';
import { normaliseEmail } from '../../privacy/mask.ts';
import { errorsOf } from '../../ui/components.tsx';
import { detailOf } from '../errors.tsx';
import { type AppContext, type AppEnv, clientOf } from '../http.ts';
import { accountPages } from './account-pages.tsx';
import { acceptInvitation, invited } from './accounts.ts';
import { deputyPages } from './deputy-pages.tsx';
import { safePath, textForm } from './forms.ts';
import { keyPages } from './key-pages.tsx';
import { checkNewPassword } from './password.ts';
import { mailsLinks, requestReset } from './reset.ts';
import { endSession, readSession, requireOwnPages, sessionCookie } from './session.ts';
import { signIn, signInCode } from './sign-in.ts';
import { userPages } from './user-pages.tsx';
import { ForgottenPage, InvitationPage } from './views/password.tsx';
import { CodePage, SignInPage } from './views/sign-in.tsx';

export const staffPages = new Hono<AppEnv>();

// Strangers may post here: small forms only.
staffPages.use('/masuk/*', bodyLimit({ maxSize: 16 * 1024 }), async (c, next) => {
  requireOwnPages(c);
  c.header('cache-control', 'no-store');
  await next();
});

staffPages.get('/masuk', async (c) => {
  const to = safePath(c.req.query('ke'));
  if (await readSession(c)) return c.redirect(to);
  const done = c.req.query('selesai') === undefined ? undefined : 'Kata sandi tersimpan. Silakan masuk.';
  return c.html(<SignInPage regency={c.var.regency} to={to} done={done} />);
});

staffPages.post('/masuk', async (c) => {
  const form = await textForm(c);
  const to = safePath(form.ke);
  const email = form.email ?? '';
  try {
    const next = await signIn(c, email, form.password ?? '');
    return c.redirect(next === 'code' ? `/masuk/kode?ke=${encodeURIComponent(to)}` : to, 303);
  } catch (error) {
    const problem = refusal(c, error);
    return c.html(
      <SignInPage regency={c.var.regency} to={to} email={email} wrong={detailOf(problem, 'id')} />,
      problem.status,
    );
  }
});

staffPages.get('/masuk/kode', (c) =>
  c.html(<CodePage regency={c.var.regency} to={safePath(c.req.query('ke'))} />),
);

staffPages.post('/masuk/kode', async (c) => {
  const form = await textForm(c);
  const to = safePath(form.ke);
  try {
    await signInCode(c, form.code ?? '');
    return c.redirect(to, 303);
  } catch (error) {
    const problem = refusal(c, error);
    const props = { regency: c.var.regency, to, wrong: detailOf(problem, 'id') };
    const page = problem.detail === 'sign_in_again' ? <SignInPage {...props} /> : <CodePage {...props} />;
    return c.html(page, problem.status);
  }
});

staffPages.post('/masuk/keluar', async (c) => {
  const found = await readSession(c);
  if (found) await endSession(c.var.db, found.session);
  deleteCookie(c, sessionCookie(c), { path: '/', secure: sessionCookie(c).startsWith('__Secure-') });
  return c.redirect('/masuk?keluar=1', 303);
});

staffPages.get('/masuk/undangan/:token', async (c) => {
  const row = await invited(c.var.db, c.req.param('token'));
  if (!row) throw new AppError('not_found', { detail: 'invitation_over' });
  return c.html(<InvitationPage {...invitationProps(c, row)} />);
});

staffPages.post('/masuk/undangan/:token', async (c) => {
  const token = c.req.param('token');
  const row = await invited(c.var.db, token);
  if (!row) throw new AppError('not_found', { detail: 'invitation_over' });
  const form = await textForm(c);
  try {
    checkNewPassword(form.password ?? '', form.again ?? '', row.email);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const props = { ...invitationProps(c, row), errors: errorsOf(error.fields) };
    return c.html(<InvitationPage {...props} />, 422);
  }
  await acceptInvitation(c.var.db, token, form.password ?? '');
  return c.redirect('/masuk?selesai', 303);
});

staffPages.get('/masuk/lupa', (c) =>
  c.html(<ForgottenPage regency={c.var.regency} mail={mailsLinks(c.env)} />),
);

staffPages.post('/masuk/lupa', async (c) => {
  const { email = '' } = await textForm(c);
  const mail = mailsLinks(c.env);
  const { db, keys } = c.var;
  const client = clientOf(c);
  const key = `lupa:${await macHex(keys, 'client', 'lupa', normaliseEmail(email), client)}`;
  await mayTry(db, key, now(), await claimTry(db, key, now(), patienceFor(client)));
  // After the answer, so that its time does not tell whether the account exists.
  if (mail) c.executionCtx.waitUntil(mailReset(c, email));
  return c.html(<ForgottenPage regency={c.var.regency} mail={mail} sent={mail} />);
});

staffPages.route('/', accountPages);
staffPages.route('/', deputyPages);
staffPages.route('/', userPages);
staffPages.route('/', keyPages);

async function mailReset(c: AppContext, email: string): Promise<void> {
  try {
    const id = await requestReset(c.var.db, c.var.keys, email);
    if (id) await sendHint(c.env, 'delivery', [id]);
  } catch (error) {
    log('error', { event: 'reset_failed', error: errorName(error) });
  }
}

function invitationProps(c: AppContext, row: NonNullable<Awaited<ReturnType<typeof invited>>>) {
  return {
    regency: c.var.regency,
    token: c.req.param('token') ?? '',
    name: row.name,
    email: row.email,
    until: row.invitedUntil ?? now(),
    renewal: row.userId !== null,
  };
}

/** What a person can mend on the form itself; anything else goes to the common error page. */
function refusal(c: AppContext, error: unknown): AppError {
  if (!(error instanceof AppError) || !['unauthenticated', 'too_many'].includes(error.kind)) throw error;
  if (error.retryAfter !== null) c.header('retry-after', String(error.retryAfter));
  return error;
}
