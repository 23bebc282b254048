/** What the API document says about open data. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { tableNames } from '../../../shared/openness/types.ts';
import { problems } from '../api.ts';
import { catalogSchema } from './catalog.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const common = { tags: ['Data terbuka'], security: [] };

export const describeCatalog = describeRoute({
  ...common,
  operationId: 'getOpenData',
  summary: 'Katalog data terbuka',
  description: 'Semua terbitan dengan alamat dan SHA-256 tiap berkas. Tanpa kunci.',
  responses: {
    200: { description: 'Yang terbaru dulu.', content: json(catalogSchema) },
    304: { description: 'Tidak berubah.' },
    ...problems('unavailable'),
  },
});

const cell = z.union([z.string(), z.number(), z.null()]);
const area = z.object({ nama: z.string(), kode_kemendagri: z.string(), kode_bps: z.string().nullable() });

/** As shared/openness/files.ts makes it. */
const fileSchema = z.object({
  judul: z.string(),
  kode_referensi: z.string(),
  definisi: z.string(),
  klasifikasi: z.string(),
  jadwal: z.string(),
  periode: z.object({ id: z.string(), name: z.string(), from: z.string(), to: z.string() }),
  terbit: z.string(),
  produsen_data: z.string(),
  penanggung_jawab: z.string(),
  kontak: z.string().nullable(),
  wilayah: area,
  lisensi: z.object({ name: z.string(), id: z.string(), url: z.url() }),
  data_contoh: z.boolean(),
  aturan: z.string().describe('Bagaimana angka kecil dilindungi.'),
  kolom: z.array(z.object({ id: z.string(), nama: z.string(), satuan: z.string(), definisi: z.string() })),
  baris: z.array(z.record(z.string(), cell)).describe('Nilai menurut `kolom[].id`.'),
});

export const describeTable = describeRoute({
  ...common,
  operationId: 'getOpenTable',
  summary: 'Satu tabel satu triwulan',
  description: 'Sama dengan berkas di `/data/PERIODE/TABEL.json`; isinya tidak pernah berubah.',
  parameters: [
    { in: 'path', name: 'period', required: true, schema: { type: 'string', pattern: '^20\\d\\d-Q[1-4]$' } },
    { in: 'path', name: 'table', required: true, schema: { type: 'string', enum: [...tableNames] } },
  ],
  responses: {
    200: { description: 'Tabelnya.', content: json(fileSchema) },
    304: { description: 'Tidak berubah.' },
    ...problems('not_found', 'unavailable'),
  },
});
