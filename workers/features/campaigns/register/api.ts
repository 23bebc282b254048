/** Placements by API, relative to /api/v1/campaigns/placements. */
import { Hono } from 'hono';
import * as z from 'zod';
import { limits } from '../../../../shared/contract/complaint.ts';
import { isoOffset } from '../../../../shared/text.ts';
import { AppError } from '../../../platform/problem.ts';
import { atMost, jsonBody, jsonLimit } from '../../api.ts';
import { doerOf } from '../../doer.ts';
import { type AppContext, type AppEnv, originOf, requireKey } from '../../http.ts';
import { requireReader, requireWriter } from '../doors.ts';
import { placementLine } from '../queries.ts';
import { addPlaces } from './add-places.ts';
import { matching } from './chosen.ts';
import {
  describeAddPlacement,
  describeEditPlacement,
  describePhoto,
  describePlacement,
  describePlacements,
  describePlan,
  describeStep,
  placementJson,
  type WholePlacement,
} from './describe.ts';
import { editPlacement, factsOf } from './edit.ts';
import { readFilter } from './filter.ts';
import { historyOf } from './history.ts';
import {
  costSchema,
  editSchema,
  newPlaceOf,
  placeSchema,
  planSchema,
  requireKnown,
  stepSchema,
} from './input.ts';
import { takeStep } from './life.ts';
import { pieceIn } from './one-pages.tsx';
import { photoForStep } from './photo-for-step.ts';
import { storePhoto } from './photos.ts';
import { planEverything, preparePlan } from './plan-all.ts';
import { replacePlacement } from './replace.ts';
import { shownPlacement } from './shown.ts';

export const placementsApi = new Hono<AppEnv>();

const version = z.int().nonnegative().describe('Versi yang terakhir dibaca.');

placementsApi.get('/', requireReader, describePlacements, async (c) => {
  const shown = await matching(
    c,
    readFilter((name) => c.req.query(name)),
  );
  return c.json(shown.map((placement) => placementJson(placement, viewOf(c))));
});

placementsApi.get('/:code', requireReader, describePlacement, async (c) =>
  c.json(await wholeOf(c, c.req.param('code'))),
);

placementsApi.post('/', requireWriter, jsonLimit, describeAddPlacement, jsonBody(placeSchema), async (c) => {
  const input = c.req.valid('json');
  await requireKnown(c.var, input);
  const [code = ''] = await addPlaces(doerOf(c), [newPlaceOf(input)], c.req.header('idempotency-key'));
  return c.json(await wholeOf(c, code), 201);
});

const wish = planSchema.extend({
  dryRun: z.boolean().default(false).describe('Hanya menghitung; tidak menulis apa pun.'),
});
placementsApi.post('/plan', requireWriter, jsonLimit, describePlan, jsonBody(wish), async (c) => {
  const { dryRun, program, ...rest } = c.req.valid('json');
  await requireKnown(c.var, { program, hanger: rest.hanger });
  const { db, regency, by, now: at } = doerOf(c);
  const wanted = { ...rest, campaignId: program };
  const { counts } = await preparePlan(db, regency, wanted);
  const planned = dryRun ? 0 : await planEverything(db, regency, wanted, { at, by });
  return c.json({ planned, counts });
});

placementsApi.post(
  '/:code',
  requireWriter,
  jsonLimit,
  describeEditPlacement,
  jsonBody(editSchema.extend({ version })),
  async (c) => {
    const { version: seen, ...input } = c.req.valid('json');
    const { row } = await pieceIn(c);
    await requireKnown(c.var, input);
    const { db, keys, by, now: at } = doerOf(c);
    await editPlacement(db, keys, row, seen, factsOf(row, input), { at, by });
    return c.json(await wholeOf(c, row.code));
  },
);

placementsApi.post(
  '/:code/photos',
  requireWriter,
  atMost(limits.attachmentBytes),
  describePhoto,
  async (c) => {
    const { row } = await pieceIn(c);
    const { db, by, now } = doerOf(c);
    const { timeZone: zone } = c.var.regency.about;
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    const { id, takenAt } = await storePhoto(c.env, db, { placementId: row.id, bytes, by, now, zone });
    return c.json({ photo: id, takenAt: isoOffset(takenAt, zone) }, 201);
  },
);

const stepBody = stepSchema.extend({
  version,
  photo: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullish()
    .describe('`photo` dari `photos`.'),
  cost: costSchema.shape.cost.describe('Hanya untuk `replaced`: biaya penggantinya, rupiah.'),
});
placementsApi.post('/:code/steps', requireWriter, jsonLimit, describeStep, jsonBody(stepBody), async (c) => {
  const { version: seen, photo, life, remark, cost, position } = c.req.valid('json');
  const key = requireKey(c.req.header('idempotency-key'));
  const { row } = await pieceIn(c);
  const { db, keys, by, now: at } = doerOf(c);
  const step = { life, at, by, key, remark, position: position ?? undefined };
  const asSeen = { ...row, version: seen };
  if (life === 'replaced')
    return c.json(await wholeOf(c, await replacePlacement(db, keys, asSeen, step, cost)));
  const proof = photo ? await photoForStep(db, row.id, photo, key) : undefined;
  await takeStep(db, keys, asSeen, { ...step, photo: proof });
  return c.json(await wholeOf(c, row.code));
});

const viewOf = (c: AppContext) => ({
  origin: originOf(c),
  regency: c.var.regency,
  now: doerOf(c).now,
});

/** @throws AppError not_found */
async function wholeOf(c: AppContext, code: string): Promise<WholePlacement> {
  const { db, keys, regency } = c.var;
  const line = await placementLine(db, code.toUpperCase());
  if (!line) throw new AppError('not_found');
  const entries = await historyOf(db, keys, regency, line.row.id);
  return {
    ...placementJson(shownPlacement(line, regency), viewOf(c)),
    history: entries.map(({ seq, life, at, photo }) => ({
      seq,
      life,
      at: isoOffset(at, regency.about.timeZone),
      photo: photo !== null,
    })),
  };
}
