/** Placements as the API gives them, and what its document says about them. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { placeKinds } from '../../../../shared/campaign.ts';
import { problems } from '../../api.ts';
import { links } from '../queries.ts';
import type { ShownPlacement } from './shown.ts';

const count = (what: string) => z.int().nonnegative().nullable().describe(what);

const placementSchema = z
  .object({
    code: z.string().describe('Kode papan: enam huruf dan angka, sedikitnya satu angka.'),
    shortUrl: z.url().describe('Alamat pendek di bawah kode QR.'),
    kind: z.enum(placeKinds).describe('`desa` juga untuk kelurahan.'),
    ref: z.string().describe('Kode instansi (`/api/v1/offices`) atau kode wilayah (`/api/v1/areas`).'),
    name: z.string().describe('Nama tempat; desa selalu bersama kecamatannya.'),
    scanned: count('Pindaian oleh orang.'),
    visitors: count('Orang, masing-masing sekali sehari.'),
    opened: count('Formulir dibuka lewat papan ini.'),
    submitted: count('Laporan yang masuk dan sudah diperiksa.'),
    settledOnTime: count('Di antaranya selesai, dengan jawaban akhir sebelum batas janji.'),
    confirmed: count('Di antaranya selesai karena pelapornya setuju.'),
    hidden: z
      .array(z.enum(links))
      .describe('Angka yang disembunyikan (null) karena kurang dari 5; 0 ditampilkan.'),
    retired: z.boolean().describe('Papan dihentikan: kodenya membuka formulir biasa.'),
    qr: z.object({ svg: z.url(), png: z.url() }).describe('Gambar kode QR, untuk petugas yang masuk.'),
  })
  .meta({ ref: 'Placement' });

export function placementJson(
  { row, name, chain }: ShownPlacement,
  origin: string,
): z.infer<typeof placementSchema> {
  const { code, kind, ref } = row;
  const picture = `${origin}/desk/kampanye/${code}`;
  return {
    code,
    shortUrl: `${origin}/${code}`,
    kind,
    ref,
    name,
    ...chain,
    hidden: links.filter((link) => chain[link] === null),
    retired: row.retiredAt !== null,
    qr: { svg: `${picture}.svg`, png: `${picture}.png` },
  };
}

export const describePlacements = describeRoute({
  operationId: 'listPlacements',
  summary: 'Papan QR: dari pindaian sampai laporan yang selesai',
  description:
    'Untuk sesi petugas atau kunci "desk" dengan peran admin, humas, atau pimpinan, dan untuk kunci mitra "campaigns". ' +
    'Angka 1 sampai 4 disembunyikan: nilainya null dan namanya ada di `hidden`. Pengaduan tentang aparat dan laporan ' +
    'yang belum diperiksa tidak dihitung di papan mana pun.',
  tags: ['Kampanye'],
  security: [{ apiKey: [] }, { staffSession: [] }],
  responses: {
    200: {
      description: 'Semua papan: OPD, lalu tiap kecamatan dengan desanya.',
      content: { 'application/json': { schema: resolver(z.array(placementSchema)) } },
    },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});
