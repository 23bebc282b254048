/** /desk/massal: one action over many cases: chosen, looked at case by case, carried out in steps, told case by case. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { type Errors, errorsOf } from '../../ui/components.tsx';
import { atMost } from '../api.ts';
import {
  type BulkJob,
  type BulkVerb,
  bulkVerbsOf,
  countItems,
  createJob,
  listJobs,
  readItems,
  readJob,
  repeatJob,
  startJob,
  stopJob,
} from '../bulk/queries.ts';
import { type AppContext, type AppEnv, ctxOf } from '../http.ts';
import { requireStaff } from '../staff/session.ts';
import { type Choice, choiceOf, resolve } from './bulk-choice.ts';
import { reminderGroups, reminderLinkOf } from './bulk-reminders.ts';
import { asksSure } from './bulk-words.ts';
import { readLines } from './inbox.ts';
import { inputOf, readForm, type Typed } from './input.ts';
import { BulkFormPage } from './views/bulk-form.tsx';
import { BulkJobPage } from './views/bulk-job.tsx';
import { BulkListPage } from './views/bulk-list.tsx';

/** 500 codes and a text. */
const FORM_BYTES = 256 * 1024;
/** Cases on one page of a result. */
const PAGE = 100;

export const bulkPages = new Hono<AppEnv>();

bulkPages.use(requireStaff);

bulkPages.get('/', async (c) => {
  mine(c);
  const { db, regency, signedIn } = c.var;
  const jobs = await listJobs(db, signedIn.id);
  return c.html(<BulkListPage regency={regency} who={signedIn} jobs={jobs} />);
});

bulkPages.get('/baru', (c) => {
  const query = new URL(c.req.url).searchParams;
  return showForm(c, verbOf(c, query.get('aksi')), choiceOf(c, query), null, {});
});

bulkPages.post('/baru', atMost(FORM_BYTES), async (c) => {
  const form = await c.req.formData();
  const given = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === 'string') given.append(name, value);
  const verb = verbOf(c, given.get('aksi'));
  const choice = choiceOf(c, given);
  const typed = readForm(form);
  try {
    const { ids, more } = await resolve(c, choice);
    const id = await createJob(await contextOf(c), verb, bulkInput(verb, typed), ids);
    return c.redirect(`/desk/massal/${id}${more ? '?lagi' : ''}`, 303);
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return showForm(c, verb, choice, typed, errorsOf(error.fields));
  }
});

bulkPages.get('/:id{[0-9]+}', async (c) => showJob(c, await jobOf(c), {}));

bulkPages.post('/:id{[0-9]+}/mulai', atMost(FORM_BYTES), async (c) => {
  const job = await jobOf(c);
  if (asksSure.includes(job.verb) && (await c.req.formData()).get('sure') !== '1')
    return showJob(c, job, { sure: 'Centang ini dahulu.' });
  await startJob(await contextOf(c), job);
  return c.redirect(`/desk/massal/${job.id}`, 303);
});

bulkPages.post('/:id{[0-9]+}/henti', async (c) => {
  const job = await jobOf(c);
  await stopJob(await contextOf(c), c.env, job);
  return c.redirect(`/desk/massal/${job.id}`, 303);
});

bulkPages.post('/:id{[0-9]+}/ulangi', async (c) => {
  const job = await jobOf(c);
  return c.redirect(`/desk/massal/${await repeatJob(await contextOf(c), job)}`, 303);
});

/** To WhatsApp, with a message about all cases of one holder that this job reminded of. */
bulkPages.get('/:id{[0-9]+}/wa', async (c) =>
  c.redirect(await reminderLinkOf(c, await jobOf(c), c.req.query('ke') ?? ''), 303),
);

export async function contextOf(c: AppContext) {
  return ctxOf(c, { actor: c.var.actor, staff: c.var.signedIn });
}

/** @throws AppError forbidden for who has no action that makes sense for many cases */
export function mine(c: AppContext): BulkVerb[] {
  const verbs = bulkVerbsOf(c.var.signedIn);
  if (verbs.length === 0) throw new AppError('forbidden');
  return verbs;
}

/** @throws AppError forbidden, not_found */
function verbOf(c: AppContext, name: string | null): BulkVerb {
  const verb = mine(c).find((one) => one === name);
  if (!verb) throw new AppError('not_found');
  return verb;
}

/** @throws AppError not_found, also for somebody else's */
export async function jobOf(c: AppContext, id = Number(c.req.param('id'))): Promise<BulkJob> {
  const { db, keys, signedIn } = c.var;
  const job = Number.isSafeInteger(id) ? await readJob(db, keys, id, signedIn.id) : null;
  if (!job) throw new AppError('not_found');
  return job;
}

/** The verb's input without what differs from case to case: urgency stays as it is, reminders find their receiver. */
function bulkInput(verb: BulkVerb, typed: Typed): Record<string, unknown> {
  const { urgent: _urgent, mentions: _mentions, target: _target, ...input } = inputOf(verb, typed);
  return input;
}

async function showForm(
  c: AppContext,
  verb: BulkVerb,
  choice: Choice,
  typed: Typed | null,
  errors: Errors,
): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const office = choice.office === null ? null : await resolve(c, choice);
  const lines = office ? await readLines(db, keys, signedIn, office.ids) : null;
  return c.html(
    <BulkFormPage
      regency={regency}
      who={signedIn}
      verb={verb}
      choice={choice}
      lines={lines}
      typed={typed}
      errors={errors}
      now={now()}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function showJob(c: AppContext, job: BulkJob, errors: Errors): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const after = Number(/^\d{1,6}$/.exec(c.req.query('dari') ?? '')?.[0] ?? 0);
  const refused = c.req.query('hanya') === 'tidak';
  const running = job.status === 'running';
  const [counts, items] = await Promise.all([
    countItems(db, job.id),
    running
      ? []
      : readItems(db, job.id, { after, limit: PAGE + 1, ...(refused ? { status: 'refused' } : {}) }),
  ]);
  const page = items.slice(0, PAGE);
  const lines = await readLines(
    db,
    keys,
    signedIn,
    page.map(({ caseId }) => caseId),
  );
  const over = job.status === 'done' || job.status === 'stopped';
  if (running) c.header('refresh', '5');
  return c.html(
    <BulkJobPage
      regency={regency}
      who={signedIn}
      job={job}
      counts={counts}
      // What the person may no longer know of has no line.
      shown={page.flatMap((item) => {
        const line = lines.find(({ row }) => row.id === item.caseId);
        return line ? [{ item, line }] : [];
      })}
      next={items.length > PAGE ? (page.at(-1)?.position ?? null) : null}
      later={after > 0}
      refusedOnly={refused}
      more={c.req.query('lagi') !== undefined}
      groups={over && job.verb === 'remind' ? await reminderGroups(c, job) : []}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}
