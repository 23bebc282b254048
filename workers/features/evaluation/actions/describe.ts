/** The action plan as the API gives it, and what its document says about it. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { actionStateNames, actionStates, measureNames, measures } from '../../../../shared/action.ts';
import { problems } from '../../api.ts';
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
  })
  .meta({ ref: 'PlannedAction' });

export function actionJson(line: ActionLine): z.infer<typeof actionSchema> {
  const { id, activity, office, target, budget, dueOn, state } = line.row;
  const { overdue, progress, measured, program, decision, meeting } = line;
  return {
    ...{ id, activity, office, target, budget, dueOn, state, overdue, progress, measured, program },
    ...{ decision: decision?.text ?? null, meeting: meeting?.title ?? null },
  };
}

export const describeActions = describeRoute({
  tags: ['Evaluasi'],
  security: [{ apiKey: [] }, { staffSession: [] }],
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
      content: { 'application/json': { schema: resolver(z.array(actionSchema)) } },
    },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'unavailable'),
  },
});
