/** /lacak/serah: the reporter takes over the PIN of a report that somebody else typed. */
import { Hono } from 'hono';
import { normaliseCode } from '../../../shared/code.ts';
import { helpsVillagers } from '../../../shared/permissions/rooms.ts';
import type { Ctx } from '../../cases/context.ts';
import { type CaseRow, loadCase } from '../../cases/load.ts';
import { pinOf } from '../../cases/pin.ts';
import { findRequest, runVerb } from '../../cases/run.ts';
import { reporterVerbs } from '../../cases/verbs/index.ts';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { type AppContext, type AppEnv, ctxOf, requireKey } from '../http.ts';
import { signedInOf } from '../staff/queries.ts';
import { readSession } from '../staff/session.ts';
import { textOf } from './forms.ts';
import { closeShown, handoverHolds, keepShown, MADE, mayShowAgain, UNSEEN } from './handover.ts';
import { HandedOverPage, HandoverOverPage, HandoverPage, HandoverPinPage } from './views/handover.tsx';

/** Relative to /lacak/serah. */
export const handoverPages = new Hono<AppEnv>();

handoverPages.get('/:code/:part', async (c) => {
  const link = await readLink(c);
  if (!link || link.pinVersion !== UNSEEN) return over(c);
  return c.html(
    <HandoverPage regency={c.var.regency} code={link.code} path={c.req.path} formKey={newKey()} />,
  );
});

/** The same post again (its answer was lost on the way) shows the same PIN, until the reporter says that it is noted. */
handoverPages.post('/:code/:part', async (c) => {
  const link = await readLink(c);
  if (!link) return over(c);
  const { code } = link;
  const key = requireKey(textOf(await c.req.parseBody({ all: true }), 'key'));
  const request = { key, scope: `hand_over:${code}`, body: { part: c.req.param('part') } };
  const ctx = await ctxOf(c, { actor: 'reporter', reporterOf: code, key: request });
  const { db, keys, regency } = c.var;
  if (link.pinVersion === UNSEEN) {
    await makePin(ctx, link);
    await keepShown(db, keys, code, now());
  } else {
    const repeated = link.pinVersion === MADE && ctx.request && (await findRequest(ctx, ctx.request));
    if (!repeated || !(await mayShowAgain(db, keys, code, now()))) return over(c);
  }
  const pin = await pinOf(keys, code, MADE);
  return c.html(<HandoverPinPage regency={regency} code={code} pin={pin} path={`${c.req.path}/selesai`} />);
});

handoverPages.post('/:code/:part/selesai', async (c) => {
  const link = await readLink(c);
  if (!link) return over(c);
  if (link.pinVersion !== UNSEEN) await closeShown(c.var.db, c.var.keys, link.code, now());
  const found = await readSession(c);
  const back = found && (helpsVillagers(signedInOf(found.row)) ? '/bantu' : '/desk/terima');
  return c.html(<HandedOverPage regency={c.var.regency} back={back} />);
});

type Row = Pick<CaseRow, 'code' | 'version' | 'pinVersion'>;

/** The router may write to the case at the same moment. @throws AppError conflict when it still does after three tries */
async function makePin(ctx: Ctx, row: Row, tries = 3): Promise<void> {
  try {
    await runVerb(ctx, reporterVerbs.renew_pin, row.code, {}, row.version);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'conflict' || tries === 1) throw error;
    const file = await loadCase(ctx.db, row.code);
    // Somebody else opened the link in the same moment: that one has the PIN.
    if (file?.row.pinVersion !== UNSEEN) throw error;
    await makePin(ctx, file.row, tries - 1);
  }
}

async function readLink(c: AppContext): Promise<Row | null> {
  const { db, keys, regency } = c.var;
  const code = normaliseCode(c.req.param('code') ?? '', regency.about.codePrefix);
  if (code === null || !(await handoverHolds(keys, code, c.req.param('part') ?? '', now()))) return null;
  const file = await loadCase(db, code);
  return file?.row ?? null;
}

const over = (c: AppContext) => c.html(<HandoverOverPage regency={c.var.regency} />, 410);
