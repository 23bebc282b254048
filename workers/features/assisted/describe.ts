/** What the API document says about assisted intake. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { idempotencyHeader, problems } from '../api.ts';

const time = z.iso.datetime({ offset: true });

const receiptSchema = z
  .object({
    code: z.string().nullable(),
    pin: z.string().nullable().describe('null bila hanya pelapor yang boleh melihatnya.'),
    handover: z
      .object({ url: z.url(), until: time })
      .nullable()
      .describe('Tautan sekali pakai yang dibuka pelapor untuk melihat PIN-nya.'),
    due: time.describe('Janji jawaban akhir.'),
  })
  .meta({ ref: 'AssistedReceipt' });
export type AssistedReceiptJson = z.input<typeof receiptSchema>;

export const describeAssisted = describeRoute({
  operationId: 'submitAssisted',
  summary: 'Kirim laporan yang diketik untuk orang lain',
  description:
    'Untuk admin, pejabat penghubung, dan kepala OPD; KIM dengan `channel: "kim"`, hanya di desanya. Laporan tentang ' +
    'aparat ditolak (422, `/aboutOfficial`) supaya pelapor mengirimnya sendiri; dengan `insisted` tetap diterima ' +
    '(tidak untuk KIM), dan PIN hanya lewat `handover`. Kiriman yang sama diulang setelah setengah jam tidak ' +
    'menunjukkan nomor dan PIN lagi.',
  tags: ['Mengirim laporan'],
  security: [{ apiKey: [] }, { staffSession: [] }],
  parameters: [idempotencyHeader(true)],
  responses: {
    201: {
      description: 'Diterima; tidak akan hilang.',
      content: { 'application/json': { schema: resolver(receiptSchema) } },
    },
    ...problems('unauthenticated', 'forbidden', 'too_large', 'invalid', 'unavailable'),
  },
});
