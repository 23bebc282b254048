/** The delivery log for programs, relative to /api/v1/desk/deliveries. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { isoOffset } from '../../../shared/text.ts';
import { logLists } from '../../messaging/delivery-log.ts';
import { AppError } from '../../platform/problem.ts';
import { jsonBody, jsonLimit, problems } from '../api.ts';
import type { AppEnv } from '../http.ts';
import { deliveryLog } from './deliveries.ts';
import { sendLogged } from './delivery-pages.tsx';
import { json, refusals, staffOnly } from './describe.ts';

const time = z.iso.datetime({ offset: true });

const logSchema = z.object({
  deliveries: z.array(
    z.object({
      id: z.string().describe('Untuk mengirimnya lagi; berbeda pada setiap jawaban.'),
      status: z.enum(['failed', 'uncertain', 'skipped', 'pending', 'sent']),
      notice: z.string(),
      to: z.string().describe('Peran atau instansi, tidak pernah alamat.'),
      code: z.string().nullable().describe('null = tanpa laporan, atau laporan yang tidak boleh diketahui.'),
      attempts: z.number().int(),
      reason: z.string().nullable(),
      at: time,
      next: time.nullable().describe('Percobaan berikutnya.'),
    }),
  ),
  next: z.string().nullable().describe('Nilai `cursor` halaman berikutnya.'),
});

const againSchema = z.object({
  id: z.string().max(500),
  twice: z.boolean().optional().describe('Wajib `true` untuk yang tidak pasti: surat dapat sampai dua kali.'),
});

export const deliveryApi = new Hono<AppEnv>();

deliveryApi.get(
  '/',
  describeRoute({
    ...staffOnly,
    operationId: 'listDeliveries',
    summary: 'Pemberitahuan yang gagal, tidak pasti, menunggu atau tidak dikirim (admin)',
    parameters: [
      { in: 'query', name: 'list', schema: { type: 'string', enum: [...logLists], default: 'trouble' } },
      {
        in: 'query',
        name: 'cursor',
        schema: { type: 'string' },
        description: 'Nilai `next` halaman sebelumnya.',
      },
    ],
    responses: {
      200: { description: 'Satu halaman, 25 pemberitahuan.', content: json(logSchema) },
      ...refusals,
      ...problems('invalid'),
    },
  }),
  async (c) => {
    const { db, keys, regency, signedIn } = c.var;
    const wanted = c.req.query('list') ?? 'trouble';
    const list = logLists.find((one) => one === wanted);
    if (!list) throw new AppError('not_found');
    const page = await deliveryLog(db, keys, regency, signedIn, list, c.req.query('cursor'));
    const iso = (at: number) => isoOffset(at, regency.about.timeZone);
    return c.json({
      deliveries: page.lines.map(({ hidden: _hidden, at, nextAt, ...line }) => ({
        ...line,
        at: iso(at),
        next: nextAt === null ? null : iso(nextAt),
      })),
      next: page.next,
    } satisfies z.input<typeof logSchema>);
  },
);

deliveryApi.post(
  '/',
  jsonLimit,
  describeRoute({
    ...staffOnly,
    operationId: 'sendDeliveryAgain',
    summary: 'Kirim lagi pemberitahuan yang gagal atau tidak pasti (admin)',
    description: 'Yang sudah terkirim, sedang menunggu, atau tidak pasti tanpa `twice` dijawab 409.',
    responses: {
      204: { description: 'Masuk antrean lagi.' },
      ...refusals,
      ...problems('conflict', 'invalid', 'too_large'),
    },
  }),
  jsonBody(againSchema),
  async (c) => {
    const { id, twice } = c.req.valid('json');
    await sendLogged(c, id, twice === true);
    return c.body(null, 204);
  },
);
