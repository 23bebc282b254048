/** What is typed of media partners and their articles: one schema for the form and the API. */
import * as z from 'zod';
import { partnerKinds } from '../../../../../shared/campaign.ts';
import type { contactSchema } from '../../../../../shared/contract/complaint.ts';
import { optionalCount, requiredLine } from '../../../fields.ts';
import { localDay, pageAddress, programId, titleField } from '../fields.ts';
import { pictureName } from '../picture.ts';

export const partnerSchema = z.strictObject({
  name: requiredLine(120).describe('Nama medianya.'),
  kind: z.enum(partnerKinds),
  website: pageAddress.describe('Alamat situsnya.'),
  note: z.string().trim().max(1000).default('').describe('Catatan; tanpa nama orang.'),
});
export type PartnerInput = z.output<typeof partnerSchema>;

/** Who is spoken to there; sealed, and in no answer of the API. */
export type Contact = z.output<typeof contactSchema>;

export const articleSchema = z.strictObject({
  partnerId: z.coerce
    .number({ error: 'field.partner' })
    .int({ error: 'field.partner' })
    .describe('Mitra media.'),
  title: titleField,
  publishedOn: localDay
    .refine((day) => day !== null, { error: 'field.required' })
    .transform((day) => day ?? '')
    .describe('Tanggal terbit.'),
  url: pageAddress.describe('Alamat beritanya.'),
  clipping: pictureName.describe('Nama kliping yang sudah tersimpan.'),
  program: programId.describe('Program.'),
  reach: optionalCount().describe('Pembaca, pendengar, atau penonton.'),
  reachOn: localDay.describe('Tanggal angka itu.'),
  cost: optionalCount().describe('Biaya dalam rupiah.'),
});
export type ArticleInput = z.output<typeof articleSchema>;
