/** What the API document says about the desk's calls. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { caseKinds, channels } from '../../../shared/lifecycle/states.ts';
import { type DeskVerb, deskVerb } from '../../cases/verbs/index.ts';
import { letterQueues } from '../../messaging/dead-letters.ts';
import { idempotencyHeader, problems } from '../api.ts';
import { type FilterName, filterNames } from './filters.ts';
import { caseSchema, doneSchema, remindedSchema, revealedSchema } from './json.ts';
import { foundSchema, inboxSchema } from './list-json.ts';
import { deskLists } from './lists.ts';
import { listsSchema } from './lists-json.ts';
import { verbTitles } from './words.ts';

export const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

const staffSecurity: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
export const staffOnly = {
  tags: ['Meja kerja'],
  security: staffSecurity,
} satisfies Partial<DescribeRouteOptions>;

export const refusals = problems('unauthenticated', 'forbidden', 'not_found', 'unavailable');

const filterWords: Record<FilterName, { description: string; values?: readonly string[] }> = {
  area: { description: 'Kode wilayah; kecamatan mencakup desanya.' },
  category: { description: '`id` kategori.' },
  kind: { description: 'Jenis laporan.', values: caseKinds },
  channel: { description: 'Kanal masuknya laporan.', values: channels },
  office: { description: 'Kode instansi penanggung jawab.' },
  tag: { description: '`id` label.' },
};

const filters = filterNames.map((name) => {
  const { description, values } = filterWords[name];
  return {
    in: 'query' as const,
    name,
    schema: { type: 'string' as const, ...(values ? { enum: [...values] } : {}) },
    description,
  };
});

export const describeLists = describeRoute({
  ...staffOnly,
  operationId: 'listDeskLists',
  summary: 'Daftar milik pemanggil dengan jumlahnya',
  description: 'Jumlah tepat sampai 99; lebih dari itu `exact` bernilai false.',
  responses: { 200: { description: 'Daftar.', content: json(listsSchema) }, ...refusals },
});

export const describeInbox = describeRoute({
  ...staffOnly,
  operationId: 'listDeskCases',
  summary: 'Kotak masuk, menurut batas waktu',
  description:
    'Hanya laporan yang boleh diketahui pemanggil; 40 sehalaman. Dengan saringan, satu halaman memeriksa paling banyak 400 laporan dan dapat lebih pendek; `next` melanjutkannya.',
  parameters: [
    {
      in: 'query',
      name: 'list',
      schema: { type: 'string', enum: deskLists.map(({ id }) => id) },
      description: 'Tanpa ini: daftar pertama milik pemanggil.',
    },
    {
      in: 'query',
      name: 'cursor',
      schema: { type: 'string' },
      description: 'Nilai `next` halaman sebelumnya.',
    },
    ...filters,
  ],
  responses: {
    200: { description: 'Satu halaman.', content: json(inboxSchema) },
    ...refusals,
    ...problems('invalid'),
  },
});

export const describeSearch = describeRoute({
  ...staffOnly,
  operationId: 'searchDeskCases',
  summary: 'Cari laporan menurut kata atau nomor',
  description:
    'Kata utuh dalam judul, isi, tempat, balasan, dan jawaban; nomor laporan atau SP4N-LAPOR!. Semua kata harus ada. Terbaru lebih dulu, paling banyak 40. Laporan baru dapat dicari setelah satu menit.',
  responses: {
    200: { description: 'Yang boleh diketahui pemanggil.', content: json(foundSchema) },
    ...refusals,
    ...problems('invalid', 'too_large'),
  },
});

export const describeCase = describeRoute({
  ...staffOnly,
  operationId: 'getDeskCase',
  summary: 'Satu laporan',
  description:
    'Isinya menurut hak pemanggil. Laporan yang tidak boleh diketahui dijawab 404, sama seperti nomor yang tidak ada.',
  responses: {
    200: {
      description: 'Laporan. `ETag` memuat versinya.',
      headers: { ETag: { description: 'Versi, untuk `If-Match`.', schema: { type: 'string' } } },
      content: json(caseSchema),
    },
    ...refusals,
  },
});

/** Verbs that answer with more than that they are done. */
const answers: Partial<Record<DeskVerb, z.ZodType>> = { reveal: revealedSchema, remind: remindedSchema };

