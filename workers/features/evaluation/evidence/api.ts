/** GET /api/v1/evaluation/evidence and /satisfaction */
import { Hono } from 'hono';
import { parsePeriod } from '../../../../shared/figures/periods.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import type { AppEnv } from '../../http.ts';
import { requireReader } from '../doors.ts';
import { mayAsk, quarterFor } from '../figures/asked.ts';
import { describeEvidence, describeSatisfaction, evidenceJson, satisfactionJson } from './describe.ts';
import { readIndicators } from './queries.ts';
import { quartersUntil, readSatisfaction } from './satisfaction/read.ts';

export const evidenceApi = new Hono<AppEnv>();

evidenceApi.get('/evidence', requireReader, describeEvidence, async (c) =>
  c.json(evidenceJson(await readIndicators(c.var.db))),
);

evidenceApi.get('/satisfaction', requireReader, describeSatisfaction, async (c) => {
  const { db, regency } = c.var;
  // A partner's key comes without a person.
  const who = c.var.signedIn ?? null;
  const today = regency.calendar.localDate(now());
  const asked = c.req.query('until');
  const until = asked === undefined ? quarterFor(who, today) : parsePeriod(asked);
  if (until?.kind !== 'quarter' || !mayAsk(who, until, today))
    throw new AppError('invalid', { fields: [{ pointer: '/until', message: 'field.quarter_only' }] });
  const quarters = quartersUntil(until);
  const lines = await readSatisfaction(db, regency, quarters);
  return c.json(satisfactionJson(quarters, who ? lines : lines.filter(({ office }) => office === null)));
});
