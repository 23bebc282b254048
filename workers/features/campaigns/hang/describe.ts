/** What the API document says about the links of kecamatan. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { idempotencyHeader, problems } from '../../api.ts';

const time = z.iso.datetime({ offset: true });

const linkSchema = z
  .object({
    id: z.int(),
    district: z.string().describe('Kode kecamatan.'),
    program: z.string().nullable().describe('Nama program; null = semua bahan.'),
    createdAt: time,
    expiresAt: time,
    revokedAt: time.nullable(),
    lastUsedAt: time.nullable().describe('Terakhir dibuka, sampai sepuluh menit.'),
    done: z.int().describe('Bahan yang terpasang dan tidak perlu apa-apa.'),
    total: z.int(),
  })
  .meta({ ref: 'HangLink' });
export type LinkJson = z.infer<typeof linkSchema>;

const madeSchema = z
  .object({ id: z.int(), district: z.string(), url: z.url(), expiresAt: time })
  .meta({ ref: 'MadeHangLink' });
export type MadeJson = z.infer<typeof madeSchema>;

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const security: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
const common = { tags: ['Kampanye'], security };
const WRITERS =
  'Untuk akun admin dan humas, juga dengan kunci "desk". Tautan membuka pemasangan tanpa akun, jadi yang membuatnya ' +
  'selalu seseorang: kunci mitra tidak dapat.';

export const describeLinks = describeRoute({
  ...common,
  operationId: 'listHangLinks',
  summary: 'Tautan pemasangan kecamatan, yang terbaru di atas',
  responses: {
    200: { description: 'Paling banyak 100 tautan, tanpa alamatnya.', content: json(z.array(linkSchema)) },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});

export const describeMakeLinks = describeRoute({
  ...common,
  operationId: 'makeHangLinks',
  summary: 'Buat tautan pemasangan untuk satu atau semua kecamatan',
  description: `${WRITERS} Alamatnya hanya ada di jawaban ini.`,
  parameters: [idempotencyHeader(true)],
  responses: {
    201: { description: 'Tautannya.', content: json(z.array(madeSchema)) },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'too_large', 'unavailable'),
  },
});

export const describeRevokeLink = describeRoute({
  ...common,
  operationId: 'revokeHangLink',
  summary: 'Cabut tautan pemasangan',
  description: WRITERS,
  responses: {
    204: { description: 'Tidak berlaku lagi; diulang tidak mengubah apa pun.' },
    ...problems('unauthenticated', 'forbidden', 'not_found', 'unavailable'),
  },
});
