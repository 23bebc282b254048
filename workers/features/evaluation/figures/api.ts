/** GET /api/v1/evaluation/figures and /definitions */
import { Hono } from 'hono';
import { isFigureId } from '../../../../shared/figures/definitions.ts';
import { parsePeriod } from '../../../../shared/figures/periods.ts';
import type { MessageKey } from '../../../../shared/i18n/index.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireReader } from '../doors.ts';
import { bysFor, mayAsk, quarterFor } from './asked.ts';
import { readBoard } from './board.ts';
import { type By, bys } from './by.ts';
import { boardJson, definitionsJson, describeDefinitions, describeFigures } from './describe.ts';

export const figuresApi = new Hono<AppEnv>();

figuresApi.get('/figures', requireReader, describeFigures, async (c) => {
  const { db, regency } = c.var;
  const today = regency.calendar.localDate(now());
  const who = c.var.signedIn ?? null;
  const { period: asked, figure } = c.req.query();
  const period = asked === undefined ? quarterFor(who, today) : parsePeriod(asked);
  if (period === null) throw wrong('/period');
  if (!mayAsk(who, period, today)) throw wrong('/period', 'field.quarter_only');
  if (figure !== undefined && !isFigureId(figure)) throw wrong('/figure');
  const board = await readBoard(db, regency, { period, by: byOf(c) }, today);
  return c.json(boardJson(board, figure ?? null));
});

figuresApi.get('/definitions', requireReader, describeDefinitions, (c) => c.json(definitionsJson()));

/** @throws AppError invalid for what is no dimension, forbidden for one that is not for everybody */
function byOf(c: AppContext): By | null {
  const asked = c.req.query('by');
  if (asked === undefined) return null;
  const by = bys.find(({ api }) => api === asked);
  if (!by) throw wrong('/by');
  // A partner's key comes without a person.
  const own = bysFor(c.var.signedIn ?? null).find(({ id }) => id === by.id);
  if (!own) throw new AppError('forbidden');
  return own;
}

const wrong = (pointer: string, message: MessageKey = 'field.invalid') =>
  new AppError('invalid', { fields: [{ pointer, message }] });
