/** The pages of a lost PIN. Whoever asks gets the same answer; only the reader of the mailbox gets further. */
import { Hono } from 'hono';
import * as z from 'zod';
import { normaliseCode } from '../../../shared/code.ts';
import { loadCase } from '../../cases/load.ts';
import { pinOf } from '../../cases/pin.ts';
import { findRequest, runVerb } from '../../cases/run.ts';
import { reporterVerbs } from '../../cases/verbs/index.ts';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import type { Errors } from '../../ui/components.tsx';
import { type AppContext, type AppEnv, ctxOf, requireKey } from '../http.ts';
import { textOf } from './forms.ts';
import { mailPin, mailsPins } from './lost-pin.ts';
import { pinLinkHolds } from './pin-link.ts';
import { LinkOverPage, LostPinPage, NewPinPage, RenewPinPage } from './views/pin.tsx';

export const pinPages = new Hono<AppEnv>();

pinPages.get('/lacak/pin', (c) =>
  c.html(<LostPinPage regency={c.var.regency} mail={mailsPins(c.env)} code={c.req.query('kode')} />),
);

pinPages.post('/lacak/pin', async (c) => {
  const posted = await c.req.parseBody({ all: true });
  const typed = { code: textOf(posted, 'kode'), email: textOf(posted, 'email').trim() };
  const { regency } = c.var;
  const mail = mailsPins(c.env);
  const code = normaliseCode(typed.code, regency.about.codePrefix);
  const errors: Errors = {};
  // Both are judged by their form only: whether there is such a report is not told here.
  if (code === null)
    errors.kode = 'Nomor ini tidak lengkap atau salah tulis. Periksa lagi huruf dan angkanya.';
  if (!z.email().max(254).safeParse(typed.email).success) errors.email = 'Alamat e-mail tidak benar.';
  if (code === null || errors.email) {
    return c.html(<LostPinPage regency={regency} mail={mail} {...typed} errors={errors} />, 422);
  }
  // After the answer, so that its time does not tell either.
  if (mail) c.executionCtx.waitUntil(mailPin(c.env, c.var.db, c.var.keys, code, typed.email));
  return c.html(<LostPinPage regency={regency} mail={mail} sent={mail} />);
});

pinPages.get('/lacak/pin/:code/:part', async (c) => {
  const link = await readLink(c);
  if (!link || !(await link.holds(link.version))) return linkOver(c);
  return c.html(
    <RenewPinPage regency={c.var.regency} code={link.code} path={c.req.path} formKey={newKey()} />,
  );
});

/** The same post again (its answer was lost on the way) shows the same new PIN. */
pinPages.post('/lacak/pin/:code/:part', async (c) => {
  const link = await readLink(c);
  if (!link) return linkOver(c);
  const { code } = link;
  const key = requireKey(textOf(await c.req.parseBody({ all: true }), 'key'));
  const request = { key, scope: `renew_pin:${code}`, body: { part: c.req.param('part') } };
  const ctx = await ctxOf(c, { actor: 'reporter', reporterOf: code, key: request });
  if (await link.holds(link.version)) {
    await runVerb(ctx, reporterVerbs.renew_pin, code, {}, link.caseVersion);
    return newPin(c, code, link.version + 1);
  }
  const repeated = ctx.request && (await findRequest(ctx, ctx.request));
  return repeated && (await link.holds(link.version - 1)) ? newPin(c, code, link.version) : linkOver(c);
});

async function readLink(c: AppContext) {
  const { db, keys, regency } = c.var;
  const code = normaliseCode(c.req.param('code') ?? '', regency.about.codePrefix);
  const file = code && (await loadCase(db, code));
  if (!file) return null;
  const { row } = file;
  return {
    code: row.code,
    /** Of the PIN. */
    version: row.pinVersion,
    caseVersion: row.version,
    /** Was the link made while this version of the PIN counted, and is it young enough? */
    holds: (version: number) => pinLinkHolds(keys, row.code, version, c.req.param('part') ?? '', now()),
  };
}

async function newPin(c: AppContext, code: string, version: number): Promise<Response> {
  const pin = await pinOf(c.var.keys, code, version);
  return c.html(<NewPinPage regency={c.var.regency} code={code} pin={pin} />);
}

const linkOver = (c: AppContext) => c.html(<LinkOverPage regency={c.var.regency} />, 410);
