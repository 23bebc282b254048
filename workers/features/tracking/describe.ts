/** What the document says about the reporter's calls. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi';
import type * as z from 'zod';
import { idempotencyHeader, problems } from '../api.ts';
import { statusSchema, timelineSchema } from './schemas.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });
const code: NonNullable<DescribeRouteOptions['parameters']>[number] = {
  in: 'path',
  name: 'code',
  required: true,
  description: 'Nomor laporan; huruf kecil dan tanpa garis juga diterima.',
  schema: { type: 'string' },
};
const tags = ['Melacak laporan'];
const security = [{ reporterPin: [] }];
const pinProblems = problems('unauthenticated', 'not_found', 'too_many', 'unavailable');

export const describeStatus = describeRoute({
  operationId: 'getComplaint',
  summary: 'Status laporan',
  description: 'Siapa pun yang tahu nomornya dapat melihat statusnya, tidak lebih.',
  tags,
  security: [],
  parameters: [code],
  responses: {
    200: { description: 'Status sekarang.', content: json(statusSchema) },
    ...problems('not_found', 'too_many', 'unavailable'),
  },
});

export const describeTimeline = describeRoute({
  operationId: 'getTimeline',
  summary: 'Perjalanan laporan',
  description:
    'Untuk pelapor. PIN yang salah beberapa kali harus menunggu; masa tunggu berlaku untuk perangkat itu, bukan untuk ' +
    'laporannya.',
  tags,
  security,
  parameters: [code],
  responses: {
    200: { description: 'Semua yang boleh diketahui pelapor.', content: json(timelineSchema) },
    ...pinProblems,
  },
});

export const describeProof = describeRoute({
  operationId: 'getProof',
  summary: 'Bukti untuk Ombudsman',
  description:
    'Perjalanan laporan sebagai PDF, setelah janji penyelesaian terlewati tanpa jawaban akhir, atau jawaban akhirnya ' +
    'terlambat. Sebelum itu dijawab 409.',
  tags,
  security,
  parameters: [code],
  responses: {
    200: { description: 'PDF.', content: { 'application/pdf': {} } },
    ...pinProblems,
    ...problems('conflict'),
  },
});

export const describeFile = describeRoute({
  operationId: 'getAttachment',
  summary: 'Lampiran laporan',
  description: 'Foto ditampilkan, PDF diunduh.',
  tags,
  security,
  parameters: [code, { in: 'path', name: 'id', required: true, schema: { type: 'string' } }],
  responses: {
    200: {
      description: 'Berkas yang sudah dibersihkan.',
      content: Object.fromEntries(
        ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'].map((type) => [
          type,
          { schema: { type: 'string', contentMediaType: type } as const },
        ]),
      ),
    },
    ...pinProblems,
  },
});

/** An act of the reporter; the answer is the status afterwards. */
export const describeAct = (operationId: string, summary: string, description: string) =>
  describeRoute({
    operationId,
    summary,
    description,
    tags,
    security,
    parameters: [code, idempotencyHeader(false)],
    responses: {
      200: { description: 'Tercatat. Status sesudahnya.', content: json(statusSchema) },
      ...pinProblems,
      ...problems('conflict', 'too_large', 'invalid'),
    },
  });
