/** GET /api/v1/evaluation/evidence and /satisfaction */
import { Hono } from 'hono';
import { parsePeriod } from '../../../../shared/figures/periods.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import type { AppEnv } from '../../http.ts';
import { requireReader } from '../doors.ts';
import { describeEvidence, describeSatisfaction, evidenceJson, satisfactionJson } from './describe.ts';
import { readIndicators } from './queries.ts';
import { quarterOf, quartersUntil, readSatisfaction } from './satisfaction/read.ts';

export const evidenceApi = new Hono<AppEnv>();

evidenceApi.get('/evidence', requireReader, describeEvidence, async (c) =>
  c.json(evidenceJson(await readIndicators(c.var.db))),
);

evidenceApi.get('/satisfaction', requireReader, describeSatisfaction, async (c) => {
  const { db, regency } = c.var;
  const asked = c.req.query('until');
  const period = asked === undefined ? null : parsePeriod(asked);
  if (asked !== undefined && period?.kind !== 'quarter')
    throw new AppError('invalid', { fields: [{ pointer: '/until', message: 'field.invalid' }] });
  const quarters = quartersUntil(quarterOf(period, regency.calendar.localDate(now())));
  return c.json(satisfactionJson(quarters, await readSatisfaction(db, regency, quarters)));
});
