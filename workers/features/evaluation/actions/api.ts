/** GET /api/v1/evaluation/actions */
import { Hono } from 'hono';
import * as z from 'zod';
import { actionStates } from '../../../../shared/action.ts';
import { now } from '../../../platform/clock.ts';
import { parse } from '../../doer.ts';
import type { AppEnv } from '../../http.ts';
import { requireReader } from '../doors.ts';
import { actionJson, describeActions } from './describe.ts';
import { actionsOf } from './queries.ts';

export const actionsApi = new Hono<AppEnv>();

const querySchema = z.object({
  office: z.string().max(40).optional(),
  state: z.enum(actionStates).optional(),
  overdue: z.enum(['true', 'false']).default('false'),
});

actionsApi.get('/actions', requireReader, describeActions, async (c) => {
  const { db, regency } = c.var;
  const { overdue, ...sought } = parse(querySchema, c.req.query());
  const lines = await actionsOf(db, regency, now(), { ...sought, overdue: overdue === 'true' });
  return c.json(lines.map(actionJson));
});
