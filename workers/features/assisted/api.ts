/** Assisted intake for programs, relative to /api/v1/desk/intake: the same rules as the pages. */
import { Hono } from 'hono';
import { isoOffset } from '../../../shared/text.ts';
import { now } from '../../platform/clock.ts';
import { jsonBody, jsonLimit } from '../api.ts';
import { type AppEnv, originOf } from '../http.ts';
import { requireStaff } from '../staff/session.ts';
import { handoverLink } from '../tracking/queries.ts';
import { type AssistedReceiptJson, describeAssisted } from './describe.ts';
import { assistedSchema } from './input.ts';
import { sendAssisted } from './send.ts';

export const assistedApi = new Hono<AppEnv>();

assistedApi.use(requireStaff);

assistedApi.post('/', jsonLimit, describeAssisted, jsonBody(assistedSchema), async (c) => {
  const input = c.req.valid('json');
  const { submitted, hand } = await sendAssisted(c, input, c.req.header('idempotency-key'), input);
  const zone = c.var.regency.about.timeZone;
  const link =
    hand === 'handover' ? await handoverLink(c.var.keys, originOf(c), submitted.code, now()) : null;
  const receipt: AssistedReceiptJson = {
    code: hand === 'over' ? null : submitted.code,
    pin: hand === 'pin' ? submitted.pin : null,
    handover: link && { url: link.url, until: isoOffset(link.until, zone) },
    due: isoOffset(submitted.due, zone),
  };
  return c.json(receipt, 201, { 'cache-control': 'no-store' });
});
