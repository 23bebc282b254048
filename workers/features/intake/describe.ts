/** What the document says about the intake calls. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { complaintSchema, receiptSchema } from '../../../shared/contract/complaint.ts';
import { idempotencyHeader, problems, senders } from '../api.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

const submitting = {
  tags: ['Mengirim laporan'],
  security: senders,
} satisfies Partial<DescribeRouteOptions>;

const sendingProblems = problems(
  'unauthenticated',
  'forbidden',
  'proof_of_work',
  'too_large',
  'invalid',
  'too_many',
  'unavailable',
);

/** The body of a complaint, under its name in the document. */
export const complaintBody = complaintSchema.meta({ ref: 'Complaint' });

/** A public list. */
export const describeFacts = (operationId: string, summary: string, fact: z.ZodType) =>
  describeRoute({
    operationId,
    summary,
    description: 'Berlaku lima menit; sesudah itu tanyakan lagi dengan `If-None-Match`.',
    tags: ['Data wilayah dan instansi'],
    security: [],
    responses: {
      200: { description: 'Daftar lengkap.', content: json(z.array(fact)) },
      304: { description: 'Tidak berubah.' },
      ...problems('unavailable'),
    },
  });

const challengeSchema = z.object({
  parameters: z.object({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: z.string().describe('16 bita acak, heksadesimal.'),
    salt: z.string().describe('16 bita acak, heksadesimal.'),
    cost: z.number().int().describe('Jumlah putaran PBKDF2.'),
    keyLength: z.number().int().describe('Panjang kunci dalam bita.'),
    keyPrefix: z.string().describe('Awal kunci yang dicari, heksadesimal.'),
    keySignature: z.string(),
    expiresAt: z.number().int().describe('Detik sejak 1970 (UTC).'),
  }),
  signature: z.string(),
});

export const describeChallenge = describeRoute({
  operationId: 'getChallenge',
  summary: 'Tantangan bukti kerja',
  description:
    'Bukti kerja ALTCHA versi 2. Untuk pencacah 0, 1, 2, … hitung PBKDF2-HMAC-SHA-256 dengan sandi = `nonce` (bita) ' +
    'diikuti pencacah (32 bit, big-endian), garam = `salt`, putaran = `cost`, panjang = `keyLength` bita, sampai hasilnya ' +
    'berawal `keyPrefix`; paling banyak 250 kali. Kirim base64 dari JSON ' +
    '`{"challenge": <tantangan apa adanya>, "solution": {"counter": <pencacah>, "derivedKey": <kunci, heksadesimal>}}` ' +
    'sebagai header `X-Altcha`. Di ponsel sederhana perlu sekitar satu detik.',
  tags: submitting.tags,
  security: [],
  responses: {
    200: {
      description: 'Tantangan baru: berlaku 20 menit, untuk satu laporan dan lima berkasnya.',
      content: json(challengeSchema),
    },
    ...problems('unavailable'),
  },
});

const uploadSchema = z.object({
  id: z.string().describe('Nilai untuk `attachments`.'),
  kind: z.enum(['jpeg', 'png', 'webp', 'pdf']),
  bytes: z.number().int().describe('Ukuran setelah dibersihkan.'),
});

export const describeUpload = describeRoute({
  ...submitting,
  operationId: 'uploadAttachment',
  summary: 'Unggah foto atau PDF',
  description:
    'Dikenali dari isinya; EXIF, lokasi, dan apa pun di luar gambar dibuang. Satu tantangan berlaku untuk lima berkas ' +
    'selama belum dipakai mengirim laporan. Berkas yang tidak dilampirkan dihapus setelah tiga hari.',
  requestBody: {
    required: true,
    content: {
      'multipart/form-data': {
        schema: {
          type: 'object',
          required: ['file'],
          properties: {
            file: {
              type: 'string',
              contentMediaType: 'application/octet-stream',
              description: 'JPEG, PNG, WebP, atau PDF; paling besar 10 MB.',
            },
          },
        },
      },
    },
  },
  responses: {
    201: { description: 'Diterima. `id` dilampirkan pada laporan.', content: json(uploadSchema) },
    ...sendingProblems,
  },
});

export const describeSubmit = describeRoute({
  ...submitting,
  operationId: 'submitComplaint',
  summary: 'Kirim laporan',
  description:
    '`Idempotency-Key` yang sama dengan isi yang sama selalu mendapat tanda terima yang sama, juga ketika kiriman ' +
    'pertama masih berjalan atau jawabannya hilang; dengan isi lain ditolak (422). Kirim ulang dengan `X-Altcha` yang ' +
    'sama. Simpan `pin`: hanya ditunjukkan di sini. Tanpa `channel`, laporan tercatat lewat `mobile`.',
  parameters: [idempotencyHeader(true)],
  responses: {
    201: {
      description: 'Diterima; tidak akan hilang.',
      headers: { Location: { description: 'Alamat laporan.', schema: { type: 'string', format: 'uri' } } },
      content: json(receiptSchema.meta({ ref: 'Receipt' })),
    },
    ...sendingProblems,
  },
});