export function describeVerb(name: DeskVerb) {
  return describeRoute({
    ...staffOnly,
    operationId: `desk_${name}`,
    summary: verbTitles[name] ?? name,
    description:
      'Dengan `If-Match` hanya bila laporan belum berubah; bila sudah, 409 dengan `version` dan `ETag` yang sekarang. `Idempotency-Key` yang sama dengan isi yang sama tidak mengulang tindakan.',
    parameters: [
      idempotencyHeader(false),
      {
        in: 'header',
        name: 'If-Match',
        schema: { type: 'string' },
        description: 'Versi yang dilihat, misalnya `"7"`.',
      },
    ],
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: resolver(deskVerb(name)?.input ?? z.object({}), { options: { io: 'input' } }),
        },
      },
    },
    responses: {
      200: { description: 'Tersimpan.', content: json(answers[name] ?? doneSchema) },
      ...refusals,
      ...problems('conflict', 'invalid', 'too_large'),
    },
  });
}

export const describeFile = describeRoute({
  ...staffOnly,
  operationId: 'getDeskAttachment',
  summary: 'Satu foto, untuk dilihat',
  description:
    'Hanya foto, dan hanya untuk orang yang masuk sendiri. PDF, dan berkas untuk aplikasi dengan kunci, diambil dengan POST beserta alasan.',
  responses: {
    200: { description: 'Foto.', content: { 'application/octet-stream': {} } },
    ...refusals,
  },
});

export const describeDownload = describeRoute({
  ...staffOnly,
  operationId: 'downloadDeskAttachment',
  summary: 'Mengambil satu lampiran',
  description: 'Alasannya masuk catatan akses sebelum berkas diberikan.',
  responses: {
    200: { description: 'Berkas sebagai unduhan.', content: { 'application/octet-stream': {} } },
    ...refusals,
    ...problems('invalid', 'too_large'),
  },
});

export const describeDeskUpload = describeRoute({
  ...staffOnly,
  operationId: 'uploadDeskAttachment',
  summary: 'Unggah foto untuk jawaban',
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
        },
      },
    },
  },
  responses: {
    201: {
      description: 'Diterima. `id` menjadi isi `photos`.',
      content: json(z.object({ id: z.string(), kind: z.string(), bytes: z.number().int() })),
    },
    ...refusals,
    ...problems('invalid', 'too_large'),
  },
});

const letterSchema = z.object({
  id: z.number().int(),
  queue: z.enum(letterQueues),
  at: z.iso.datetime({ offset: true }),
});

export const describeLetters = describeRoute({
  ...staffOnly,
  operationId: 'listDeadLetters',
  summary: 'Pesan yang gagal di antrean (admin)',
  responses: { 200: { description: 'Daftar.', content: json(z.array(letterSchema)) }, ...refusals },
});

export const describeReplay = describeRoute({
  ...staffOnly,
  operationId: 'replayDeadLetter',
  summary: 'Kirim ulang pesan yang gagal (admin)',
  responses: { 204: { description: 'Dikirim ulang.' }, ...refusals },
});

export const confirmSchema = z.strictObject({
  password: z.string().min(1).max(200),
  code: z.string().max(20).optional().describe('Kode dari aplikasi, bila dinyalakan.'),
});

export const describeConfirm = describeRoute({
  ...staffOnly,
  operationId: 'confirmIdentity',
  summary: 'Memastikan orangnya sebelum membuka identitas atau mengambil data',
  description:
    'Hanya untuk sesi orang yang masuk sendiri; berlaku sepuluh menit. Sesi yang baru dibuka tidak perlu.',
  responses: {
    204: { description: 'Dipastikan.' },
    ...refusals,
    ...problems('invalid', 'too_many', 'too_large'),
  },
});
