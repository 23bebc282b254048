/** /api/v1/desk/bulk: one action over many cases, as the pages do it. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { say } from '../../../shared/i18n/index.ts';
import { caseStates } from '../../../shared/lifecycle/states.ts';
import { isoOffset } from '../../../shared/text.ts';
import { AppError } from '../../platform/problem.ts';
import { jsonBody, jsonLimit, problems } from '../api.ts';
import {
  BULK_MOST,
  type BulkJob,
  bulkVerbs,
  countItems,
  createJob,
  listJobs,
  readItems,
  repeatJob,
  startJob,
  stopJob,
} from '../bulk/queries.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { listOf, resolve } from './bulk-choice.ts';
import { contextOf, jobOf, mine } from './bulk-pages.tsx';
import { json, refusals, staffOnly } from './describe.ts';
import { filterNames, readFilters } from './filters.ts';
import { readLines } from './inbox.ts';

const PAGE = 100;
const time = z.iso.datetime({ offset: true });
const statuses = z.enum(['preview', 'running', 'stopped', 'done']);
const count = z.number().int();

const lineSchema = z.object({
  id: z.number().int(),
  verb: z.enum(bulkVerbs),
  status: statuses,
  total: count,
  created: time,
  finished: time.nullable(),
});
const jobSchema = lineSchema.extend({
  started: time.nullable(),
  counts: z.object({
    waiting: count.describe('Akan dijalankan, atau menunggu giliran.'),
    done: count,
    refused: count,
  }),
  cases: z.array(
    z.object({
      code: z.string(),
      state: z.enum(caseStates),
      result: z.enum(['waiting', 'done', 'refused']),
      reason: z.string().nullable().describe('Sebab ditolak, sebagai kata program.'),
      detail: z.string().nullable().describe('Sebab ditolak, sebagai kalimat.'),
    }),
  ),
  next: z.number().int().nullable().describe('Nilai `after` untuk laporan berikutnya.'),
  more: z.boolean().describe('true = yang cocok lebih banyak dari yang diambil; hanya saat dibuat.'),
});

const createSchema = z.strictObject({
  verb: z.enum(bulkVerbs),
  input: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('Isi tindakan itu, sama untuk semua; `remind` tanpa isi.'),
  codes: z.array(z.string()).max(BULK_MOST).optional().describe('Nomor laporan.'),
  list: z.string().optional().describe('Atau semua dari sebuah daftar milik pemanggil, dengan `filters`.'),
  filters: z
    .strictObject(
      Object.fromEntries(filterNames.map((name) => [name, z.string().optional()])) as Record<
        (typeof filterNames)[number],
        z.ZodOptional<z.ZodString>
      >,
    )
    .optional(),
  office: z
    .string()
    .optional()
    .describe('Atau semua laporan sebuah instansi yang masih berjalan; untuk `transfer`.'),
});

const parameters = [
  {
    in: 'query' as const,
    name: 'after',
    schema: { type: 'integer' as const },
    description: 'Nilai `next` halaman sebelumnya.',
  },
];
const answer = (description: string) => ({ description, content: json(jobSchema) });

export const bulkApi = new Hono<AppEnv>();

bulkApi.get(
  '/',
  describeRoute({
    ...staffOnly,
    operationId: 'listBulk',
    summary: 'Tindakan massal milik pemanggil',
    responses: {
      200: { description: 'Terbaru lebih dulu.', content: json(z.object({ jobs: z.array(lineSchema) })) },
      ...refusals,
    },
  }),
  async (c) => {
    mine(c);
    const jobs = await listJobs(c.var.db, c.var.signedIn.id);
    return c.json({ jobs: jobs.map((job) => lineJson(c, job)) });
  },
);

bulkApi.post(
  '/',
  jsonLimit,
  describeRoute({
    ...staffOnly,
    operationId: 'createBulk',
    summary: 'Pratinjau tindakan massal',
    description: `Satu tindakan untuk paling banyak ${BULK_MOST} laporan. Belum mengubah apa pun: jawabannya memuat apa yang akan terjadi pada setiap laporan. Laporan yang tidak boleh diketahui pemanggil tidak disebut. Dijalankan dengan \`start\`; laporan yang berubah sejak pratinjau ditolak, tidak ditimpa.`,
    responses: { 201: answer('Pratinjau.'), ...refusals, ...problems('invalid', 'too_large') },
  }),
  jsonBody(createSchema),
  async (c) => {
    const body = c.req.valid('json');
    if (!mine(c).includes(body.verb)) throw new AppError('forbidden');
    const known = readFilters((name) => body.filters?.[name], c.var.regency);
    if (known.problems.length > 0) throw new AppError('invalid', { fields: known.problems });
    const list = body.list === undefined ? null : { list: listOf(c, body.list), filters: known.filters };
    const { ids, more } = await resolve(c, {
      codes: body.codes ?? [],
      list,
      office: list === null && !body.codes ? (body.office ?? null) : null,
    });
    const id = await createJob(await contextOf(c), body.verb, body.input, ids);
    c.header('location', `/api/v1/desk/bulk/${id}`);
    return c.json(await jobJson(c, await jobOf(c, id), more), 201);
  },
);

bulkApi.get(
  '/:id{[0-9]+}',
  describeRoute({
    ...staffOnly,
    operationId: 'getBulk',
    summary: 'Satu tindakan massal, dengan hasil setiap laporan',
    parameters,
    responses: { 200: answer('Hasil.'), ...refusals },
  }),
  async (c) => c.json(await jobJson(c, await jobOf(c))),
);

const steps = {
  start: { summary: 'Jalankan tindakan massal', operationId: 'startBulk' },
  stop: { summary: 'Hentikan tindakan massal', operationId: 'stopBulk' },
} as const;

for (const name of ['start', 'stop'] as const) {
  bulkApi.post(
    `/:id{[0-9]+}/${name}`,
    describeRoute({
      ...staffOnly,
      ...steps[name],
      description: 'Dipanggil dua kali, hasilnya sama.',
      responses: { 200: answer('Keadaannya sekarang.'), ...refusals },
    }),
    async (c) => {
      const job = await jobOf(c);
      const ctx = await contextOf(c);
      await (name === 'start' ? startJob(ctx, job) : stopJob(ctx, c.env, job));
      return c.json(await jobJson(c, await jobOf(c)));
    },
  );
}

bulkApi.post(
  '/:id{[0-9]+}/repeat',
  describeRoute({
    ...staffOnly,
    operationId: 'repeatBulk',
    summary: 'Pratinjau baru untuk yang belum berhasil',
    responses: { 201: answer('Pratinjau.'), ...refusals, ...problems('invalid') },
  }),
  async (c) => {
    const id = await repeatJob(await contextOf(c), await jobOf(c));
    return c.json(await jobJson(c, await jobOf(c, id)), 201);
  },
);

function lineJson(
  c: AppContext,
  job: Pick<BulkJob, 'id' | 'verb' | 'status' | 'total' | 'createdAt' | 'finishedAt'>,
) {
  const zone = c.var.regency.about.timeZone;
  const { id, verb, status, total, createdAt, finishedAt } = job;
  return {
    ...{ id, verb, status, total },
    created: isoOffset(createdAt, zone),
    finished: finishedAt === null ? null : isoOffset(finishedAt, zone),
  };
}

async function jobJson(c: AppContext, job: BulkJob, more = false): Promise<z.input<typeof jobSchema>> {
  const { db, keys, regency, signedIn } = c.var;
  const after = Number(/^\d{1,6}$/.exec(c.req.query('after') ?? '')?.[0] ?? 0);
  const items = await readItems(db, job.id, { after, limit: PAGE + 1 });
  const page = items.slice(0, PAGE);
  const lines = await readLines(
    db,
    keys,
    signedIn,
    page.map(({ caseId }) => caseId),
  );
  const by = new Map(lines.map((line) => [line.row.id, line]));
  return {
    ...lineJson(c, job),
    started: job.startedAt === null ? null : isoOffset(job.startedAt, regency.about.timeZone),
    counts: await countItems(db, job.id),
    cases: page.flatMap(({ caseId, status, reason }) => {
      const line = by.get(caseId);
      const detail = reason === null ? null : say('id', reason);
      return line ? [{ code: line.code, state: line.row.state, result: status, reason, detail }] : [];
    }),
    next: items.length > PAGE ? (page.at(-1)?.position ?? null) : null,
    more,
  };
}
