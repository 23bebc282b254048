/** The desk's API, relative to /api/v1/desk: everything the pages can do, for a session or a scoped key. */
import { Hono } from 'hono';
import * as z from 'zod';
import { hasDesk } from '../../../shared/permissions/rooms.ts';
import { isoOffset } from '../../../shared/text.ts';
import { storeUpload } from '../../cases/attachments/store.ts';
import { type DeskVerb, deskVerbs } from '../../cases/verbs/index.ts';
import { readContact } from '../../cases/view.ts';
import { listDeadLetters, replayDeadLetter } from '../../messaging/dead-letters.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import { atMost, jsonBody, jsonLimit } from '../api.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { confirmIdentity, requireRecent } from '../staff/recent.tsx';
import { requireRole, requireStaff } from '../staff/session.ts';
import { codeOf, perform, viewOf } from './act.ts';
import { auditApi } from './audit-api.ts';
import { bulkApi } from './bulk-api.ts';
import { deliveryApi } from './delivery-api.ts';
import {
  confirmSchema,
  describeCase,
  describeConfirm,
  describeDeskUpload,
  describeInbox,
  describeLetters,
  describeLists,
  describeReplay,
  describeSearch,
  describeVerb,
} from './describe.ts';
import { dossierApi } from './dossier-pages.tsx';
import { exportApi } from './export-pages.tsx';
import { fileApi } from './file-pages.tsx';
import { readFilters } from './filters.ts';
import { countLists, readInbox } from './inbox.ts';
import { askedFirst } from './input.ts';
import { caseJson, doneJson } from './json.ts';
import { foundJson, inboxJson } from './list-json.ts';
import { listsOf } from './lists.ts';
import { listsJson } from './lists-json.ts';
import { registerApi } from './register-pages.tsx';
import { reminderLink } from './reminder.ts';
import { searchCases } from './searching.ts';
import { viewApi } from './view-api.ts';

export const deskApi = new Hono<AppEnv>();

deskApi.use(requireStaff);

deskApi.get('/cases', describeInbox, async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const lists = listsOf(signedIn, regency, now());
  const wanted = c.req.query('list');
  const list = wanted === undefined ? lists[0] : lists.find(({ id }) => id === wanted);
  if (!list) throw new AppError(wanted === undefined ? 'forbidden' : 'not_found');
  const { filters, problems } = readFilters((name) => c.req.query(name), regency);
  if (problems.length > 0) throw new AppError('invalid', { fields: problems });
  const query = { list, filters, cursor: c.req.query('cursor') };
  return c.json(inboxJson(await readInbox(db, keys, regency, signedIn, query, now()), regency));
});

deskApi.get('/lists', describeLists, async (c) => {
  const { db, regency, signedIn } = c.var;
  const lists = listsOf(signedIn, regency, now());
  if (lists.length === 0) throw new AppError('forbidden');
  return c.json(listsJson(lists, await countLists(db, regency, signedIn, lists, now())));
});

const searchSchema = z.strictObject({ text: z.string().trim().min(1).max(200) });

/** A call that changes nothing, and a POST all the same: what is searched for can be a name. */
deskApi.post('/search', jsonLimit, describeSearch, jsonBody(searchSchema), async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  if (!hasDesk(signedIn)) throw new AppError('forbidden');
  const place = { db, keys, search: c.env.SEARCH };
  const found = await searchCases(place, signedIn, c.req.valid('json').text);
  return c.json(foundJson(found ?? { lines: [], more: false }, regency));
});

deskApi.get('/cases/:code', describeCase, async (c) => {
  const view = await viewOf(c, codeOf(c));
  return c.json(caseJson(view, c.var.regency), 200, { etag: `"${view.version}"` });
});

deskApi.route('/', fileApi);

for (const verb of Object.keys(deskVerbs) as DeskVerb[]) {
  deskApi.post(`/cases/:code/${verb}`, jsonLimit, describeVerb(verb), async (c) => {
    const code = codeOf(c);
    const body = askedFirst(verb, await bodyOf(c));
    if (verb === 'reveal' && (await viewOf(c, code)).verbs.includes('reveal')) await requireRecent(c);
    const done = await perform(c, verb, code, body, c.req.header('idempotency-key'), expectedOf(c)).catch(
      (error: unknown) => withVersion(c, code, error),
    );
    c.header('etag', `"${done.seq}"`);
    if (verb === 'remind') {
      const { target } = body as { target: string };
      return c.json({ ...doneJson(done), whatsapp: await reminderLink(c, code, target) });
    }
    if (verb !== 'reveal') return c.json(doneJson(done));
    // Only in this answer, after its row in the history, and only if they still may.
    if (!(await viewOf(c, code)).verbs.includes('reveal')) throw new AppError('forbidden');
    return c.json({ ...doneJson(done), identity: await readContact(c.var.db, c.var.keys, done.caseId) });
  });
}

deskApi.post('/confirm', jsonLimit, describeConfirm, jsonBody(confirmSchema), async (c) => {
  const { password, code } = c.req.valid('json');
  await confirmIdentity(c, password, code ?? '');
  return c.body(null, 204);
});

deskApi.post('/attachments', atMost(11 * 1024 * 1024), describeDeskUpload, async (c) => {
  if (!hasDesk(c.var.signedIn)) throw new AppError('forbidden');
  const file = (await c.req.formData().catch(() => null))?.get('file');
  if (!file || typeof file === 'string') {
    throw new AppError('invalid', { fields: [{ pointer: '/file', message: 'field.required' }] });
  }
  const stored = await storeUpload(c.env, c.var.db, now(), new Uint8Array(await file.arrayBuffer()));
  return c.json(stored, 201);
});

deskApi.route('/', dossierApi);

deskApi.route('/audits', auditApi);
deskApi.route('/bulk', bulkApi);
deskApi.route('/disclosures', registerApi);
deskApi.route('/export', exportApi);

deskApi.use('/deliveries/*', requireRole('admin'));
deskApi.route('/deliveries', deliveryApi);

deskApi.route('/views', viewApi);

deskApi.use('/dead-letters/*', requireRole('admin'));

deskApi.get('/dead-letters', describeLetters, async (c) => {
  const letters = await listDeadLetters(c.var.db);
  const zone = c.var.regency.about.timeZone;
  return c.json(letters.map(({ id, queue, at }) => ({ id, queue, at: isoOffset(at, zone) })));
});

deskApi.post('/dead-letters/:id/replay', describeReplay, async (c) => {
  const id = Number(c.req.param('id'));
  await replayDeadLetter(c.var.db, c.env, Number.isSafeInteger(id) ? id : 0);
  return c.body(null, 204);
});

/** @throws AppError invalid unless the body is JSON and says so */
async function bodyOf(c: AppContext): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) throw new AppError('invalid');
  try {
    return await c.req.json();
  } catch {
    throw new AppError('invalid');
  }
}

/** Tells a conflict with the version of now, so that the client can fetch what changed and choose. @throws always */
async function withVersion(c: AppContext, code: string, error: unknown): Promise<never> {
  if (!(error instanceof AppError) || error.kind !== 'conflict') throw error;
  const { version } = await viewOf(c, code);
  throw new AppError('conflict', {
    version,
    cause: error,
    ...(error.detail ? { detail: error.detail } : {}),
  });
}

/** The version in If-Match, or null without one. @throws AppError invalid for a header that is none */
function expectedOf(c: AppContext): number | null {
  const header = c.req.header('if-match');
  if (header === undefined || header === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new AppError('invalid');
  return Number(version);
}
