/** Posts, partners and articles for partner tools: what keys read and write, and what they never get. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { addPartner } from '../../workers/features/campaigns/posts/media/save-partner.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { visitAll } from '../support/campaign.ts';
import { doer } from '../support/campaign-people.ts';
import { Documented } from '../support/documented.ts';
import { loadRegency } from '../support/worker.ts';

const API = '/api/v1/campaigns';
let document: Documented;
let writer: Client;
let reader: Client;

beforeEach(async () => {
  await loadRegency();
  document = await Documented.of(app, await regencyAt(openDb(env.DB), now()));
  writer = await Client.of('campaigns_write');
  reader = await Client.of('campaigns');
});

class Client {
  private constructor(private readonly token: string) {}

  static async of(scope: 'campaigns' | 'campaigns_write'): Promise<Client> {
    const key = { name: scope, scopes: [scope], staffId: null };
    return new Client((await createApiKey(openDb(env.DB), await loadKeys(env), key)).token);
  }

  /** Every answer is held against the document. */
  async call(method: string, path: string, body?: unknown, key: string = crypto.randomUUID()) {
    const headers = {
      authorization: `Bearer ${this.token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const [answer] = await visitAll(env, [{ path: `${API}${path}`, method, headers, body: sent }]);
    if (!answer) throw new Error('no answer');
    await document.check(method, `${API}${path}`.replace(/\?.*/, ''), answer.clone());
    return { status: answer.status, text: await answer.text() };
  }
}

const json = ({ text }: { text: string }) => JSON.parse(text);

const POST = { title: 'Lapor', text: 'Laporkan.', plannedFor: '2026-11-27T08:00' };

describe('posts by API', () => {
  it('are planned once, changed, published, reached and cancelled by who may write', async ({ expect }) => {
    const key = crypto.randomUUID();
    const body = { ...POST, channels: ['instagram', 'x'] };
    const made = await writer.call('POST', '/posts', body, key);
    expect([made.status, json(made).length]).toEqual([201, 2]);
    expect(json(await writer.call('POST', '/posts', body, key))).toEqual(json(made));
    const other = await writer.call('POST', '/posts', { ...body, title: 'Lain' }, key);
    expect([other.status, json(other).type]).toEqual([422, 'about:blank#key_reused']);
    const [{ id, version, link }] = json(made);
    expect(link).toMatchObject({ shortUrl: `https://kanal.test/${link.code}`, scanned: 0, hidden: [] });
    const edited = await writer.call('PUT', `/posts/${id}`, {
      ...POST,
      title: 'Baru',
      target: '/lacak',
      version,
    });
    expect(json(edited)).toMatchObject({ title: 'Baru', target: '/lacak', version: 2 });
    const late = await writer.call('PUT', `/posts/${id}`, { ...POST, version });
    expect([late.status, late.text.includes('Baru')]).toEqual([409, false]);
    const at = '2026-11-27T08:05';
    const published = await writer.call('POST', `/posts/${id}/publication`, {
      version: 2,
      at,
      url: 'x.com/a/1',
    });
    expect(json(published).publishedAt).toBe('2026-11-27T08:05:00+08:00');
    const reached = await writer.call('POST', `/posts/${id}/reach`, {
      version: 3,
      reach: 900,
      reachOn: '2026-11-28',
    });
    expect(json(reached)).toMatchObject({ reach: 900, reachOn: '2026-11-28' });
    expect(json(await writer.call('POST', `/posts/${id}/cancellation`, { version: 4 })).cancelled).toBe(true);
    expect(json(await reader.call('GET', '/posts?month=2026-11')).length).toBe(2);
    expect(json(await reader.call('GET', '/posts?month=2026-11&channel=x')).length).toBe(1);
    expect(json(await reader.call('GET', '/posts?month=2026-10'))).toEqual([]);
  });

  it('lead nowhere else, and no refusal repeats what was sent', async ({ expect }) => {
    const evil = 'https://lapor.go.id@evil.example/';
    for (const target of [evil, '//evil.example', 'https://kanal.test/desk', 'https://lapor.go.id/?next=x']) {
      const answer = await writer.call('POST', '/posts', { ...POST, channels: ['x'], target });
      expect(answer.status, target).toBe(422);
      expect(answer.text).toContain('/target');
      expect(answer.text).not.toContain('evil');
    }
    expect(json(await reader.call('GET', '/posts?month=2026-11'))).toEqual([]);
    const [post] = json(await writer.call('POST', '/posts', { ...POST, channels: ['x'] }));
    const edit = await writer.call('PUT', `/posts/${post.id}`, { ...POST, target: evil, version: 1 });
    expect(edit.status).toBe(422);
  });

  it('are written by no key that only reads, and not without a key of the request', async ({ expect }) => {
    const body = { ...POST, channels: ['x'] };
    expect((await reader.call('POST', '/posts', body)).status).toBe(403);
    expect((await writer.call('POST', '/posts', body, '')).status).toBe(422);
    expect((await writer.call('PUT', '/posts/77', { ...POST, version: 1 })).status).toBe(404);
  });
});

describe('media by API', () => {
  it('gives partners without whom one speaks to there, and takes articles with links', async ({ expect }) => {
    const contact = { name: 'Sri Rekaan', phone: '0812 3456 7890', email: 'sri@radio.example' };
    const input = { name: 'Radio Rekaan', kind: 'radio' as const, website: null, note: '' };
    const partnerId = await addPartner(await doer(), input, contact, crypto.randomUUID());
    const partners = await reader.call('GET', '/partners');
    expect(json(partners)).toMatchObject([{ id: partnerId, name: 'Radio Rekaan', articles: 0 }]);
    for (const secret of ['Sri', '0812', 'sri@']) expect(partners.text).not.toContain(secret);
    const own = json(await writer.call('POST', '/partners', { name: 'Koran Rekaan', kind: 'newspaper' }));
    expect(own.id).not.toBe(partnerId);
    const article = { partnerId, title: 'Berita', publishedOn: '2026-11-20', reach: 1200, cost: 5 };
    const made = json(await writer.call('POST', '/articles', article));
    expect(made).toMatchObject({ partner: 'Radio Rekaan', reach: 1200, link: null });
    const linked = json(await writer.call('POST', `/articles/${made.id}/link`));
    expect(linked.link.shortUrl).toBe(`https://kanal.test/${linked.link.code}`);
    const edited = await writer.call('PUT', `/articles/${made.id}`, {
      ...article,
      title: 'Lain',
      version: 1,
    });
    expect(json(edited)).toMatchObject({ title: 'Lain', version: 2 });
    expect((await writer.call('POST', '/articles', { ...article, partnerId: 99 })).status).toBe(422);
    expect(json(await reader.call('GET', '/articles'))).toMatchObject({
      articles: [{ id: made.id }],
      next: null,
    });
    for (const path of ['/partners', '/articles'])
      expect((await reader.call('POST', path, article)).status).toBe(403);
  });
});
