/**
 * Every answer of the desk's API in the tests is held against its documented schema (test/support/documented.ts, through
 * which `Desk` sends). Here: that the check can fail, that nothing is undocumented, and that every call was answered well.
 */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { deskVerbs } from '../../workers/cases/verbs/index.ts';
import { deskApi } from '../../workers/features/desk/api.ts';
import { operationsOf } from '../../workers/features/intake/openapi.ts';
import { foldIndex } from '../../workers/features/search/queries.ts';
import { account, user } from '../../workers/features/staff/table.ts';
import { deadLetters } from '../../workers/messaging/table.ts';
import { openDb } from '../../workers/platform/db.ts';
import { staff } from '../../workers/regency/table.ts';
import { assistedBody } from '../support/assisted.ts';
import { type Desk, documented, openDesks } from '../support/desk.ts';
import { jpeg } from '../support/images.ts';
import { KEPT, PASSWORD } from '../support/staff.ts';
import { act, loadRegency, newCase } from '../support/worker.ts';

type Opened = Awaited<ReturnType<typeof openDesks>>;
let people: Opened['people'];
let desks: Opened['desks'];

beforeEach(async () => {
  await loadRegency();
  ({ people, desks } = await openDesks());
});

const photo = () =>
  new File([new Uint8Array(jpeg({ width: 16, height: 16, pixel: () => [9, 9, 9] }))], 'a.jpg');

function upload(desk: Desk): Promise<Response> {
  const body = new FormData();
  body.append('file', photo());
  return desk.send('/api/v1/desk/attachments', { method: 'POST', body });
}

/** A case of PUPR with an answer and its photo. */
async function withPhoto(): Promise<{ code: string; id: string }> {
  const { code } = await newCase({ contact: { name: 'Siti', email: 'siti@example.id' } });
  await act(people.admin, code, 'dispose', { office: 'PUPR' });
  const { id } = (await (await upload(desks.liaison)).json()) as { id: string };
  await act(people.liaison, code, 'answer', { outcome: 'dikerjakan', text: 'Sudah ditambal.', photos: [id] });
  return { code, id };
}

/** A draw with one closed case. */
async function drawAudit(): Promise<Response> {
  const { code } = await withPhoto();
  await act('reporter', code, 'confirm', {});
  return desks.inspector.api('/audits', { from: '2020-01-01', to: '2099-01-01', count: 3 });
}

/** A failed notice, as the log gives it out. */
async function failedDelivery(): Promise<string> {
  await newCase({ contact: { email: 'warga@example.id' } });
  await env.DB.prepare("UPDATE deliveries SET status = 'failed', reason = 'refused'").run();
  const log = (await (await desks.admin.api('/deliveries')).json()) as { deliveries: { id: string }[] };
  return log.deliveries[0]?.id ?? '';
}

/** @returns the id of a new saved view of the admin */
async function savedView(): Promise<number> {
  await desks.admin.api('/views', { name: 'Siang', list: 'tugas', area: '73.24.04' });
  const answer = (await (await desks.admin.api('/views')).json()) as { views: { id: number }[] };
  return answer.views[0]?.id ?? 0;
}

const TAGGED = { verb: 'tag', input: { add: ['rapat'] } };

/** @returns the id of a preview of the admin */
async function bulk(): Promise<number> {
  const { code } = await newCase();
  const made = await desks.admin.api('/bulk', { ...TAGGED, codes: [code] });
  return ((await made.json()) as { id: number }).id;
}

