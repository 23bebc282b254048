/** /desk/catatan-akses: the register of disclosures, for administrators, Inspektorat and the officer; the same by API. */
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod';
import { isoOffset } from '../../../shared/text.ts';
import { DAY } from '../../platform/clock.ts';
import { csvAnswer, csvLine } from '../../platform/csv.ts';
import { AppError } from '../../platform/problem.ts';
import { disclosureKinds, type Wanted } from '../../privacy/disclosures.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { listAccounts } from '../staff/queries.ts';
import { askAgain } from '../staff/recent.tsx';
import { requireRole, requireStaff } from '../staff/session.ts';
import { json, refusals, staffOnly } from './describe.ts';
import { reasonOf, writeDown } from './giving.ts';
import { type RegisterLine, readRegister } from './register.ts';
import { RegisterPage, UNREADABLE } from './views/register.tsx';

/** Rows of a file, and of one read for it. */
const MOST = 5_000;
const STEP = 250;

/** Who may read the register at all. */
const readers = requireRole('admin', 'inspector', 'dpo');

export const registerPages = new Hono<AppEnv>();

registerPages.use(requireStaff, readers);

registerPages.get('/', (c) => show(c, (name) => c.req.query(name)));

registerPages.post('/', atMost(64 * 1024), async (c) => {
  const form = await c.req.formData();
  const given = (name: string) => String(form.get(name) ?? '');
  try {
    const reason = reasonOf(form);
    const wanted = wantedOf(given, c.var.regency);
    const again = await askAgain(c, form);
    if (again) return again;
    await writeDown(c, { kind: 'export', subject: 'register', what: 'register', reason });
    return csvAnswer(linesOf(c, wanted), 'catatan-akses');
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return show(c, given, { typed: given('reason'), errors: errorsOf(error.fields) });
  }
});

/** @throws AppError not_found for a filter that cannot be */
function wantedOf(given: (name: string) => string | undefined, regency: Regency): Wanted {
  const [kind, actor] = [given('jenis'), given('petugas')];
  const [from, to] = [dayOf(given('mulai'), regency), dayOf(given('akhir'), regency)];
  const known = disclosureKinds.find((one) => one === kind);
  if ((kind && !known) || (actor && !/^(staff|key):\d{1,9}$/.test(actor))) throw new AppError('not_found');
  return { kind: known, actor: actor || undefined, from, to: to === undefined ? undefined : to + DAY };
}

/** A local date → the beginning of the day in epoch ms. @throws AppError not_found */
function dayOf(text: string | undefined, regency: Regency): number | undefined {
  if (!text) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) throw new AppError('not_found');
  return regency.calendar.startOfDay(text);
}

/** @throws AppError not_found */
function beforeOf(text: string | undefined): number | null {
  if (!text) return null;
  if (!/^\d{1,15}$/.test(text)) throw new AppError('not_found');
  return Number(text);
}

