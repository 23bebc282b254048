/** Packs as the API gives them, and what its document says about them. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { materials, printFormats } from '../../../../shared/campaign.ts';
import { isoOffset } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { idempotencyHeader, problems } from '../../api.ts';
import { sheetsOf } from './choice.ts';
import type { PackRow, PackTrouble, PartRow } from './queries.ts';

export const packInput = z
  .strictObject({
    format: z.enum(printFormats).describe('`designer_zip`: SVG setiap kode dan CSV untuk mail merge.'),
    lives: z.enum(['planned', 'all']).default('planned').describe('Hanya yang direncanakan, atau semua.'),
    district: z.string().max(20).nullable().default(null).describe('Kode kecamatan, atau `opd`.'),
    campaign: z.int().positive().nullable().default(null).describe('Nomor program.'),
    material: z.enum(materials).nullable().default(null),
    codes: z.array(z.string().length(6)).max(500).default([]).describe('Hanya kode ini.'),
  })
  .meta({ ref: 'PrintPackInput' });

const packSchema = z
  .object({
    id: z.int(),
    format: z.enum(printFormats),
    status: z
      .enum(['running', 'stopped', 'done', 'refused', 'failed'])
      .describe('`refused`: ada kode yang tidak dapat dibaca balik; tidak ada berkas yang disimpan.'),
    origin: z.url().describe('Alamat yang tercetak.'),
    total: z.int().describe('Tempat.'),
    done: z.int().describe('Tempat yang lembarnya sudah jadi.'),
    pages: z.int().describe('Halaman, atau gambar, seluruhnya.'),
    createdAt: z.iso.datetime({ offset: true }),
    finishedAt: z.iso.datetime({ offset: true }).nullable(),
    unreadable: z.array(z.object({ code: z.string(), name: z.string() })),
    parts: z.array(
      z.object({
        part: z.int(),
        title: z.string().describe('Kecamatan, atau isinya.'),
        pages: z.int(),
        bytes: z.int(),
        digest: z.string().describe('SHA-256, heksadesimal.'),
      }),
    ),
  })
  .meta({ ref: 'PrintPack' });

/** @param parts with their titles */
export function packJson(
  pack: PackRow,
  parts: readonly (PartRow & { title: string })[],
  regency: Regency,
): z.infer<typeof packSchema> {
  const at = (time: number) => isoOffset(time, regency.about.timeZone);
  const { id, format, status, origin, total, done } = pack;
  const trouble = JSON.parse(pack.trouble ?? '{"unreadable":[]}') as PackTrouble;
  return {
    ...{ id, format, status, origin, total, done },
    pages: total * sheetsOf(format),
    createdAt: at(pack.createdAt),
    finishedAt: pack.finishedAt === null ? null : at(pack.finishedAt),
    unreadable: trouble.unreadable,
    parts: parts.map(({ part, title, pages, bytes, digest }) => ({ part, title, pages, bytes, digest })),
  };
}

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const door: Pick<DescribeRouteOptions, 'tags' | 'security'> = {
  tags: ['Kampanye'],
  security: [{ apiKey: [] }, { staffSession: [] }],
};
const anyOfPack = problems('unauthenticated', 'forbidden', 'not_found', 'unavailable');

export const describeList = describeRoute({
  ...door,
  operationId: 'listPrintPacks',
  summary: 'Paket cetak, yang terbaru dahulu',
  description: 'Paling banyak 50, tanpa bagian-bagiannya. Hak baca sama dengan `/campaigns/placements`.',
  responses: {
    200: { description: 'Paket cetak.', content: json(z.array(packSchema)) },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});

export const describeBegin = describeRoute({
  ...door,
  operationId: 'createPrintPack',
  summary: 'Membuat paket cetak',
  description:
    'Untuk admin dan humas, dan kunci mitra `campaigns_write`. Paket dibuat bertahap; setiap kode dibaca balik sebelum ' +
    'disimpan. Kode yang tercetak berlaku selamanya: `origin` pada jawaban adalah alamat yang tercetak.',
  parameters: [idempotencyHeader(true)],
  responses: {
    201: {
      description: 'Paket yang sedang dibuat; kunci yang sama memberi paket yang sama.',
      content: json(packSchema),
    },
    ...problems('invalid', 'unauthenticated', 'forbidden', 'too_large', 'unavailable'),
  },
});

export const describeOne = describeRoute({
  ...door,
  operationId: 'readPrintPack',
  summary: 'Satu paket cetak dengan bagian-bagiannya',
  responses: { 200: { description: 'Paket.', content: json(packSchema) }, ...anyOfPack },
});

export const describeFile = describeRoute({
  ...door,
  operationId: 'readPrintPackPart',
  summary: 'Berkas satu bagian',
  responses: {
    200: {
      description: 'PDF, atau ZIP untuk perancang.',
      content: { 'application/pdf': {}, 'application/zip': {} },
    },
    ...anyOfPack,
  },
});

const describeAct = (operationId: string, summary: string, description: string) =>
  describeRoute({
    ...door,
    ...{ operationId, summary, description },
    responses: { 200: { description: 'Paket sesudahnya.', content: json(packSchema) }, ...anyOfPack },
  });

export const describeStop = describeAct(
  'stopPrintPack',
  'Menghentikan pembuatan paket',
  'Bagian yang sudah jadi tetap ada. Diulang, tidak mengubah apa pun.',
);

export const describeResume = describeAct(
  'resumePrintPack',
  'Melanjutkan paket yang dihentikan atau gagal',
  'Mulai dari tempat berikutnya. Diulang, tidak mengubah apa pun.',
);

export const describePrinted = describeAct(
  'markPrintPackPrinted',
  'Menandai bahan dalam paket tercetak',
  'Bahan yang direncanakan dalam paket yang selesai, paling banyak 200 sekali panggil. Panggil lagi untuk sisanya.',
);

export const describeRemove = describeRoute({
  ...door,
  operationId: 'deletePrintPack',
  summary: 'Menghapus paket dan berkasnya',
  description: 'Kode yang sudah tercetak tetap berlaku. Paket yang sedang dibuat harus dihentikan dahulu.',
  responses: { 204: { description: 'Dihapus.' }, ...problems('conflict'), ...anyOfPack },
});
