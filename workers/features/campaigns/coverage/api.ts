/** GET /api/v1/campaigns/coverage: shares and states of places, for staff and partners. */
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { settledKinds } from '../../../../shared/campaign.ts';
import { percentOf, type Share, SILENT_DAYS, tileStates } from '../../../../shared/coverage.ts';
import { isoOffset } from '../../../../shared/text.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { problems } from '../../api.ts';
import type { AppEnv } from '../../http.ts';
import { requireReader } from '../doors.ts';
import { hangingMaterials, readAsked } from './asked.ts';
import { type Coverage, coverageOf } from './look.ts';

/** Relative to /api/v1/campaigns. */
export const coverageApi = new Hono<AppEnv>();

const shareSchema = z.object({
  hung: z.int().describe('Tempat dengan bahan yang terpasang.'),
  places: z.int().describe('Semua tempat.'),
  percent: z.int().nullable().describe('null bila tidak ada tempat.'),
});

const coverageSchema = z
  .object({
    shares: z
      .array(
        z.object({
          of: z.enum(['all', 'material', 'program']),
          id: z.string().describe('Bahan, nomor program, atau kosong untuk semua yang diminta.'),
          name: z.string(),
          opd: shareSchema,
          kecamatan: shareSchema,
          desa: shareSchema,
        }),
      )
      .describe('Semua yang diminta, lalu tiap bahan dan tiap program.'),
    places: z.array(
      z.object({
        kind: z.enum(settledKinds).describe('`desa` juga untuk kelurahan.'),
        ref: z.string().describe('Kode instansi (`/api/v1/offices`) atau kode wilayah (`/api/v1/areas`).'),
        name: z.string(),
        state: z.enum(tileStates).describe('Keadaan yang paling jauh di tempat itu.'),
        hung: z.int().describe('Bahan yang terpasang.'),
        pieces: z.int().describe('Bahan yang direncanakan atau lebih jauh.'),
        photoAt: z.string().nullable().describe('Foto terbaru dari yang terpasang.'),
      }),
    ),
  })
  .meta({ ref: 'Coverage' });

/** Filters as the call and as the page name them. */
const filters = [
  ['district', 'wilayah', 'district'],
  ['material', 'bahan', 'material'],
  ['program', 'program', 'campaignId'],
] as const;

const describeCoverage = describeRoute({
  operationId: 'readCoverage',
  summary: 'Cakupan: di mana ada bahan yang terpasang',
  description:
    'Terpasang berarti ada foto yang paling lama 90 hari. `silent`: terpasang ' +
    `${SILENT_DAYS} hari atau lebih tanpa satu pindaian pun. \`reported\` baru tampak mulai lima laporan; di bawahnya ` +
    'tertulis `scanned`. Hak baca sama dengan `/campaigns/placements`.',
  tags: ['Kampanye'],
  security: [{ apiKey: [] }, { staffSession: [] }],
  parameters: [
    {
      in: 'query',
      name: 'district',
      description: 'Kode kecamatan, atau `opd`.',
      schema: { type: 'string' },
    },
    { in: 'query', name: 'material', schema: { type: 'string', enum: hangingMaterials } },
    { in: 'query', name: 'program', description: 'Nomor program.', schema: { type: 'integer', minimum: 1 } },
  ],
  responses: {
    200: {
      description: 'Bagian yang terpasang, dan keadaan tiap tempat.',
      content: { 'application/json': { schema: resolver(coverageSchema) } },
    },
    ...problems('unauthenticated', 'forbidden', 'invalid', 'unavailable'),
  },
});

coverageApi.get('/coverage', requireReader, describeCoverage, async (c) => {
  const { db, regency } = c.var;
  const given = c.req.query();
  const asked = readAsked((param) => given[filters.find(([, page]) => page === param)?.[0] ?? ''], regency);
  // A filter that is not understood would give the figures of something else.
  for (const [name, , field] of filters)
    if (given[name] !== undefined && asked[field] === null)
      throw new AppError('invalid', { fields: [{ pointer: `/${name}`, message: 'field.invalid' }] });
  return c.json(coverageJson(await coverageOf(db, regency, asked, now()), regency));
});

function coverageJson({ lines, places }: Coverage, regency: Regency): z.infer<typeof coverageSchema> {
  const zone = regency.about.timeZone;
  return {
    shares: lines.map(({ of, id, name, shares: { opd, kecamatan, desa } }) => ({
      of,
      id,
      name,
      opd: shareJson(opd),
      kecamatan: shareJson(kecamatan),
      desa: shareJson(desa),
    })),
    places: places.map(({ kind, ref, name, state, hung, pieces, photoAt }) => ({
      kind,
      ref,
      name,
      state,
      hung,
      pieces,
      photoAt: photoAt === null ? null : isoOffset(photoAt, zone),
    })),
  };
}

const shareJson = (share: Share) => ({ ...share, percent: percentOf(share) });
