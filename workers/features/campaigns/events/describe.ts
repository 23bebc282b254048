/** What the API document says about events. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { eventKinds } from '../../../../shared/campaign.ts';
import { idempotencyHeader, problems } from '../../api.ts';

const eventJson = z
  .object({
    id: z.int(),
    kind: z.enum(eventKinds),
    title: z.string(),
    startsAt: z.string().describe('Waktu setempat, misalnya "2026-12-01T09:00".'),
    place: z.string(),
    area: z.string().nullable(),
    program: z.string().nullable().describe('Nama program.'),
    code: z.string().nullable().describe('Kode untuk salindia; angkanya di `/campaigns/placements`.'),
    invited: z.int().describe('Undangan di daftar.'),
    attended: z.int().describe('Yang dicentang hadir.'),
    headcount: z.int().nullable().describe('Yang hadir tanpa daftar nama.'),
    cost: z.int().nullable().describe('Rupiah; null = belum diisi.'),
    held: z.boolean(),
    cancelled: z.boolean(),
    hasResult: z.boolean().describe('Hasil sudah ditulis; isinya hanya di halaman petugas.'),
    version: z.int(),
  })
  .meta({ ref: 'CampaignEvent' });
export type EventJson = z.infer<typeof eventJson>;

const wholeEvent = eventJson.extend({
  agenda: z.string(),
  offices: z
    .array(z.object({ office: z.string(), invited: z.int(), attended: z.int() }))
    .describe('Menurut kode instansi; "" = tanpa instansi. Nama orang tidak pernah diberikan.'),
});

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const security: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
const common = { tags: ['Kampanye'], security };
const WRITERS = 'Untuk admin dan humas, dan kunci mitra "campaigns_write".';

export const describeEvents = describeRoute({
  ...common,
  operationId: 'listCampaignEvents',
  summary: 'Acara sosialisasi, yang terbaru di atas',
  parameters: [{ in: 'query', name: 'cursor', schema: { type: 'string' } }],
  responses: {
    200: {
      description: 'Satu halaman acara.',
      content: json(z.object({ events: z.array(eventJson), next: z.string().nullable() })),
    },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});

export const describeEvent = describeRoute({
  ...common,
  operationId: 'readCampaignEvent',
  summary: 'Satu acara, dengan undangan dan kehadiran menurut instansi',
  responses: {
    200: { description: 'Acaranya.', content: json(wholeEvent) },
    ...problems('unauthenticated', 'forbidden', 'not_found', 'unavailable'),
  },
});

export const describeAddEvent = describeRoute({
  ...common,
  operationId: 'addCampaignEvent',
  summary: 'Buat acara',
  description: WRITERS,
  parameters: [idempotencyHeader(true)],
  responses: {
    201: { description: 'Acaranya.', content: json(wholeEvent) },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'too_large', 'unavailable'),
  },
});

const changed = {
  200: { description: 'Acaranya sekarang.', content: json(wholeEvent) },
  ...problems('unauthenticated', 'forbidden', 'not_found', 'conflict', 'invalid', 'too_large', 'unavailable'),
};

export const describeEditEvent = describeRoute({
  ...common,
  operationId: 'editCampaignEvent',
  summary: 'Ubah acara',
  description: WRITERS,
  responses: changed,
});

export const describeResult = describeRoute({
  ...common,
  operationId: 'recordCampaignEventResult',
  summary: 'Catat hasil acara',
  description: WRITERS,
  responses: changed,
});
