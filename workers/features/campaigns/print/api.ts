/** /api/v1/campaigns/print-packs: packs for the printer, for staff and partners. */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { jsonBody, jsonLimit } from '../../api.ts';
import { type AppContext, type AppEnv, requireKey } from '../../http.ts';
import { removePack, resumePack, stopPack } from '../../packs.ts';
import { requireReader, requireWriter } from '../doors.ts';
import {
  describeBegin,
  describeFile,
  describeList,
  describeOne,
  describePrinted,
  describeRemove,
  describeResume,
  describeStop,
  packInput,
  packJson,
} from './describe.ts';
import { markPrinted } from './mark-printed.ts';
import { begin, fileOf, packOf, titled } from './packs.ts';
import { listPacks, readParts } from './queries.ts';
import { ofPrinter } from './store.ts';

/** Relative to /api/v1/campaigns/print-packs. */
export const printApi = new Hono<AppEnv>();

printApi.get('/', requireReader, describeList, async (c) => {
  const packs = await listPacks(c.var.db);
  return c.json(packs.map((pack) => packJson(pack, [], c.var.regency)));
});

printApi.post('/', requireWriter, jsonLimit, describeBegin, jsonBody(packInput), async (c) => {
  const key = requireKey(c.req.header('idempotency-key'));
  const { format, codes, ...scope } = c.req.valid('json');
  const id = await begin(c, format, { ...scope, codes: codes.map((code) => code.toUpperCase()) }, key);
  if (id === null)
    throw new AppError('invalid', { fields: [{ pointer: '', message: 'field.nothing_to_print' }] });
  return c.json(await shown(c, id), 201, { location: `/api/v1/campaigns/print-packs/${id}` });
});

printApi.get('/:id', requireReader, describeOne, async (c) => c.json(await shown(c)));

printApi.get('/:id/parts/:part', requireReader, describeFile, async (c) =>
  fileOf(c, await packOf(c), Number(c.req.param('part'))),
);

printApi.post('/:id/stop', requireWriter, describeStop, async (c) => {
  const { id } = await packOf(c);
  await stopPack(c, ofPrinter, id);
  return c.json(await shown(c, id));
});

printApi.post('/:id/resume', requireWriter, describeResume, async (c) => {
  const { id } = await packOf(c);
  await resumePack(c, ofPrinter, id);
  return c.json(await shown(c, id));
});

printApi.post('/:id/printed', requireWriter, describePrinted, async (c) => {
  const pack = await packOf(c);
  await markPrinted(c, pack, now());
  return c.json(await shown(c, pack.id));
});

printApi.delete('/:id', requireWriter, describeRemove, async (c) => {
  await removePack(c.env, c.var.db, ofPrinter, await packOf(c));
  return c.body(null, 204);
});

/** @throws AppError not_found */
async function shown(c: AppContext, id?: number) {
  const pack = await packOf(c, id);
  const parts = await titled(c, pack, await readParts(c.var.db, pack.id));
  return packJson(pack, parts, c.var.regency);
}
