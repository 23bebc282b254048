/** The action plan as the API gives it, and what its document says about it. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { actionStateNames, actionStates, measureNames, measures } from '../../../../shared/action.ts';
import { idempotencyHeader, problems } from '../../api.ts';
import type { ActionLine } from './queries.ts';

const named = (names: Record<string, string>) =>
  Object.entries(names)
    .map(([name, words]) => `${name}: ${words.toLowerCase()}`)
    .join('; ');

const actionSchema = z
  .object({
    id: z.int(),
    activity: z.string(),
    office: z.string().describe('Kode instansi penanggung jawab.'),
    target: z.string(),
    budget: z.int().nullable().describe('Rupiah; null = belum diisi.'),
    dueOn: z.iso.date(),
    state: z.enum(actionStates).describe(named(actionStateNames)),
    overdue: z.boolean().describe('Belum selesai dan lewat batas waktu.'),
    progress: z
      .int()
      .min(0)
      .max(100)
      .describe('Persen; dihitung bila `measured` ada, selain itu dilaporkan.'),
    measured: z
      .object({ measure: z.enum(measures), reached: z.int(), goal: z.int() })
      .nullable()
      .describe(`Yang tercapai menurut register kampanye. ${named(measureNames)}`),
    program: z.string().nullable().describe('Nama program kampanye.'),
    decision: z.string().nullable().describe('Keputusan rapat yang dijalankan.'),
    meeting: z.string().nullable(),
    version: z.int().describe('Dikirim kembali saat mengubah; berganti setiap kali kegiatan disimpan.'),
  })
  .meta({ ref: 'PlannedAction' });

export function actionJson(line: ActionLine): z.infer<typeof actionSchema> {
  const { id, activity, office, target, budget, dueOn, state, version } = line.row;
  const { overdue, progress, measured, program, decision, meeting } = line;
  return {
    ...{ id, activity, office, target, budget, dueOn, state, overdue, progress, measured, program },
    ...{ decision: decision?.text ?? null, meeting: meeting?.title ?? null, version },
  };
}

const shared = {
  tags: ['Evaluasi'],
  security: [{ apiKey: [] }, { staffSession: [] }] as Record<string, string[]>[],
};
const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

export const describeActions = describeRoute({
  ...shared,
  operationId: 'listActions',
  summary: 'Rencana aksi, dengan kemajuan yang terukur',
  description: 'Tanpa nama orang dan tanpa catatan pelaksanaan.',
  parameters: [
    { in: 'query', name: 'office', schema: { type: 'string' }, description: 'Kode instansi.' },
    { in: 'query', name: 'state', schema: { type: 'string', enum: [...actionStates] } },
    { in: 'query', name: 'overdue', schema: { type: 'boolean' }, description: 'Hanya yang lewat.' },
  ],
  responses: {
    200: {
      description: 'Kegiatan menurut batas waktu; yang belum selesai di atas.',
      content: json(z.array(actionSchema)),
    },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'unavailable'),
  },
});

export const describeAction = describeRoute({
  ...shared,
  operationId: 'readAction',
  summary: 'Satu kegiatan rencana aksi',
  description: 'Tanpa nama orang dan tanpa catatan pelaksanaan.',
  responses: {
    200: { description: 'Kegiatannya.', content: json(actionSchema) },
    ...problems('unauthenticated', 'forbidden', 'not_found', 'unavailable'),
  },
});

export const describeAddAction = describeRoute({
  ...shared,
  operationId: 'addAction',
  summary: 'Tambah kegiatan ke rencana aksi',
  description:
    'Untuk admin dan pimpinan, dengan sesi petugas atau kunci "desk". `owner` nomor akun, `decision` nomor keputusan rapat, `program` nomor program kampanye.',
  parameters: [idempotencyHeader(true)],
  responses: {
    201: { description: 'Kegiatannya.', content: json(actionSchema) },
    ...problems('unauthenticated', 'forbidden', 'key_reused', 'invalid', 'too_large', 'unavailable'),
  },
});

export const describeReport = describeRoute({
  ...shared,
  operationId: 'reportAction',
  summary: 'Laporkan kemajuan kegiatan, nyatakan selesai, atau buka lagi',
  description:
    'Untuk penanggung jawab, kepala dan penghubung instansinya, admin, dan pimpinan, dengan sesi petugas atau kunci "desk". Membatalkan, dan membuka lagi yang sudah ditutup, hanya admin dan pimpinan. `note` wajib untuk terkendala, selesai, dan dibatalkan.',
  responses: {
    200: { description: 'Kegiatannya sekarang.', content: json(actionSchema) },
    ...problems(
      'unauthenticated',
      'forbidden',
      'not_found',
      'conflict',
      'invalid',
      'too_large',
      'unavailable',
    ),
  },
});
