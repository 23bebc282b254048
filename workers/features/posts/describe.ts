/** What the API document says about the log of posts. */
import { type DescribeRouteOptions, describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { postOutcomes, postPlatforms } from '../../../shared/social-post.ts';
import { problems } from '../api.ts';

const json = (schema: z.ZodType) => ({ 'application/json': { schema: resolver(schema) } });

const security: Record<string, string[]>[] = [{ apiKey: [] }, { staffSession: [] }];
const staffOnly = { tags: ['Media sosial'], security } satisfies Partial<DescribeRouteOptions>;
const refusals = problems('unauthenticated', 'forbidden', 'unavailable');

const postJson = z
  .object({
    id: z.int(),
    link: z.url(),
    note: z.string().nullable(),
    platform: z.enum(postPlatforms),
    topic: z.string().nullable(),
    area: z.string().nullable(),
    outcome: z
      .enum(postOutcomes)
      .nullable()
      .describe('null = belum ditentukan, atau bukan untuk diketahui pemanggil.'),
    screenshot: z.boolean(),
    by: z.string().nullable().describe('Yang terakhir menulisnya.'),
    seenOn: z.iso.date(),
    at: z.iso.datetime({ offset: true }),
  })
  .meta({ ref: 'SocialPost' });
export type PostJson = z.input<typeof postJson>;

const logged = z.object({
  id: z.int(),
  fresh: z.boolean().describe('false = kiriman ini sudah pernah dicatat; tidak ada yang berubah.'),
});

const filter = (name: string, values: readonly string[], description: string) => ({
  in: 'query' as const,
  name,
  schema: { type: 'string' as const, enum: [...values] },
  description,
});

export const describeList = describeRoute({
  ...staffOnly,
  operationId: 'listSocialPosts',
  summary: 'Kiriman media sosial sebulan',
  description: 'Admin dan humas melihat semuanya, pejabat penghubung yang ia catat sendiri; 25 sehalaman.',
  parameters: [
    {
      in: 'query',
      name: 'month',
      schema: { type: 'string', pattern: '^\\d{4}-\\d\\d$' },
      description: 'Misalnya `2026-11`; tanpa ini bulan berjalan.',
    },
    filter('platform', postPlatforms, 'Kanal.'),
    filter('outcome', ['open', ...postOutcomes], '`open` = belum ditentukan.'),
    {
      in: 'query',
      name: 'cursor',
      schema: { type: 'string' },
      description: 'Nilai `next` halaman sebelumnya.',
    },
  ],
  responses: {
    200: {
      description: 'Satu halaman, yang terbaru dulu.',
      content: json(z.object({ posts: z.array(postJson), next: z.string().nullable() })),
    },
    ...refusals,
  },
});

export const describeLog = describeRoute({
  ...staffOnly,
  operationId: 'logSocialPost',
  summary: 'Catat satu kiriman',
  description:
    'Kiriman dikenali dari alamatnya, juga bila dibagikan dari tempat lain; karena itu aman diulang.',
  responses: {
    200: { description: 'Sudah pernah dicatat.', content: json(logged) },
    201: { description: 'Tercatat.', content: json(logged) },
    ...refusals,
    ...problems('invalid', 'too_large'),
  },
});

export const describeEdit = describeRoute({
  ...staffOnly,
  operationId: 'editSocialPost',
  summary: 'Ubah topik, wilayah, hasil, atau catatan',
  responses: {
    200: { description: 'Tersimpan.', content: json(postJson) },
    ...refusals,
    ...problems('not_found', 'invalid', 'too_large'),
  },
});

export const describeUndo = describeRoute({
  ...staffOnly,
  operationId: 'undoSocialPost',
  summary: 'Batalkan catatan yang salah',
  description: 'Hanya oleh pencatatnya dalam 15 menit, dan bila belum menjadi laporan.',
  responses: { 204: { description: 'Dibatalkan.' }, ...refusals, ...problems('not_found', 'conflict') },
});
