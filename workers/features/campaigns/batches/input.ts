/** What is typed of a batch of brochures and of what is handed out of it: one schema for the forms and the API. */
import * as z from 'zod';
import { batchMaterials } from '../../../../shared/campaign.ts';
import { countOf, optionalCount, optionalLine, optionalText, requiredLine } from '../../fields.ts';

const MILLION = 1_000_000;

export const batchSchema = z.strictObject({
  title: requiredLine(150),
  material: z.enum(batchMaterials),
  design: countOf(1, 999).describe('Versi desain.'),
  printed: countOf(1, MILLION).describe('Jumlah lembar yang dicetak.'),
  printedOn: z.iso.date().describe('Tanggal cetak.'),
  cost: optionalCount().describe('Rupiah, untuk seluruh batch.'),
  program: optionalCount(Number.MAX_SAFE_INTEGER).describe('Nomor program.'),
});
export type BatchInput = z.output<typeof batchSchema>;

export const handoutSchema = z.strictObject({
  ref: optionalText(20).describe('Kode instansi (`/api/v1/offices`) atau kode wilayah (`/api/v1/areas`).'),
  name: optionalLine(120).describe('Nama tempat yang bukan instansi atau wilayah. Bukan nama orang.'),
  count: countOf(1, MILLION),
  day: z.iso.date().describe('Tanggal dibagikan.'),
});
export type HandoutInput = z.output<typeof handoutSchema>;
