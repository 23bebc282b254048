/** /desk/jawab: a case answered in the line of its list, looked at before, or begun from an example. */
import { Hono } from 'hono';
import { hasExamples } from '../../../shared/answers.ts';
import { normaliseCode } from '../../../shared/code.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost } from '../api.ts';
import { detailOf } from '../errors.tsx';
import type { AppContext, AppEnv } from '../http.ts';
import { codeOf, findView, perform, requireWriter, verbOf, viewOf } from './act.ts';
import { addressOf, type ListState, queryOf } from './address.ts';
import { filterParams, readFilters } from './filters.ts';
import { refusedBy } from './gaps.ts';
import { isCursor } from './inbox.ts';
import { showInbox } from './inbox-pages.tsx';
import { confirmed, inputOf, previewed, readForm, type Typed } from './input.ts';
import { listsOf } from './lists.ts';
import { previewOf } from './preview.tsx';
import type { DeskCase } from './queries.ts';
import { startFrom } from './starting.ts';
import type { Refused } from './views/actions.tsx';
import { type InLine, isInLine } from './views/answer-line.tsx';
import { LostCase } from './views/kept.tsx';
import { Trouble } from './views/outcome.tsx';

/** Words, no files. */
const FORM_BYTES = 256 * 1024;

export const linePages = new Hono<AppEnv>();

/** Back to the same list at the next line, or the list again with everything typed. */
linePages.post('/:code/:verb', atMost(FORM_BYTES), (c) =>
  inLine(c, async ({ code, verb, typed, place }) => {
    requireWriter(c);
    if (confirmed.includes(verb) && !typed.sure) {
      throw new AppError('invalid', { fields: [{ pointer: '/sure', message: 'field.required' }] });
    }
    await perform(c, verb, code, inputOf(verb, typed), typed.key, typed.version);
    return c.redirect(backTo(c, place, verb, typed), 303);
  }),
);

linePages.post('/:code/:verb/pratinjau', atMost(FORM_BYTES), (c) =>
  inLine(c, async (line) => {
    const { code, verb, typed } = line;
    if (!previewed.includes(verb)) throw new AppError('not_found');
    const view = await viewOf(c, code);
    const { shown, warnings } = await previewOf(c, view, verb, typed);
    return showLine(c, line, view, { verb, typed, errors: {}, shown, warnings });
  }),
);

linePages.post('/:code/:verb/contoh', atMost(FORM_BYTES), (c) =>
  inLine(c, async (line) => {
    const { code, verb, typed } = line;
    if (!hasExamples(verb)) throw new AppError('not_found');
    const view = await viewOf(c, code);
    if (!view.verbs.includes(verb)) throw new AppError('conflict', { detail: 'not_now' });
    const offered = startFrom(c, view, verb, typed, c.req.query('ganti') === '1');
    return showLine(c, line, view, { verb, typed, errors: {}, offered });
  }),
);

interface Line {
  code: string;
  verb: InLine;
  typed: Typed;
  place: ListState | null;
}

/** Reads the form, and shows it again in its list when something is wrong with it. */
async function inLine(c: AppContext, work: (line: Line) => Promise<Response>): Promise<Response> {
  const code = codeOf(c);
  const verb = verbOf(c.req.param('verb'));
  if (!isInLine(verb)) throw new AppError('not_found');
  const typed = readForm(await c.req.formData());
  const line = { code, verb, typed, place: placeOf(c, typed) };
  try {
    return await work(line);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind === 'unauthenticated') throw error;
    return refuse(c, code, refusedBy(error, verb, typed), error, line.place);
  }
}

/** The same list with this line open. */
function showLine(c: AppContext, { place }: Line, view: DeskCase, refused: Refused): Promise<Response> {
  return showInbox(c, { query: new URLSearchParams(place ? queryOf(place) : ''), opened: { view, refused } });
}

/** Where the form came from: of what it brings back only the list, known filters and a cursor are taken over. */
function placeOf(c: AppContext, typed: Typed): ListState | null {
  const { regency, signedIn } = c.var;
  const given = new URLSearchParams(typed.values.tampilan?.[0] ?? '');
  const list = listsOf(signedIn, regency, now()).find(({ id }) => id === given.get('daftar'));
  const cursor = given.get('dari') ?? '';
  const { filters } = readFilters((name) => given.get(filterParams[name]) ?? undefined, regency);
  return list ? { list: list.id, filters, ...(isCursor(cursor) ? { cursor } : {}) } : null;
}

function backTo(c: AppContext, place: ListState | null, verb: string, typed: Typed): string {
  if (place === null) return `/desk?ok=${verb}`;
  const next = normaliseCode(typed.values.lanjut?.[0] ?? '', c.var.regency.about.codePrefix);
  return `${addressOf(place, { ok: verb })}#${next === null ? 'daftar' : `baris-${next}`}`;
}

async function refuse(
  c: AppContext,
  code: string,
  refused: Refused,
  problem: AppError,
  place: ListState | null,
): Promise<Response> {
  const view = await findView(c, code);
  if (view === null || problem.kind === 'not_found') {
    const { regency, signedIn } = c.var;
    return c.html(
      <LostCase regency={regency} who={signedIn} verb={refused.verb} typed={refused.typed} />,
      404,
    );
  }
  // The key was spent on other words: these need their own.
  if (problem.kind === 'key_reused') refused.typed.key = '';
  const top = (
    <Trouble
      regency={c.var.regency}
      view={view}
      refused={refused}
      sentence={detailOf(problem, 'id')}
      moved={problem.kind === 'conflict'}
    />
  );
  const query = new URLSearchParams(place ? queryOf(place) : '');
  return showInbox(c, { query, opened: { view, refused, top }, status: problem.status });
}
