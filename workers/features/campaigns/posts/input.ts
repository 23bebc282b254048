/** What is typed of a post: one schema for the form and the API. */
import * as z from 'zod';
import { postChannels } from '../../../../shared/campaign.ts';
import { localTime, optionalCount } from '../../fields.ts';
import { targetField } from '../scans/target.ts';
import { localDay, pageAddress, programId, titleField } from './fields.ts';
import { pictureName } from './picture.ts';

/** @param origin of this Kanal, whose own addresses are taken as paths */
export function postSchema(origin: string | null) {
  return z.strictObject({
    title: titleField.describe('Judul untuk kalender; tidak ikut terbit.'),
    text: z.string().trim().max(5000).default('').describe('Teks yang terbit.'),
    program: programId.describe('Program.'),
    plannedFor: localTime.describe('Waktu setempat, misalnya "2026-11-27T08:00".'),
    target: targetField(origin).describe(
      'Tujuan tautan: kosong = formulir laporan; `/lacak`, `/bagikan/KODE`, atau `https://www.lapor.go.id/…`.',
    ),
    picture: pictureName.describe('Nama gambar yang sudah tersimpan.'),
    cost: optionalCount().describe('Biaya dalam rupiah.'),
  });
}
export type PostInput = z.output<ReturnType<typeof postSchema>>;

/** One post for each channel. */
export function newPostsSchema(origin: string | null) {
  return postSchema(origin).extend({
    channels: z
      .array(z.enum(postChannels))
      .min(1)
      .max(postChannels.length)
      .transform((channels) => [...new Set(channels)])
      .describe('Satu unggahan dibuat untuk tiap kanal.'),
  });
}
export type NewPosts = z.output<ReturnType<typeof newPostsSchema>>;

/** Said of a post that stands there. */
export const publicationSchema = z.strictObject({
  at: localTime.describe('Waktu setempat.'),
  url: pageAddress.describe('Alamat unggahannya.'),
});
export type Publication = z.output<typeof publicationSchema>;

/** As the platform or the station tells it. */
export const reachSchema = z.strictObject({
  reach: optionalCount().describe('Orang yang terjangkau.'),
  reachOn: localDay.describe('Tanggal angka itu.'),
});
export type Reach = z.output<typeof reachSchema>;
