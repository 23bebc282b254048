/** How Kanal is doing, for programs that watch it with a key: relative to /api/v1/desk/status. */
import { Hono } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import * as z from 'zod';
import { isoOffset } from '../../../shared/text.ts';
import { VERSION } from '../../platform/version.ts';
import { problems } from '../api.ts';
import type { AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { levels } from './judge.ts';
import { judgeNow } from './pages.tsx';

const level = z.enum(levels).describe('well = baik, look = perlu dilihat bila sempat, trouble = gangguan.');

const statusSchema = z
  .object({
    level: level.describe('Yang terburuk dari semua baris.'),
    summary: z.string(),
    version: z.string(),
    at: z.iso.datetime({ offset: true }),
    lines: z.array(
      z.object({
        id: z.string().describe('Tetap, misalnya `sweep`, `queue`, `mail_server`, `backup`.'),
        title: z.string(),
        level,
        since: z.iso.datetime({ offset: true }).nullable(),
        says: z.string(),
        means: z.string().nullable().describe('Artinya bagi orang.'),
        todo: z.string().nullable(),
      }),
    ),
  })
  .meta({ ref: 'Status' });

const describeStatus = describeRoute({
  tags: ['Meja kerja'],
  security: [{ apiKey: [] }, { staffSession: [] }],
  operationId: 'getStatus',
  summary: 'Keadaan Kanal baris demi baris (admin, pimpinan)',
  description: 'Tanpa keterangan tentang laporan mana pun. Untuk pemantauan tanpa kunci: `/api/v1/health`.',
  responses: {
    200: { description: 'Keadaan.', content: { 'application/json': { schema: resolver(statusSchema) } } },
    ...problems('unauthenticated', 'forbidden', 'unavailable'),
  },
});

export const statusApi = new Hono<AppEnv>();

statusApi.use(requireStaff, requireRole('admin', 'leader'));

statusApi.get('/', describeStatus, async (c) => {
  const { judged, at } = await judgeNow(c);
  const iso = (time: number) => isoOffset(time, c.var.regency.about.timeZone);
  return c.json({
    level: judged.level,
    summary: judged.summary,
    version: VERSION,
    at: iso(at),
    lines: judged.lines.map(({ link: _, since, ...line }) => ({
      ...line,
      since: since === null ? null : iso(since),
    })),
  } satisfies z.input<typeof statusSchema>);
});
