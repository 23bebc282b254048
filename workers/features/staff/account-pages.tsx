/** /desk/akun: a person's own number, sessions, password and authenticator app. */
import { Hono } from 'hono';
import * as z from 'zod';
import { whatsappField } from '../../../shared/phone.ts';
import { fieldProblems } from '../../cases/fields.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { openPhone } from '../../regency/staff-phone.ts';
import { errorsOf } from '../../ui/components.tsx';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { listDeputies } from './deputies.ts';
import { textForm } from './forms.ts';
import { changePhone } from './manage.ts';
import { changePassword, confirmTwoFactor, startTwoFactor, stopTwoFactor } from './own-account.ts';
import { checkNewPassword } from './password.ts';
import { accountById, sessionsOf } from './queries.ts';
import { endOtherSessions, endSession, requireStaff } from './session.ts';
import { type AccountNotice, OwnAccountPage } from './views/own-account.tsx';
import { TwoFactorPage } from './views/two-factor.tsx';

export const accountPages = new Hono<AppEnv>();

accountPages.use('/desk/akun/*', requireStaff);

accountPages.get('/desk/akun', async (c) => {
  const done = c.req.query('selesai');
  const sentences: Record<string, string> = {
    sesi: 'Sesi diakhiri.',
    telepon: 'Nomor WhatsApp tersimpan.',
    sandi: 'Kata sandi diganti dan sesi lain diakhiri.',
    'kode-nyala': 'Kode dua langkah dinyalakan.',
    'kode-mati': 'Kode dua langkah dimatikan.',
  };
  const text = done === undefined ? undefined : sentences[done];
  return showAccount(c, text ? { done: text } : { demanded: c.req.query('wajib') !== undefined });
});

accountPages.post('/desk/akun/sesi/lain', async (c) => {
  if (c.var.session) await endOtherSessions(c.var.db, c.var.session);
  return c.redirect('/desk/akun?selesai=sesi', 303);
});

accountPages.post('/desk/akun/sesi/:id', async (c) => {
  const own = c.var.session;
  if (own) await endSession(c.var.db, { id: c.req.param('id'), userId: own.userId });
  return c.redirect('/desk/akun?selesai=sesi', 303);
});

accountPages.post('/desk/akun/telepon', async (c) => {
  const typed = (await textForm(c)).phone ?? '';
  const parsed = z.object({ phone: whatsappField }).safeParse({ phone: typed });
  if (!parsed.success) {
    const errors = errorsOf(fieldProblems(parsed.error));
    return showAccount(c, { part: 'telepon', errors, typed }, 422);
  }
  await changePhone(c.var.db, c.var.keys, c.var.signedIn.id, parsed.data.phone ?? null);
  return c.redirect('/desk/akun?selesai=telepon', 303);
});

accountPages.post('/desk/akun/sandi', async (c) => {
  const form = await textForm(c);
  try {
    checkNewPassword(form.password ?? '', form.again ?? '', c.var.signedIn.email);
    await changePassword(c, form.current ?? '', form.password ?? '');
    return c.redirect('/desk/akun?selesai=sandi', 303);
  } catch (error) {
    return refused(c, error, 'sandi');
  }
});

accountPages.post('/desk/akun/kode', async (c) => {
  const form = await textForm(c);
  try {
    const made = await startTwoFactor(c, form.current ?? '');
    return c.html(<TwoFactorPage regency={c.var.regency} who={c.var.signedIn} made={made} />);
  } catch (error) {
    return refused(c, error, 'kode');
  }
});

accountPages.post('/desk/akun/kode/nyala', async (c) => {
  const form = await textForm(c);
  try {
    await confirmTwoFactor(c, form.code ?? '');
    return c.redirect('/desk/akun?selesai=kode-nyala', 303);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const errors = error.fields.length > 0 ? errorsOf(error.fields) : { code: detailOf(error, 'id') };
    return c.html(
      <TwoFactorPage regency={c.var.regency} who={c.var.signedIn} errors={errors} />,
      error.status,
    );
  }
});

accountPages.post('/desk/akun/kode/mati', async (c) => {
  const form = await textForm(c);
  try {
    await stopTwoFactor(c, form.current ?? '');
    return c.redirect('/desk/akun?selesai=kode-mati', 303);
  } catch (error) {
    return refused(c, error, 'kode');
  }
});

function refused(c: AppContext, error: unknown, part: 'sandi' | 'kode') {
  if (!(error instanceof AppError)) throw error;
  if (error.retryAfter !== null) c.header('retry-after', String(error.retryAfter));
  const errors = error.fields.length > 0 ? errorsOf(error.fields) : { current: detailOf(error, 'id') };
  return showAccount(c, { part, errors }, error.status);
}

async function showAccount(c: AppContext, notice: AccountNotice, status: AppError['status'] | 200 = 200) {
  const { db, keys, signedIn, session, regency } = c.var;
  const [account, sessions, deputies] = await Promise.all([
    accountById(db, signedIn.id),
    sessionsOf(db, signedIn.id),
    listDeputies(db, now(), signedIn.id),
  ]);
  if (!account) throw new AppError('not_found');
  const phone = (await openPhone(keys, account).catch(() => null)) ?? '';
  const props = { regency, account, phone, sessions, deputies, current: session?.id ?? '', notice };
  return c.html(<OwnAccountPage {...props} />, status);
}
