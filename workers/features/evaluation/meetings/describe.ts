/** Meetings as the API gives them, and what its document says about them. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { actionStates } from '../../../../shared/action.ts';
import type { ChairLine } from '../../../../shared/evaluation/chair-page.ts';
import { figureIds } from '../../../../shared/figures/definitions.ts';
import { problems } from '../../api.ts';
import type { ActionLine } from '../actions/queries.ts';
import { toldJson, toldSchema } from '../figures/describe.ts';
import type { DecisionRow, MeetingLine } from './queries.ts';
import { meetingStates, stateOf } from './words.ts';

const meetingSchema = z
  .object({
    id: z.int(),
    title: z.string(),
    period: z.string().describe('Periode yang dibahas, misalnya `2026-Q3`.'),
    startsAt: z
      .string()
      .describe('Waktu setempat, misalnya "2026-12-01T09:00"; jam 00:00 = jamnya tidak diketahui.'),
    place: z.string(),
    state: z
      .enum(meetingStates)
      .describe(
        'ahead: akan datang; open: sudah mulai, belum ditutup; closed: ditutup; cancelled: dibatalkan.',
      ),
    invited: z.int(),
    attended: z.int(),
    decisions: z.int().describe('Banyaknya keputusan.'),
  })
  .meta({ ref: 'EvaluationMeeting' });
type MeetingJson = z.infer<typeof meetingSchema>;

const wholeSchema = meetingSchema.omit({ decisions: true }).extend({
  figures: z
    .object({
      day: z.iso.date().describe('Hari angkanya dibekukan.'),
      lines: z.array(
        z.object({ id: z.enum(figureIds), period: toldSchema, before: toldSchema, lastYear: toldSchema }),
      ),
    })
    .nullable()
    .describe(
      'null = belum dibekukan; dengan kunci mitra juga bila periodenya bukan triwulan yang sudah lewat.',
    ),
  decisions: z.array(
    z.object({
      id: z.int(),
      decision: z.string(),
      actions: z
        .array(
          z.object({
            id: z.int(),
            activity: z.string(),
            office: z.string(),
            dueOn: z.iso.date(),
            state: z.enum(actionStates),
            progress: z.int().min(0).max(100),
            overdue: z.boolean(),
          }),
        )
        .describe('Kegiatan yang menjalankannya, seperti keadaannya sekarang.'),
    }),
  ),
});

/** @param local minute of the wall clock */
export function meetingJson({ row, invited, attended, decided }: MeetingLine, local: string): MeetingJson {
  const { id, title, period, startsAt, place } = row;
  const state = stateOf(row, local);
  return { id, title, period, startsAt, place, state, invited, attended, decisions: decided };
}

/** @param figures as they were frozen, or null */
export function wholeJson(
  meeting: MeetingJson,
  figures: { day: string; lines: readonly ChairLine[] } | null,
  decided: readonly DecisionRow[],
  actions: readonly ActionLine[],
): z.infer<typeof wholeSchema> {
  return {
    ...meeting,
    figures: figures && { day: figures.day, lines: figures.lines.map(lineJson) },
    decisions: decided.map(({ id, decision }) => ({
      ...{ id, decision },
      actions: actions.filter((line) => line.decision?.id === id).map(actionJson),
    })),
  };
}

const lineJson = ({ definition, now, before, lastYear }: ChairLine) => ({
  ...{ id: definition.id, period: toldJson(now), before: toldJson(before), lastYear: toldJson(lastYear) },
});

const actionJson = ({ row, progress, overdue }: ActionLine) => {
  const { id, activity, office, dueOn, state } = row;
  return { id, activity, office, dueOn, state, progress, overdue };
};

const shared = {
  tags: ['Evaluasi'],
  security: [{ apiKey: [] }, { staffSession: [] }] as Record<string, string[]>[],
};
const READERS =
  'Untuk sesi petugas yang membaca evaluasi, dan untuk kunci mitra "figures". Tanpa nama orang, notula, dan jawaban.';

export const describeMeetings = describeRoute({
  ...shared,
  operationId: 'listEvaluationMeetings',
  summary: 'Rapat evaluasi, yang terbaru di atas',
  description: READERS,
  parameters: [{ in: 'query', name: 'cursor', schema: { type: 'string' } }],
  responses: {
    200: {
      description: 'Satu halaman rapat.',
      content: {
        'application/json': {
          schema: resolver(z.object({ meetings: z.array(meetingSchema), next: z.string().nullable() })),
        },
      },
    },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});

export const describeMeeting = describeRoute({
  ...shared,
  operationId: 'readEvaluationMeeting',
  summary: 'Satu rapat dengan lima angkanya, keputusannya, dan keadaan kegiatannya',
  description: `${READERS} Angka 1 sampai 4 disembunyikan.`,
  responses: {
    200: { description: 'Rapatnya.', content: { 'application/json': { schema: resolver(wholeSchema) } } },
    ...problems('unauthenticated', 'forbidden', 'not_found', 'unavailable'),
  },
});
