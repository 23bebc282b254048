/** /desk/sp4n/impor: reading in an export of SP4N-LAPOR!: upload, columns, dry run, import. Administrators only. */
import { Hono } from 'hono';
import { type Mapping, missingFields, sp4nFields } from '../../../shared/sp4n/fields.ts';
import { jobHint } from '../../messaging/long-job.ts';
import { hintSoon } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost } from '../api.ts';
import { pickedFile } from '../files.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { cancelImport } from './jobs.ts';
import { type ImportRow, listImports, moveImport, outcomesOf, pageOfRows, readImport } from './queries.ts';
import { ExportProblem, type ExportProblemName } from './read/problem.ts';
import { outcomes, readCheck } from './store.ts';
import { headersOfImport, keepMapping, takeUpload } from './upload.ts';
import { MappingPage } from './views/mapping.tsx';
import { ResultPage } from './views/result.tsx';
import { StartPage } from './views/start.tsx';

export const sp4nPages = new Hono<AppEnv>();

sp4nPages.use('*', requireStaff, requireRole('admin'));

/** Rows on one page of the dry run or the result. */
const PAGE = 100;
/** What is larger is not even taken; up to here a sentence tells the bound. */
const FORM_BYTES = 12 * 1024 * 1024;

sp4nPages.get('/', (c) => c.redirect('/desk/sp4n/impor', 303));
sp4nPages.get('/impor', (c) => start(c, null));

sp4nPages.post('/impor', atMost(FORM_BYTES), async (c) => {
  const file = pickedFile((await c.req.formData()).get('file'));
  if (file === null) return start(c, 'no_file');
  try {
    const id = await takeUpload(c, new Uint8Array(await file.arrayBuffer()), now());
    return c.redirect(`/desk/sp4n/impor/${id}`, 303);
  } catch (error) {
    if (error instanceof ExportProblem) return start(c, error.reason);
    throw error;
  }
});

sp4nPages.get('/impor/:id', async (c) => {
  const row = await importOf(c);
  if (row.status === 'mapping') return columns(c, row, JSON.parse(row.mapping) as Mapping, []);
  return result(c, row);
});

sp4nPages.get('/impor/:id/kolom', async (c) => {
  const row = await importOf(c);
  if (row.status !== 'mapping' && row.status !== 'checked') throw new AppError('not_found');
  return columns(c, row, JSON.parse(row.mapping) as Mapping, []);
});

sp4nPages.post('/impor/:id/kolom', atMost(64 * 1024), async (c) => {
  const row = await importOf(c);
  if (row.status !== 'mapping' && row.status !== 'checked')
    throw new AppError('conflict', { detail: 'not_now' });
  const headers = await headersOfImport(c, row);
  const form = await c.req.formData();
  const mapping: Mapping = {};
  for (const field of sp4nFields) {
    const header = form.get(field);
    if (typeof header === 'string' && headers.includes(header)) mapping[field] = header;
  }
  const missing = missingFields(mapping, headers);
  if (missing.length > 0) return columns(c, row, mapping, missing);
  await keepMapping(c, row, mapping, now());
  return c.redirect(`/desk/sp4n/impor/${row.id}`, 303);
});

sp4nPages.post('/impor/:id/mulai', atMost(16 * 1024), async (c) => {
  const row = await importOf(c);
  // Pressed twice it runs once.
  if (row.status === 'checked') await moveImport(c.var.db, row, { status: 'running' });
  const { status } = await importOf(c);
  if (status === 'running')
    hintSoon(c.env, c.executionCtx, now(), { queue: 'jobs', ids: [jobHint('import', row.id)] });
  return c.redirect(`/desk/sp4n/impor/${row.id}`, 303);
});

sp4nPages.post('/impor/:id/batal', atMost(16 * 1024), async (c) => {
  const row = await importOf(c);
  if (row.status !== 'done' && row.status !== 'cancelled') await cancelImport(c.env, row);
  return c.redirect('/desk/sp4n/impor', 303);
});

/** @throws AppError not_found */
async function importOf(c: AppContext): Promise<ImportRow> {
  const id = c.req.param('id') ?? '';
  const row = /^\d{1,15}$/.test(id) ? await readImport(c.var.db, Number(id)) : null;
  if (row === null) throw new AppError('not_found');
  return row;
}

async function start(c: AppContext, problem: ExportProblemName | null): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const imports = await listImports(db);
  return c.html(
    <StartPage regency={regency} who={signedIn} imports={imports} problem={problem} />,
    problem ? 422 : 200,
  );
}

async function columns(
  c: AppContext,
  row: ImportRow,
  mapping: Mapping,
  missing: (keyof Mapping)[],
): Promise<Response> {
  const { regency, signedIn } = c.var;
  const headers = await headersOfImport(c, row);
  return c.html(
    <MappingPage
      regency={regency}
      who={signedIn}
      row={row}
      headers={headers}
      mapping={mapping}
      missing={missing}
    />,
    missing.length > 0 ? 422 : 200,
  );
}

async function result(c: AppContext, row: ImportRow): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const from = /^\d{1,7}$/.exec(c.req.query('dari') ?? '')?.[0];
  const after = Number(from ?? 0);
  // The dry run until it begins, then what became of the rows.
  const planned = row.status === 'checked' && row.objectKey !== null;
  const all = planned ? await readCheck(c.env, keys, row.objectKey ?? '') : null;
  const rows = all
    ? all.filter((one) => one.row > after).slice(0, PAGE + 1)
    : await pageOfRows(db, row.id, after, PAGE + 1);
  const counts = all
    ? Object.fromEntries(outcomes.map((name) => [name, all.filter(({ outcome }) => outcome === name).length]))
    : await outcomesOf(db, row.id);
  if (row.status === 'running') c.header('refresh', '5');
  return c.html(
    <ResultPage
      regency={regency}
      who={signedIn}
      row={row}
      rows={rows.slice(0, PAGE)}
      counts={counts}
      next={rows.length > PAGE ? (rows[PAGE - 1]?.row ?? null) : null}
      later={from !== undefined}
    />,
  );
}
