/** What is typed of an event: one schema for the form and the API. */
import * as z from 'zod';
import { eventKinds } from '../../../../shared/campaign.ts';
import { localTime, optionalCount, optionalLine, optionalText, requiredLine } from '../../fields.ts';

export const eventSchema = z.strictObject({
  kind: z.enum(eventKinds),
  title: requiredLine(150),
  startsAt: localTime.describe('Waktu setempat, misalnya "2026-12-01T09:00".'),
  place: optionalLine(200),
  area: optionalText(20).describe('Kode wilayah (`/api/v1/areas`), bila untuk satu kecamatan atau desa.'),
  agenda: optionalText(4000),
  cost: optionalCount().describe('Rupiah.'),
  program: optionalCount(Number.MAX_SAFE_INTEGER).describe('Nomor program.'),
});
export type EventInput = z.output<typeof eventSchema>;

export const resultSchema = z.strictObject({
  held: z.boolean().describe('Sudah dilaksanakan.'),
  headcount: optionalCount(100_000).describe('Jumlah yang hadir, bila tidak ada daftar nama.'),
  result: optionalText(8000).describe('Hasil acara. Jangan menulis nama warga.'),
});
export type ResultInput = z.output<typeof resultSchema>;
