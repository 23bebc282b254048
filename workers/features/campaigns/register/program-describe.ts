/** What the API document says about programs. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { idempotencyHeader, problems } from '../../api.ts';
import { costKinds } from './queries.ts';

const money = (what: string) => z.int().nullable().describe(`${what}, rupiah; null = belum diisi.`);

const programJson = z
  .object({
    id: z.int(),
    name: z.string(),
    goal: z.string(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date().nullable(),
    budget: money('Anggaran'),
    otherCost: money('Biaya lain'),
    spent: z.int().describe('Semua biaya yang diketahui, rupiah.'),
    parts: z
      .record(z.enum(costKinds), z.object({ count: z.int(), cost: z.int(), unknown: z.int() }))
      .describe('Menurut isinya: jumlah, biaya yang diketahui, dan berapa yang biayanya belum diisi.'),
    archived: z.boolean(),
    version: z.int(),
  })
  .meta({ ref: 'CampaignProgram' });
export type ProgramJson = z.infer<typeof programJson>;

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const security: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
const common = { tags: ['Kampanye'], security };
const WRITERS = 'Untuk admin dan humas, dan kunci mitra "campaigns_write".';
const refusals = problems('unauthenticated', 'forbidden', 'unavailable');
const program = { description: 'Programnya sekarang.', content: json(programJson) };

export const describePrograms = describeRoute({
  ...common,
  operationId: 'listCampaignPrograms',
  summary: 'Program kampanye dengan biayanya',
  responses: {
    200: { description: 'Semua program; yang diarsipkan terakhir.', content: json(z.array(programJson)) },
    ...refusals,
  },
});

export const describeProgram = describeRoute({
  ...common,
  operationId: 'readCampaignProgram',
  summary: 'Satu program',
  responses: { 200: program, ...problems('not_found'), ...refusals },
});

export const describeAddProgram = describeRoute({
  ...common,
  operationId: 'addCampaignProgram',
  summary: 'Buat program',
  description: `Nama program hanya dipakai sekali. ${WRITERS}`,
  parameters: [idempotencyHeader(true)],
  responses: { 201: program, ...problems('invalid', 'key_reused', 'too_large'), ...refusals },
});

export const describeEditProgram = describeRoute({
  ...common,
  operationId: 'editCampaignProgram',
  summary: 'Ubah, arsipkan, atau buka lagi program',
  description: `Semua isian ditulis. Bila program berubah sejak dibaca, jawabannya 409. ${WRITERS}`,
  responses: { 200: program, ...problems('not_found', 'conflict', 'invalid', 'too_large'), ...refusals },
});
