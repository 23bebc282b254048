/** /desk/ekspor: asks why, then gives a list of the inbox out as CSV; and the same as an API call. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { now } from '../../platform/clock.ts';
import { csvAnswer } from '../../platform/csv.ts';
import { AppError } from '../../platform/problem.ts';
import { errorsOf } from '../../ui/components.tsx';
import { atMost, jsonBody, jsonLimit, problems } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { askAgain, requireRecent } from '../staff/recent.tsx';
import { requireStaff } from '../staff/session.ts';
import { refusals, staffOnly } from './describe.ts';
import { exportLines, type Wanted } from './export.ts';
import { filterNames, filterParams, readFilters } from './filters.ts';
import { reasonOf, reasonText, writeDown } from './giving.ts';
import { listsOf } from './lists.ts';
import { ExportPage } from './views/export.tsx';

export const exportPages = new Hono<AppEnv>();

exportPages.use(requireStaff);

exportPages.get('/', (c) => {
  const wanted = wantedOf(c, new URL(c.req.url).searchParams);
  const { regency, signedIn } = c.var;
  return c.html(<ExportPage regency={regency} who={signedIn} wanted={wanted} typed="" errors={{}} />);
});

exportPages.post('/', atMost(64 * 1024), async (c) => {
  const form = await c.req.formData();
  const wanted = wantedOf(c, new URLSearchParams(String(form.get('tampilan') ?? '')));
  try {
    const reason = reasonOf(form);
    const again = await askAgain(c, form);
    return again ?? (await give(c, wanted, reason));
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    const { regency, signedIn } = c.var;
    const typed = String(form.get('reason') ?? '');
    const props = { regency, who: signedIn, wanted, typed, errors: errorsOf(error.fields) };
    return c.html(<ExportPage {...props} />, 422);
  }
});

/** @throws AppError not_found for a list that this person does not have, or a filter that cannot be */
function wantedOf(c: AppContext, query: URLSearchParams): Wanted {
  const { regency } = c.var;
  const { filters, problems: wrong } = readFilters(
    (name) => query.get(filterParams[name]) ?? undefined,
    regency,
  );
  if (wrong.length > 0) throw new AppError('not_found');
  return { list: listOf(c, query.get('daftar')), filters };
}

/** @throws AppError not_found */
function listOf(c: AppContext, id: string | null): Wanted['list'] {
  const list = listsOf(c.var.signedIn, c.var.regency, now()).find((one) => one.id === id);
  if (!list) throw new AppError('not_found');
  return list;
}

async function give(c: AppContext, wanted: Wanted, reason: string): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  await writeDown(c, { kind: 'export', subject: `list:${wanted.list.id}`, what: 'list', reason });
  const name = `${wanted.list.id}-${regency.calendar.localDate(now())}`;
  return csvAnswer(exportLines(db, keys, regency, signedIn, wanted, now()), name);
}

const input = z.strictObject({
  list: z.string().describe('`id` daftar milik pemanggil.'),
  reason: reasonText,
  ...(Object.fromEntries(filterNames.map((name) => [name, z.string().optional()])) as Record<
    (typeof filterNames)[number],
    z.ZodOptional<z.ZodString>
  >),
});

export const exportApi = new Hono<AppEnv>();

exportApi.post(
  '/',
  jsonLimit,
  describeRoute({
    ...staffOnly,
    operationId: 'exportDeskList',
    summary: 'Satu daftar sebagai CSV',
    description:
      'Paling banyak 5.000 laporan, tanpa isi dan identitas; pengaduan khusus tidak disertakan. Alasannya masuk catatan akses. Hanya untuk orang yang masuk sendiri dan baru saja memastikan diri (`/desk/confirm`).',
    responses: {
      200: { description: 'CSV.', content: { 'text/csv': {} } },
      ...refusals,
      ...problems('invalid', 'too_large'),
    },
  }),
  jsonBody(input),
  async (c) => {
    const body = c.req.valid('json');
    const { filters, problems: wrong } = readFilters((name) => body[name], c.var.regency);
    if (wrong.length > 0) throw new AppError('invalid', { fields: wrong });
    const wanted = { list: listOf(c, body.list), filters };
    await requireRecent(c);
    return give(c, wanted, body.reason);
  },
);
