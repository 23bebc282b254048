/** Evidence and satisfaction as the API gives them, and what its document says about them. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { indicatorIds, indicatorNames } from '../../../../shared/evidence.ts';
import { type Period, periodId } from '../../../../shared/figures/periods.ts';
import { problems } from '../../api.ts';
import type { CriterionLine, IndicatorLine } from './queries.ts';
import type { OfficeLine } from './satisfaction/read.ts';

const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, heksadesimal.');

const criterionSchema = z.object({
  id: z.string(),
  level: z.int().min(1).max(5),
  text: z.string(),
  source: z.string(),
  confirmed: z.boolean().describe('Sudah dicocokkan dengan pedoman.'),
  awarded: z.boolean(),
  verdict: z.enum(['accepted', 'wanting']).nullable().describe('Hasil pemeriksaan terakhir.'),
  artefacts: z.array(
    z.object({ proof: z.string(), address: z.string(), takenAt: z.iso.datetime(), digest: sha256 }),
  ),
  documents: z.array(
    z.object({ title: z.string(), number: z.string(), datedOn: z.iso.date(), digest: sha256 }),
  ),
});

const evidenceSchema = z
  .array(
    z.object({
      id: z.enum(indicatorIds),
      name: z.string(),
      level: z.int().min(0).max(5).describe('Tingkat yang tercapai; 0 = belum ada.'),
      criteria: z.array(criterionSchema),
    }),
  )
  .meta({ ref: 'EvaluationEvidence' });

const number = z.number().nullable();

const satisfactionSchema = z
  .object({
    quarters: z.array(z.string()),
    rows: z.array(
      z.object({
        office: z.string().nullable().describe('null = semua OPD; `-` = tanpa OPD.'),
        name: z.string(),
        quarters: z.array(
          z.object({
            rated: z.int().nullable().describe('null = belum ada, atau kurang dari 5 dan disembunyikan.'),
            value: number.describe('25 sampai 100.'),
            least: number.describe('Rentang nilai, bila kurang dari 100 penilaian.'),
            most: number,
          }),
        ),
      }),
    ),
  })
  .meta({ ref: 'EvaluationSatisfaction' });

function criterionJson(line: CriterionLine): z.infer<typeof criterionSchema> {
  const { criterion, standing, review, artefacts, documents } = line;
  return {
    ...{ id: criterion.id, level: criterion.level, text: criterion.text, source: criterion.source },
    ...{ confirmed: !criterion.check, awarded: standing.awarded, verdict: review?.verdict ?? null },
    artefacts: artefacts.map(({ proof, address, takenAt, digest }) => ({
      ...{ proof, address, takenAt: new Date(takenAt).toISOString(), digest },
    })),
    documents: documents.map(({ title, number, datedOn, digest }) => ({ title, number, datedOn, digest })),
  };
}

export const evidenceJson = (indicators: readonly IndicatorLine[]): z.infer<typeof evidenceSchema> =>
  indicators.map(({ id, level, criteria }) => ({
    ...{ id, name: `${indicatorNames[id].short}: ${indicatorNames[id].name}`, level },
    criteria: criteria.map(criterionJson),
  }));

export const satisfactionJson = (
  quarters: readonly Period[],
  lines: readonly OfficeLine[],
): z.infer<typeof satisfactionSchema> => ({
  quarters: quarters.map(periodId),
  rows: lines.map(({ office, name, quarters: told }) => ({
    ...{ office, name },
    quarters: told.map(({ told: { range }, rated, between }) => ({
      ...{ rated, value: range?.least ?? null },
      ...{ least: between?.least ?? null, most: between?.most ?? null },
    })),
  })),
});

const reader = 'Untuk sesi petugas yang membaca evaluasi, dan untuk kunci mitra "figures".';
const security = [{ apiKey: [] }, { staffSession: [] }] as Record<string, string[]>[];
const shared = { tags: ['Evaluasi'], security };

export const describeEvidence = describeRoute({
  operationId: 'listEvaluationEvidence',
  summary: 'Tingkat SPBE dan Pemdi yang tercapai, dengan bukti setiap kriteria',
  description: `${reader} Isi dokumen tidak termasuk.`,
  ...shared,
  responses: {
    200: {
      description: 'Semua penilaian.',
      content: { 'application/json': { schema: resolver(evidenceSchema) } },
    },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});

export const describeSatisfaction = describeRoute({
  operationId: 'readEvaluationSatisfaction',
  summary: 'Kepuasan pelapor (SKM U9) empat triwulan menurut OPD',
  description:
    `${reader} Nilai dari kurang dari 5 penilaian disembunyikan, kecuali pada data contoh, juga nilai lain yang ` +
    'dapat membukanya. Kunci mitra membaca triwulan yang sudah lewat, semua OPD bersama.',
  ...shared,
  parameters: [
    {
      ...{ in: 'query', name: 'until', schema: { type: 'string' } },
      description:
        'Triwulan terakhir, misalnya `2026-Q3`; tanpa ini triwulan berjalan, untuk kunci mitra triwulan sebelumnya.',
    },
  ],
  responses: {
    200: {
      description: 'Semua OPD bersama, lalu setiap OPD menurut nama.',
      content: { 'application/json': { schema: resolver(satisfactionSchema) } },
    },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'unavailable'),
  },
});
