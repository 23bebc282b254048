/** Events by API, relative to /api/v1/campaigns/events: offices and counts, never names. */
import { Hono } from 'hono';
import * as z from 'zod';
import { AppError } from '../../../platform/problem.ts';
import { jsonBody, jsonLimit } from '../../api.ts';
import { doerOf, idIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireReader, requireWriter } from '../doors.ts';
import {
  describeAddEvent,
  describeEditEvent,
  describeEvent,
  describeEvents,
  describeResult,
  type EventJson,
} from './describe.ts';
import { eventSchema, resultSchema } from './input.ts';
import { allEvents, countsByOffice, type EventLine, eventLine } from './queries.ts';
import { addEvent, editEvent, recordResult } from './save.ts';

export const eventsApi = new Hono<AppEnv>();

const version = z.int().positive().describe('Versi yang terakhir dibaca; berubah bila ada yang menyimpan.');

eventsApi.get('/', requireReader, describeEvents, async (c) => {
  const { events, next } = await allEvents(c.var.db, c.req.query('cursor'));
  return c.json({ events: events.map(eventJson), next });
});

eventsApi.get('/:id', requireReader, describeEvent, async (c) => c.json(await wholeOf(c, idIn(c))));

eventsApi.post('/', requireWriter, jsonLimit, describeAddEvent, jsonBody(eventSchema), async (c) => {
  const id = await addEvent(doerOf(c), c.req.valid('json'), c.req.header('idempotency-key'));
  return c.json(await wholeOf(c, id), 201);
});

eventsApi.post(
  '/:id',
  requireWriter,
  jsonLimit,
  describeEditEvent,
  jsonBody(eventSchema.extend({ version })),
  async (c) => {
    const { version: seen, ...input } = c.req.valid('json');
    await editEvent(doerOf(c), idIn(c), input, seen);
    return c.json(await wholeOf(c, idIn(c)));
  },
);

eventsApi.post(
  '/:id/result',
  requireWriter,
  jsonLimit,
  describeResult,
  jsonBody(resultSchema.extend({ version })),
  async (c) => {
    const { version: seen, ...input } = c.req.valid('json');
    await recordResult(doerOf(c), idIn(c), input, seen);
    return c.json(await wholeOf(c, idIn(c)));
  },
);

/** @throws AppError not_found */
async function wholeOf(c: AppContext, id: number) {
  const [line, offices] = await Promise.all([eventLine(c.var.db, id), countsByOffice(c.var.db, id)]);
  if (!line) throw new AppError('not_found');
  return { ...eventJson(line), agenda: line.row.agenda, offices };
}

function eventJson({ row, program, code, invited, attended }: EventLine): EventJson {
  const { id, kind, title, startsAt, place, area, headcount, cost } = row;
  return {
    ...{ id, kind, title, startsAt, place, area, headcount, cost, program, code, invited, attended },
    held: row.heldAt !== null,
    cancelled: row.cancelledAt !== null,
    hasResult: row.result !== '',
    version: row.version,
  };
}
