/** Placements as the API gives them, and what its document says about them. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { hangs, lives, materials, placeKinds, settledKinds } from '../../../../shared/campaign.ts';
import { isoOffset } from '../../../../shared/text.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { idempotencyHeader, problems } from '../../api.ts';
import { links } from '../queries.ts';
import type { FilterName } from './filter.ts';
import type { ShownPlacement } from './shown.ts';

const count = (what: string) => z.int().nonnegative().nullable().describe(what);

const placementSchema = z
  .object({
    code: z.string().describe('Kode papan: enam huruf dan angka, sedikitnya satu angka.'),
    shortUrl: z.url().describe('Alamat pendek di bawah kode QR.'),
    kind: z.enum(placeKinds).describe('`desa` juga untuk kelurahan.'),
    ref: z.string().describe('Kode instansi (`/api/v1/offices`) atau kode wilayah (`/api/v1/areas`).'),
    name: z.string().describe('Nama tempat; desa selalu bersama kecamatannya.'),
    area: z.string().nullable().describe('Kode wilayah tempat yang ditambahkan sendiri.'),
    position: z.object({ lat: z.number(), lon: z.number() }).nullable(),
    life: z.enum(lives).describe('`idle` = belum direncanakan.'),
    hangs: z.boolean().describe('Terpasang, dengan foto yang diambil dalam 90 hari terakhir.'),
    photoAt: z.iso.datetime({ offset: true }).nullable().describe('Kapan foto terakhir diambil.'),
    material: z.enum(materials),
    program: z.int().nullable().describe('`id` program.'),
    size: z.string().nullable(),
    design: z.int().describe('Versi desain.'),
    cost: z.int().nullable().describe('Rupiah; null = belum diisi.'),
    hanger: z.string().nullable().describe('Kode instansi yang memasang.'),
    version: z.int().describe('Berubah pada setiap langkah dan perubahan.'),
    scanned: count('Pindaian oleh orang.'),
    visitors: count('Orang, masing-masing sekali sehari.'),
    opened: count('Formulir dibuka lewat papan ini.'),
    submitted: count('Laporan yang masuk dan sudah diperiksa.'),
    accepted: count('Di antaranya sudah diterima untuk ditangani.'),
    settled: count('Di antaranya selesai.'),
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
  { origin, regency, now }: { origin: string; regency: Regency; now: number },
): z.infer<typeof placementSchema> {
  const { code, kind, ref, area, life, material, size, design, cost, hanger, version, lat, lon } = row;
  const picture = `${origin}/desk/kampanye/${code}`;
  return {
    code,
    shortUrl: `${origin}/${code}`,
    kind,
    ref,
    name,
    area,
    position: lat === null || lon === null ? null : { lat, lon },
    life,
    hangs: hangs(row, now),
    photoAt: row.photoAt === null ? null : isoOffset(row.photoAt, regency.about.timeZone),
    material,
    program: row.campaignId,
    ...{ size, design, cost, hanger, version },
    ...chain,
    hidden: links.filter((link) => chain[link] === null),
    retired: row.retiredAt !== null,
    qr: { svg: `${picture}.svg`, png: `${picture}.png` },
  };
}

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const security: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
const common = { tags: ['Kampanye'], security };
const WRITERS = 'Untuk admin dan humas, dan kunci mitra "campaigns_write".';
const LOCK = 'Bila papan berubah sejak dibaca, jawabannya 409 dan tidak ada yang ditulis.';
const refusals = problems('unauthenticated', 'forbidden', 'unavailable');
const writeRefusals = problems('not_found', 'conflict', 'invalid', 'key_reused', 'too_large');

const filter = (name: FilterName, description: string) => ({
  in: 'query' as const,
  name,
  schema: { type: 'string' as const },
  description,
});

export const describePlacements = describeRoute({
  ...common,
  operationId: 'listPlacements',
  summary: 'Papan QR: keadaannya, dan dari pindaian sampai laporan yang selesai',
  description:
    'Untuk sesi petugas atau kunci "desk" dengan peran admin, humas, atau pimpinan, dan untuk kunci mitra "campaigns". ' +
    'Angka 1 sampai 4 disembunyikan, kecuali pada data contoh: nilainya null dan namanya ada di `hidden`. ' +
    'Pengaduan tentang aparat dan laporan yang belum diperiksa tidak dihitung di papan mana pun.',
  parameters: [
    filter('district', 'Kode kecamatan, dengan semua yang ada di dalamnya, atau `opd`.'),
    filter('kind', 'Jenis tempat.'),
    filter('material', 'Bahan.'),
    filter('life', 'Keadaan.'),
    filter('program', '`id` program; 0 = tanpa program.'),
    filter('hanger', 'Kode instansi yang memasang.'),
    filter('due', '`1` = hanya yang perlu dicek.'),
  ],
  responses: {
    200: {
      description: 'Semua papan yang cocok: OPD, lalu tiap kecamatan dengan desanya.',
      content: json(z.array(placementSchema)),
    },
    ...refusals,
  },
});

const wholeSchema = placementSchema.extend({
  history: z
    .array(
      z.object({
        seq: z.int(),
        life: z.enum(lives),
        at: z.iso.datetime({ offset: true }),
        photo: z.boolean().describe('Dengan foto; fotonya hanya di halaman petugas.'),
      }),
    )
    .describe('Yang terbaru dulu.'),
});
export type WholePlacement = z.infer<typeof wholeSchema>;

const placement = { description: 'Papannya sekarang.', content: json(wholeSchema) };

export const describePlacement = describeRoute({
  ...common,
  operationId: 'readPlacement',
  summary: 'Satu papan, dengan riwayatnya',
  responses: { 200: placement, ...problems('not_found'), ...refusals },
});

export const describeAddPlacement = describeRoute({
  ...common,
  operationId: 'addPlacement',
  summary: 'Tambah tempat: sekolah, puskesmas, pasar, loket, atau tempat lain',
  description: `Mendapat kode sendiri dan langsung direncanakan. ${WRITERS}`,
  parameters: [idempotencyHeader(true)],
  responses: { 201: placement, ...problems('invalid', 'key_reused', 'too_large'), ...refusals },
});

export const describeEditPlacement = describeRoute({
  ...common,
  operationId: 'editPlacement',
  summary: 'Ubah keterangan papan',
  description: `Semua isian ditulis. ${LOCK} ${WRITERS}`,
  responses: { 200: placement, ...writeRefusals, ...refusals },
});

export const describePhoto = describeRoute({
  ...common,
  operationId: 'addPlacementPhoto',
  summary: 'Kirim foto untuk langkah berikutnya',
  description:
    'Isi permintaan adalah berkas JPEG, PNG, atau WebP. EXIF dan GPS dibuang; waktu pengambilan dibaca dahulu. Foto baru ' +
    `dihitung setelah disebut di \`steps\`, paling lambat sehari kemudian. ${WRITERS}`,
  responses: {
    201: {
      description: 'Tersimpan.',
      content: json(z.object({ photo: z.string(), takenAt: z.iso.datetime({ offset: true }) })),
    },
    ...problems('not_found', 'invalid', 'too_large'),
    ...refusals,
  },
});

export const describeStep = describeRoute({
  ...common,
  operationId: 'stepPlacement',
  summary: 'Langkah berikutnya: direncanakan, tercetak, terpasang, dicek, rusak, hilang, diturunkan',
  description: `\`hung\` dan \`checked\` perlu foto. \`replaced\` menjawab dengan penggantinya, yang berkode baru. Diulang dengan kunci yang sama, jawabannya sama. ${LOCK} ${WRITERS}`,
  parameters: [idempotencyHeader(true)],
  responses: { 200: placement, ...writeRefusals, ...refusals },
});

export const describePlan = describeRoute({
  ...common,
  operationId: 'planPlacements',
  summary: 'Rencanakan satu bahan untuk setiap tempat',
  description: `Tempat yang sudah punya bahan itu dilewati, jadi aman diulang. ${WRITERS}`,
  responses: {
    200: {
      description: 'Menurut jenis tempat: berapa yang direncanakan, dan berapa yang sudah punya.',
      content: json(
        z.object({
          planned: z.int(),
          counts: z.record(
            z.enum(settledKinds),
            z.object({ planned: z.int().nonnegative(), there: z.int().nonnegative() }),
          ),
        }),
      ),
    },
    ...problems('invalid', 'too_large'),
    ...refusals,
  },
});