async function show(
  c: AppContext,
  given: (name: string) => string | undefined,
  refused: { typed: string; errors: Errors } | null = null,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  const wanted = wantedOf(given, regency);
  const before = beforeOf(given('dari'));
  const period = { mulai: given('mulai') ?? '', akhir: given('akhir') ?? '' };
  const [page, accounts] = await Promise.all([firstFilled(c, before, wanted), listAccounts(db)]);
  const address = (from: number | null) => {
    const query = new URLSearchParams({
      ...(wanted.kind ? { jenis: wanted.kind } : {}),
      ...(wanted.actor ? { petugas: wanted.actor } : {}),
      ...(period.mulai ? { mulai: period.mulai } : {}),
      ...(period.akhir ? { akhir: period.akhir } : {}),
      ...(from === null ? {} : { dari: String(from) }),
    }).toString();
    return `/desk/catatan-akses${query && `?${query}`}`;
  };
  return c.html(
    <RegisterPage
      regency={regency}
      who={signedIn}
      lines={page.lines}
      next={page.next === null ? null : address(page.next)}
      first={before === null ? null : address(null)}
      wanted={wanted}
      period={period}
      people={accounts.map(({ id, name }) => ({ value: `staff:${id}`, label: name }))}
      typed={refused?.typed ?? ''}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

/** Looks that one page takes to get to a period that is long past. */
const LOOKS = 12;

async function firstFilled(c: AppContext, before: number | null, wanted: Wanted) {
  const { db, keys, signedIn } = c.var;
  let page = await readRegister(db, keys, signedIn, before, wanted);
  for (let looks = 1; looks < LOOKS && page.lines.length === 0 && page.next !== null; looks++)
    page = await readRegister(db, keys, signedIn, page.next, wanted);
  return page;
}

async function* linesOf(c: AppContext, wanted: Wanted): AsyncGenerator<string> {
  const { db, keys, regency, signedIn } = c.var;
  yield csvLine(['Waktu', 'Petugas', 'Jenis', 'Yang dibuka', 'Laporan', 'Alasan']);
  let before: number | null = null;
  let left = MOST;
  do {
    const page: Awaited<ReturnType<typeof readRegister>> = await readRegister(
      db,
      keys,
      signedIn,
      before,
      wanted,
      STEP,
    );
    for (const line of page.lines.slice(0, left)) {
      const at = isoOffset(line.at, regency.about.timeZone);
      const subject = line.code ?? (line.ofCase ? UNREADABLE : '');
      yield csvLine([at, line.by, line.kind, line.what, subject, line.reason ?? 'tidak ditampilkan']);
    }
    left -= page.lines.length;
    before = page.next;
  } while (before !== null && left > 0);
}

const lineSchema = z.object({
  id: z.number().int(),
  at: z.iso.datetime({ offset: true }),
  by: z.string().describe('Nama petugas.'),
  kind: z.enum(disclosureKinds),
  what: z.string(),
  code: z
    .string()
    .nullable()
    .describe('null = bukan tentang laporan, atau laporan yang tidak boleh diketahui.'),
  reason: z.string().nullable().describe('null = tidak ditampilkan bersama laporannya.'),
});

export const registerApi = new Hono<AppEnv>();

registerApi.use(readers);

registerApi.get(
  '/',
  describeRoute({
    ...staffOnly,
    operationId: 'listDisclosures',
    summary: 'Catatan akses (admin, Inspektorat, dan petugas pelindungan data)',
    description:
      'Terbaru dahulu, paling banyak 50 sehalaman. Dengan saringan satu halaman dapat lebih pendek.',
    parameters: [
      { in: 'query', name: 'kind', schema: { type: 'string', enum: [...disclosureKinds] } },
      { in: 'query', name: 'actor', schema: { type: 'string' }, description: 'Misalnya `staff:12`.' },
      { in: 'query', name: 'from', schema: { type: 'string', format: 'date' } },
      { in: 'query', name: 'to', schema: { type: 'string', format: 'date' } },
      { in: 'query', name: 'cursor', schema: { type: 'string' }, description: 'Nilai `next` sebelumnya.' },
    ],
    responses: {
      200: {
        description: 'Satu halaman.',
        content: json(z.object({ disclosures: z.array(lineSchema), next: z.string().nullable() })),
      },
      ...refusals,
    },
  }),
  async (c) => {
    const { db, keys, signedIn, regency } = c.var;
    const names: Record<string, string> = {
      jenis: 'kind',
      petugas: 'actor',
      mulai: 'from',
      akhir: 'to',
    };
    const wanted = wantedOf((name) => c.req.query(names[name] ?? ''), regency);
    const page = await readRegister(db, keys, signedIn, beforeOf(c.req.query('cursor')), wanted);
    return c.json({
      disclosures: page.lines.map((line) => lineJson(line, isoOffset(line.at, regency.about.timeZone))),
      next: page.next === null ? null : String(page.next),
    });
  },
);

function lineJson(line: RegisterLine, at: string): z.infer<typeof lineSchema> {
  const { id, by, kind, what, code, reason } = line;
  return { id, at, by, kind, what, code, reason };
}
