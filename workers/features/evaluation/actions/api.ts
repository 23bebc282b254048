/** The action plan, relative to /api/v1/evaluation. */
import { Hono } from 'hono';
import * as z from 'zod';
import { actionStates } from '../../../../shared/action.ts';
import { runsEvaluation } from '../../../../shared/permissions/rooms.ts';
import { now } from '../../../platform/clock.ts';
import { jsonBody, jsonLimit } from '../../api.ts';
import { doerOf, idIn, parse } from '../../doer.ts';
import type { AppEnv } from '../../http.ts';
import { requireEvaluator, requireReader, requireRunner } from '../doors.ts';
import {
  actionJson,
  describeAction,
  describeActions,
  describeAddAction,
  describeReport,
} from './describe.ts';
import { requireReporter } from './doors.ts';
import { actionSchema, reportSchema } from './input.ts';
import { actionsOf } from './queries.ts';
import { reportAction } from './report.ts';
import { addAction } from './save.ts';
import { lineOf } from './show.tsx';

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

actionsApi.get('/actions/:id', requireReader, describeAction, async (c) =>
  c.json(actionJson(await lineOf(c))),
);

actionsApi.post(
  '/actions',
  requireEvaluator,
  requireRunner,
  jsonLimit,
  describeAddAction,
  jsonBody(actionSchema),
  async (c) => {
    const id = await addAction(doerOf(c), c.req.valid('json'), c.req.header('idempotency-key'));
    return c.json(actionJson(await lineOf(c, id)), 201);
  },
);

const reported = reportSchema.safeExtend({ version: z.int().positive().describe('Versi yang dibaca.') });

actionsApi.patch(
  '/actions/:id',
  requireEvaluator,
  requireReporter,
  jsonLimit,
  describeReport,
  jsonBody(reported),
  async (c) => {
    const { version, ...report } = c.req.valid('json');
    await reportAction(doerOf(c), idIn(c), report, version, runsEvaluation(c.var.signedIn));
    return c.json(actionJson(await lineOf(c)));
  },
);
