/** What people and programs may write about places, material and programs: one schema for a form and its call. */
import * as z from 'zod';
import { freeKinds, lives, settledKinds } from '../../../../shared/campaign.ts';
import { AppError, type FieldProblem } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { optionalCount, optionalLine, optionalText, requiredLine } from '../../fields.ts';
import { requireProgram } from '../queries.ts';
import { pieceMaterials } from './filter.ts';

/** "-2.6345, 121.0987", as maps give it, or two numbers. */
const position = z
  .union([z.string(), z.object({ lat: z.number(), lon: z.number() })])
  .nullish()
  .transform((value) => {
    if (!value) return null;
    if (typeof value !== 'string') return value;
    const [lat, lon, ...rest] = value.trim().split(/\s*[,;]\s*|\s+/);
    return value.trim() === '' ? null : { lat: Number(lat), lon: rest.length > 0 ? Number.NaN : Number(lon) };
  })
  .refine((at) => at === null || (Math.abs(at.lat) <= 90 && Math.abs(at.lon) <= 180), {
    error: 'field.position',
  });

const piece = {
  material: z.enum(pieceMaterials),
  program: optionalCount(Number.MAX_SAFE_INTEGER).describe('`id` program (`/api/v1/campaigns/programs`).'),
  size: optionalText(60).describe('Misalnya "3 × 1 m".'),
  design: z.coerce.number().int().min(1).max(999).default(1).describe('Versi desain.'),
  cost: optionalCount().describe('Rupiah untuk satu bahan, pembuatan dan pemasangan.'),
  hanger: optionalText(40).describe('Kode instansi yang memasang (`/api/v1/offices`).'),
};

const place = {
  kind: z.enum(freeKinds),
  name: requiredLine(120),
  area: z.string().trim().min(1, { error: 'field.required' }).max(20),
  position,
};

export const placeOnlySchema = z.strictObject(place);
export const placeSchema = z.strictObject({ ...place, ...piece });
export const pieceSchema = z.strictObject(piece);
export type PlaceInput = z.output<typeof placeSchema>;

/** As a row. */
export function newPlaceOf({ program, position, ...place }: PlaceInput) {
  return { ...place, campaignId: program, lat: position?.lat ?? null, lon: position?.lon ?? null };
}

/** Name and area only for places that were added. */
export const editSchema = z.strictObject({
  ...piece,
  position,
  name: optionalLine(120),
  area: optionalText(20),
});
export type EditInput = z.output<typeof editSchema>;

/** Of many at once: what is empty stays as it is; "-" takes the program away. */
export const someFactsSchema = z.strictObject({
  program: z
    .literal('-')
    .transform(() => null)
    .or(optionalCount(Number.MAX_SAFE_INTEGER)),
  size: piece.size,
  design: optionalCount(999),
  cost: optionalCount(),
  hanger: piece.hanger,
});

export const planSchema = z.strictObject({
  ...piece,
  kinds: z
    .array(z.enum(settledKinds))
    .min(1)
    .default([...settledKinds])
    .describe('Untuk tempat yang mana.'),
});

export const stepSchema = z.strictObject({
  life: z.enum(lives),
  remark: optionalText(500),
  position,
});

/** Of the piece that takes the place of another. */
export const costSchema = z.object({ cost: optionalCount() });

const day = z.iso.date({ error: 'field.day' });

export const programSchema = z
  .strictObject({
    name: requiredLine(120),
    goal: z.string().trim().max(1000).default(''),
    startsOn: day.describe('Hari pertama.'),
    endsOn: z
      .union([z.literal(''), day])
      .nullish()
      .transform((value) => value || null)
      .describe('Hari terakhir; kosong = belum ditentukan.'),
    budget: optionalCount().describe('Anggaran dalam rupiah.'),
    otherCost: optionalCount().describe(
      'Biaya yang tidak tercatat di bahan, unggahan, berita, acara, atau brosur.',
    ),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || endsOn >= startsOn, {
    error: 'field.end_before_start',
    path: ['endsOn'],
  });

/** @throws AppError invalid for an office, area or program that there is not */
export async function requireKnown(
  { db, regency }: Pick<Doer, 'db' | 'regency'>,
  input: { hanger?: string | null; area?: string | null; program: number | null },
): Promise<void> {
  const fields: FieldProblem[] = [];
  if (input.hanger && !regency.offices.has(input.hanger))
    fields.push({ pointer: '/hanger', message: 'field.invalid' });
  if (input.area && !regency.areas.has(input.area))
    fields.push({ pointer: '/area', message: 'field.invalid' });
  if (fields.length > 0) throw new AppError('invalid', { fields });
  await requireProgram(db, input.program);
}
