/** What is typed of a post: one schema for the form and the API. */
import * as z from 'zod';
import { MAX_LINK, postAddress, postOutcomes } from '../../../shared/social-post.ts';

const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null);

const outcome = z
  .union([z.literal(''), z.enum(postOutcomes)])
  .nullish()
  .transform((value) => value || null);

/** What may be corrected later; a link that was wrong is another post. */
export const postEditSchema = z.strictObject({
  topic: optional(60).describe('Kategori (`/api/v1/categories`).'),
  area: optional(20).describe('Kode wilayah (`/api/v1/areas`).'),
  outcome: outcome.describe(
    'Kosong = belum ditentukan. `made_case` hanya lewat laporan yang dibuat darinya.',
  ),
  code: optional(40).describe('Nomor laporan, bila `already_case`.'),
  note: optional(500),
});
export type PostEdit = z.output<typeof postEditSchema>;

export const postSchema = postEditSchema.extend({
  link: z
    .string()
    .max(MAX_LINK)
    .refine((value) => postAddress(value) !== null, { error: 'field.link' })
    .describe('Alamat kiriman. Disimpan tersandi; kiriman yang sama hanya dicatat sekali.'),
  screenshot: z
    .union([z.literal(''), z.string().regex(/^[0-9a-f]{32}$/, { error: 'field.attachment' })])
    .nullish()
    .transform((value) => value || null)
    .describe('`id` dari `POST /desk/attachments`.'),
});
export type PostInput = z.output<typeof postSchema>;