/** A good call of each operation that is no verb; test/worker/desk.test.ts carries out every verb. */
const calls: Record<string, () => Promise<Response>> = {
  listDeskCases: async () => {
    await withPhoto();
    return desks.liaison.api('/cases');
  },
  listDeskLists: () => desks.admin.api('/lists'),
  listSavedViews: async () => {
    await savedView();
    return desks.admin.api('/views');
  },
  saveView: () => desks.admin.api('/views', { name: 'Pagi', list: 'tugas' }),
  renameSavedView: async () => desks.admin.api(`/views/${await savedView()}/rename`, { name: 'Sore' }),
  removeSavedView: async () =>
    desks.admin.send(`/api/v1/desk/views/${await savedView()}`, { method: 'DELETE' }),
  searchDeskCases: async () => {
    const { code } = await withPhoto();
    while (await foldIndex(env, 10));
    return desks.admin.api('/search', { text: code });
  },
  getDeskCase: async () => desks.admin.api(`/cases/${(await withPhoto()).code}`),
  getDeskAttachment: async () => {
    const { code, id } = await withPhoto();
    return desks.admin.api(`/cases/${code}/attachments/${id}`);
  },
  downloadDeskAttachment: async () => {
    const { code, id } = await withPhoto();
    return desks.admin.api(`/cases/${code}/attachments/${id}`, { reason: 'Untuk rapat.' });
  },
  uploadDeskAttachment: () => upload(desks.liaison),
  listDeadLetters: async () => {
    await openDb(env.DB)
      .insert(deadLetters)
      .values({ message: 'm', queue: 'routing', body: '{"ids":[1]}', at: 1 });
    return desks.admin.api('/dead-letters');
  },
  replayDeadLetter: async () => {
    await openDb(env.DB)
      .insert(deadLetters)
      .values({ id: 1, message: 'm', queue: 'routing', body: '{"ids":[1]}', at: 1 });
    return desks.admin.api('/dead-letters/1/replay', {});
  },
  listAudits: async () => {
    await drawAudit();
    return desks.inspector.api('/audits');
  },
  drawAudit: () => drawAudit(),
  getAudit: async () => {
    const { id } = (await (await drawAudit()).json()) as { id: number };
    return desks.inspector.api(`/audits/${id}`);
  },
  getStatus: () => desks.admin.api('/status'),
  listDeliveries: async () => {
    await failedDelivery();
    return desks.admin.api('/deliveries');
  },
  confirmIdentity: async () => {
    const db = openDb(env.DB);
    const [own] = await db.select({ id: staff.userId }).from(staff).where(eq(staff.id, people.liaison.id));
    const id = own?.id ?? '';
    const at = new Date();
    await db.insert(account).values({
      ...{ id: 'a', accountId: id, providerId: 'credential', userId: id, createdAt: at, updatedAt: at },
      password: KEPT,
    });
    await db.update(user).set({ twoFactorEnabled: false });
    return desks.liaison.api('/confirm', { password: PASSWORD });
  },
  listDisclosures: async () => {
    await calls.makeDossier?.();
    return desks.admin.api('/disclosures');
  },
  exportDeskList: async () => {
    await newCase();
    return desks.admin.api('/export', { list: 'tugas', reason: 'Untuk rapat.' });
  },
  makeDossier: async () =>
    desks.admin.api(`/cases/${(await withPhoto()).code}/dossier`, { reason: 'Untuk rapat.', identity: true }),
  submitAssisted: () =>
    desks.liaison.api('/intake', assistedBody(), { 'idempotency-key': crypto.randomUUID() }),
  logSocialPost: () => desks.admin.api('/posts', { link: 'https://www.facebook.com/desa/posts/1' }),
  listSocialPosts: async () => {
    await calls.logSocialPost?.();
    return desks.admin.api('/posts');
  },
  editSocialPost: async () => {
    await calls.logSocialPost?.();
    return desks.admin.api('/posts/1', { outcome: 'answered', note: 'Sudah dijelaskan.' });
  },
  undoSocialPost: async () => {
    await calls.logSocialPost?.();
    return desks.admin.send('/api/v1/desk/posts/1', { method: 'DELETE' });
  },
  listBulk: async () => {
    await bulk();
    return desks.admin.api('/bulk');
  },
  createBulk: async () => desks.admin.api('/bulk', { ...TAGGED, codes: [(await newCase()).code] }),
  getBulk: async () => desks.admin.api(`/bulk/${await bulk()}`),
  startBulk: async () => desks.admin.api(`/bulk/${await bulk()}/start`, {}),
  stopBulk: async () => desks.admin.api(`/bulk/${await bulk()}/stop`, {}),
  repeatBulk: async () => desks.admin.api(`/bulk/${await bulk()}/repeat`, {}),
  sendDeliveryAgain: async () => desks.admin.api('/deliveries', { id: await failedDelivery() }),
};

describe('the document of the desk', () => {
  it('names every route', async ({ expect }) => {
    const { document } = await documented();
    const named = new Set(operationsOf(document).map(({ method, path }) => `${method} ${path}`));
    const routes = deskApi.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => {
        const address = `/api/v1/desk${path}`.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}').replace(/\/$/, '');
        return `${method.toLowerCase()} ${address}`;
      });
    expect(routes.filter((route) => !named.has(route))).toEqual([]);
  });

  it('has a good call here for everything that is no verb', async ({ expect }) => {
    const { document } = await documented();
    const verbs = Object.keys(deskVerbs).map((verb) => `desk_${verb}`);
    const ids = operationsOf(document)
      .filter(({ path }) => path.startsWith('/api/v1/desk'))
      .map(({ operationId = '' }) => operationId);
    expect(ids.filter((id) => !verbs.includes(id)).sort()).toEqual(Object.keys(calls).sort());
  });

  it.each(Object.keys(calls))('%s answers as documented', async (id) => {
    const answer = await calls[id]?.();
    if (!answer?.ok) throw new Error(`${id}: ${answer?.status} ${await answer?.text()}`);
  });
});

describe('the check', () => {
  const answer = (body: unknown, init: ResponseInit = {}) => Response.json(body, init);
  const inbox = '/api/v1/desk/cases';

  it('lets a page of the inbox pass', async ({ expect }) => {
    await expect(
      (await documented()).check('GET', inbox, answer({ cases: [], next: null })),
    ).resolves.toBeUndefined();
  });

  it.each<[string, string, Response]>([
    ['a field that is missing', inbox, answer({ cases: [] })],
    ['a field of another type', inbox, answer({ cases: [], next: 7 })],
    ['a field that nobody documented', inbox, answer({ cases: [], next: null, total: 3 })],
    ['such a field in a list', inbox, answer({ cases: [{ code: 'LT-1', email: 'a@b.id' }], next: null })],
    ['a status that nobody documented', inbox, answer({}, { status: 418 })],
    ['another media type', inbox, new Response('halo', { headers: { 'content-type': 'text/plain' } })],
    ['a problem that is none', inbox, answer({ oops: true }, { status: 404 })],
    ['a call that nobody documented', '/api/v1/desk/other', answer({})],
  ])('finds %s', async (_what, path, response) => {
    const message = await (await documented()).check('GET', path, response).then(
      () => 'no error',
      (error: Error) => error.message,
    );
    if (message === 'no error') throw new Error('the check let it pass');
  });
});
