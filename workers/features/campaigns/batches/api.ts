/** Batches of brochures by API, relative to /api/v1/campaigns/batches. */
import { Hono } from 'hono';
import { isoOffset } from '../../../../shared/text.ts';
import { AppError } from '../../../platform/problem.ts';
import { jsonBody, jsonLimit } from '../../api.ts';
import { doerOf, idIn } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireReader, requireWriter } from '../doors.ts';
import {
  type BatchJson,
  describeAddBatch,
  describeBatch,
  describeBatches,
  describeHandOut,
  describeTakeBack,
  type HandoutJson,
} from './describe.ts';
import { handOut, takeBack } from './hand-out.ts';
import { batchSchema, handoutSchema } from './input.ts';
import { type BatchLine, batchLine, type HandoutRow, handoutsOf, listBatches } from './queries.ts';
import { addBatch } from './save.ts';

export const batchesApi = new Hono<AppEnv>();

batchesApi.get('/', requireReader, describeBatches, async (c) =>
  c.json((await listBatches(c.var.db)).map(batchJson)),
);

batchesApi.get('/:id', requireReader, describeBatch, async (c) => c.json(await wholeOf(c, idIn(c))));

batchesApi.post('/', requireWriter, jsonLimit, describeAddBatch, jsonBody(batchSchema), async (c) => {
  const id = await addBatch(doerOf(c), c.req.valid('json'), c.req.header('idempotency-key'));
  return c.json(await wholeOf(c, id), 201);
});

batchesApi.post(
  '/:id/handouts',
  requireWriter,
  jsonLimit,
  describeHandOut,
  jsonBody(handoutSchema),
  async (c) => {
    const key = c.req.header('idempotency-key');
    const id = await handOut(doerOf(c), idIn(c), c.req.valid('json'), key);
    return c.json({ handout: id, batch: await wholeOf(c, idIn(c)) }, 201);
  },
);

batchesApi.delete('/:id/handouts/:handout', requireWriter, describeTakeBack, async (c) => {
  await takeBack(doerOf(c), idIn(c), idIn(c, 'handout'));
  return c.body(null, 204);
});

/** @throws AppError not_found */
async function wholeOf(c: AppContext, id: number) {
  const [line, handouts] = await Promise.all([batchLine(c.var.db, id), handoutsOf(c.var.db, id)]);
  if (!line) throw new AppError('not_found');
  const zone = c.var.regency.about.timeZone;
  return {
    ...batchJson(line),
    handouts: handouts.map(
      ({ id: handout, ref, name, count, day, at, cancelledAt }: HandoutRow): HandoutJson => ({
        ...{ id: handout, ref: ref || null, name, count, day },
        at: isoOffset(at, zone),
        cancelled: cancelledAt !== null,
      }),
    ),
  };
}

function batchJson({ row, program, code }: BatchLine): BatchJson {
  const { id, title, material, design, printed, handedOut, printedOn, cost, version } = row;
  return {
    ...{ id, title, material, design, printed, handedOut, printedOn, cost, program, code, version },
    left: printed - handedOut,
    archived: row.archivedAt !== null,
  };
}
