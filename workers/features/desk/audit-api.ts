/** Inspektorat's draws by API, relative to /api/v1/desk/audits. What is decided of a drawn case are verbs. */
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { isoOffset } from '../../../shared/text.ts';
import { DAY } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { idempotencyHeader, jsonBody, jsonLimit, problems } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { requireRole } from '../staff/session.ts';
import { draw } from './audit-pages.tsx';
import { type Draw, listDraws, MOST_DRAWN, readDraw } from './audits.ts';
import { json, refusals, staffOnly } from './describe.ts';

const drawSchema = z.object({
  id: z.number().int(),
  at: z.iso.datetime({ offset: true }),
  from: z.iso.date().describe('Hari pertama penutupan.'),
  to: z.iso.date().describe('Hari terakhir penutupan.'),
  total: z.number().int(),
  done: z.number().int(),
  findings: z.number().int(),
});

const oneSchema = drawSchema.extend({
  cases: z.array(
    z.object({
      code: z.string().nullable().describe('null = tidak lagi boleh diketahui pemanggil.'),
      office: z.string().nullable(),
      category: z.string().nullable(),
      result: z.enum(['in_order', 'finding']).nullable().describe('null = belum diperiksa.'),
    }),
  ),
});

const wanted = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date().describe('Termasuk hari ini.'),
  count: z.number().int().min(1).max(MOST_DRAWN).default(10),
});

export const auditApi = new Hono<AppEnv>();

auditApi.use(requireRole('inspector'));

auditApi.get(
  '/',
  describeRoute({
    ...staffOnly,
    operationId: 'listAudits',
    summary: 'Undian audit (Inspektorat)',
    responses: { 200: { description: 'Terbaru dahulu.', content: json(z.array(drawSchema)) }, ...refusals },
  }),
  async (c) => c.json((await listDraws(c.var.db)).map((one) => drawJson(c, one))),
);

auditApi.post(
  '/',
  jsonLimit,
  describeRoute({
    ...staffOnly,
    operationId: 'drawAudit',
    summary: 'Mengundi laporan selesai (Inspektorat)',
    description: 'Peluangnya sama. Yang pernah diundi tidak diundi lagi.',
    parameters: [idempotencyHeader(false)],
    requestBody: {
      required: true,
      content: { 'application/json': { schema: resolver(wanted, { options: { io: 'input' } }) } },
    },
    responses: {
      201: { description: 'Terundi.', content: json(z.object({ id: z.number().int() })) },
      ...refusals,
      ...problems('conflict', 'invalid', 'too_large'),
    },
  }),
  jsonBody(wanted),
  async (c) => {
    const { from, to, count } = c.req.valid('json');
    const { calendar } = c.var.regency;
    if (to < from) throw new AppError('invalid', { fields: [{ pointer: '/to', message: 'field.invalid' }] });
    const period = { from: calendar.startOfDay(from), to: calendar.startOfDay(to) + DAY };
    const id = await draw(c, period, count, c.req.header('idempotency-key') ?? '');
    if (id === null) throw new AppError('conflict', { detail: 'nothing_to_draw' });
    return c.json({ id }, 201);
  },
);

auditApi.get(
  '/:id{[0-9]+}',
  describeRoute({
    ...staffOnly,
    operationId: 'getAudit',
    summary: 'Satu undian audit (Inspektorat)',
    responses: { 200: { description: 'Undian.', content: json(oneSchema) }, ...refusals },
  }),
  async (c) => {
    const found = await readDraw(c.var.db, Number(c.req.param('id')), c.var.signedIn);
    if (!found) throw new AppError('not_found');
    const listed = found.drawn.map(({ code, office, category, result }) => ({
      code,
      office,
      category,
      result,
    }));
    return c.json({ ...drawJson(c, found.draw), cases: listed });
  },
);

function drawJson(
  c: AppContext,
  { id, at, from, to, total, done, findings }: Draw,
): z.infer<typeof drawSchema> {
  const { about, calendar } = c.var.regency;
  return {
    id,
    at: isoOffset(at, about.timeZone),
    from: calendar.localDate(from),
    to: calendar.localDate(to - 1),
    total,
    done,
    findings,
  };
}
