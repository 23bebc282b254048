/** Figures as the API gives them, and what its document says about them. */
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { bases } from '../../../../shared/figures/counts.ts';
import { type Definition, definitions, figureIds } from '../../../../shared/figures/definitions.ts';
import { type Period, periodId, periodName } from '../../../../shared/figures/periods.ts';
import type { Told } from '../../../../shared/figures/told.ts';
import { problems } from '../../api.ts';
import type { Board } from './board.ts';
import { bys } from './by.ts';

export const toldSchema = z.object({
  value: z.number().nullable().describe('null = disembunyikan, kosong, atau hanya diketahui rentangnya.'),
  least: z.number().nullable().describe('Sedikitnya; null = tidak diberi tahu.'),
  most: z.number().nullable(),
  text: z.string().describe('Seperti tertulis di layar.'),
});

const periodSchema = z.object({ id: z.string(), name: z.string(), from: z.iso.date(), to: z.iso.date() });

const figureSchema = z.object({
  id: z.enum(figureIds),
  period: toldSchema,
  before: toldSchema,
  lastYear: toldSchema,
});

const rowSchema = z.object({
  value: z
    .string()
    .describe('Kode OPD, kode wilayah, kategori, jenis, kanal, atau nomor program; `-` = tidak ada.'),
  name: z.string(),
  figures: z.partialRecord(z.enum(figureIds), toldSchema),
});

const figuresSchema = z
  .object({
    period: periodSchema,
    before: periodSchema,
    lastYear: periodSchema,
    figures: z.array(figureSchema),
    by: z.string().nullable(),
    rows: z.array(rowSchema).describe('Kosong tanpa `by`.'),
  })
  .meta({ ref: 'EvaluationFigures' });

const definitionSchema = z
  .object({
    id: z.enum(figureIds),
    name: z.string(),
    formula: z.string(),
    unit: z.string(),
    basis: z.enum(bases).describe('Hari yang dihitung: diterima, jatuh tempo, atau terlihat.'),
    source: z.string(),
    leavesOut: z.string(),
    better: z.enum(['high', 'low']).nullable(),
  })
  .meta({ ref: 'FigureDefinition' });

export const toldJson = ({ range, text }: Told): z.infer<typeof toldSchema> => ({
  value: range && range.least === range.most ? rounded(range.least) : null,
  least: range && rounded(range.least),
  most: range && rounded(range.most),
  text,
});

/** A share in whole percents, as everywhere: from more digits its numbers would follow. */
const rounded = (value: number) => Math.round(value * 100) / 100;

const periodJson = (period: Period): z.infer<typeof periodSchema> => ({
  id: periodId(period),
  name: periodName(period),
  from: period.from,
  to: period.to,
});

/** @param only the figures asked for; null = all */
export function boardJson(board: Board, only: string | null): z.infer<typeof figuresSchema> {
  const { by } = board;
  const wanted = (id: string) => only === null || id === only;
  return {
    period: periodJson(board.period),
    before: periodJson(board.before),
    lastYear: periodJson(board.lastYear),
    figures: board.lines
      .filter(({ definition }) => wanted(definition.id))
      .map(({ definition: { id }, now, before, lastYear }) => ({
        id,
        period: toldJson(now),
        before: toldJson(before),
        lastYear: toldJson(lastYear),
      })),
    by: by?.api ?? null,
    rows: board.rows.map(({ value, name, told }) => ({
      value,
      name,
      figures: Object.fromEntries(
        (by?.figures ?? []).flatMap((id, at) => {
          const one = told[at];
          return one && wanted(id) ? [[id, toldJson(one)]] : [];
        }),
      ),
    })),
  };
}

export const definitionsJson = (): z.infer<typeof definitionSchema>[] =>
  definitions.map(({ value: _value, behind: _behind, ...told }: Definition) => told);

const reader = 'Untuk sesi petugas yang membaca evaluasi, dan untuk kunci mitra "figures".';

export const describeFigures = describeRoute({
  operationId: 'readEvaluationFigures',
  summary: 'Angka evaluasi satu periode, di samping periode sebelumnya dan tahun lalu',
  description:
    `${reader} Angka 1 sampai 4 disembunyikan, kecuali pada data contoh, juga angka lain yang dapat ` +
    'membukanya; bagian dari kurang dari 100 laporan diberi sebagai selang Wilson 95 %. Bagian ditulis 0 sampai 1. ' +
    'Periode lain dari triwulan, dan `by=disposer`, hanya untuk admin dan pimpinan; kunci mitra membaca triwulan yang ' +
    'sudah lewat tanpa `by`: rinciannya ada di data terbuka.',
  tags: ['Evaluasi'],
  security: [{ apiKey: [] }, { staffSession: [] }],
  parameters: [
    {
      in: 'query',
      name: 'period',
      description:
        'Misalnya `2026-07`, `2026-Q3`, `2026-H2`, `2026`, `2026-03-05_2026-04-09`; tanpa ini triwulan berjalan, untuk kunci mitra triwulan sebelumnya.',
      schema: { type: 'string' },
    },
    { in: 'query', name: 'by', schema: { type: 'string', enum: bys.map(({ api }) => api) } },
    {
      in: 'query',
      name: 'figure',
      description: 'Hanya angka ini.',
      schema: { type: 'string', enum: [...figureIds] },
    },
  ],
  responses: {
    200: {
      description: 'Angka yang boleh diberitahukan.',
      content: { 'application/json': { schema: resolver(figuresSchema) } },
    },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'unavailable'),
  },
});

export const describeDefinitions = describeRoute({
  operationId: 'listFigureDefinitions',
  summary: 'Arti setiap angka: rumus, satuan, sumber, dan apa yang tidak termasuk',
  description: reader,
  tags: ['Evaluasi'],
  security: [{ apiKey: [] }, { staffSession: [] }],
  responses: {
    200: {
      description: 'Semua arti angka.',
      content: { 'application/json': { schema: resolver(z.array(definitionSchema)) } },
    },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});
