/** What the API document says about batches of brochures. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { batchMaterials } from '../../../../shared/campaign.ts';
import { idempotencyHeader, problems } from '../../api.ts';

const batchJson = z
  .object({
    id: z.int(),
    title: z.string(),
    material: z.enum(batchMaterials),
    design: z.int(),
    printed: z.int(),
    handedOut: z.int(),
    left: z.int().describe('Dicetak dikurangi dibagikan; tidak pernah di bawah 0.'),
    printedOn: z.iso.date(),
    cost: z.int().nullable().describe('Rupiah; null = belum diisi.'),
    program: z.string().nullable().describe('Nama program.'),
    code: z.string().describe('Kode pada tiap lembar; angkanya di `/campaigns/placements`.'),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ ref: 'BrochureBatch' });
export type BatchJson = z.infer<typeof batchJson>;

const handoutJson = z.object({
  id: z.int(),
  ref: z.string().nullable().describe('Kode instansi atau wilayah; null bila tempatnya bernama.'),
  name: z.string().nullable(),
  count: z.int(),
  day: z.iso.date(),
  at: z.iso.datetime({ offset: true }).describe('Kapan dicatat.'),
  cancelled: z.boolean().describe('Salah catat; tidak dihitung.'),
});
export type HandoutJson = z.infer<typeof handoutJson>;

const wholeBatch = batchJson.extend({ handouts: z.array(handoutJson) });

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const security: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
const common = { tags: ['Kampanye'], security };
const WRITERS = 'Untuk admin dan humas, dan kunci mitra "campaigns_write".';

export const describeBatches = describeRoute({
  ...common,
  operationId: 'listBrochureBatches',
  summary: 'Cetakan brosur dan stiker, dengan sisanya',
  responses: {
    200: { description: 'Semua cetakan, yang terbaru di atas.', content: json(z.array(batchJson)) },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});

export const describeBatch = describeRoute({
  ...common,
  operationId: 'readBrochureBatch',
  summary: 'Satu cetakan dengan semua pembagiannya',
  responses: {
    200: { description: 'Cetakannya.', content: json(wholeBatch) },
    ...problems('unauthenticated', 'forbidden', 'not_found', 'unavailable'),
  },
});

export const describeAddBatch = describeRoute({
  ...common,
  operationId: 'addBrochureBatch',
  summary: 'Catat cetakan baru; kodenya dibuat sekalian',
  description: WRITERS,
  parameters: [idempotencyHeader(true)],
  responses: {
    201: { description: 'Cetakannya.', content: json(wholeBatch) },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'too_large', 'unavailable'),
  },
});

export const describeHandOut = describeRoute({
  ...common,
  operationId: 'handOutBrochures',
  summary: 'Catat pembagian',
  description: `${WRITERS} Lebih dari sisanya ditolak, juga bila beberapa orang mencatat bersamaan.`,
  parameters: [idempotencyHeader(true)],
  responses: {
    201: {
      description: 'Nomor pembagian dan cetakannya.',
      content: json(z.object({ handout: z.int(), batch: wholeBatch })),
    },
    ...problems('unauthenticated', 'forbidden', 'not_found', 'invalid', 'too_large', 'unavailable'),
  },
});

export const describeTakeBack = describeRoute({
  ...common,
  operationId: 'takeBackBrochureHandout',
  summary: 'Batalkan pembagian yang salah catat',
  description: `${WRITERS} Catatannya tetap ada, ditandai \`cancelled\`.`,
  responses: {
    204: { description: 'Dibatalkan.' },
    ...problems('unauthenticated', 'forbidden', 'not_found', 'unavailable'),
  },
});
