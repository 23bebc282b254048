/** A kecamatan's link: what it opens, what it takes, how often, and what it can never do. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import type { LinkJson, MadeJson } from '../../workers/features/campaigns/hang/describe.ts';
import { revokeLink } from '../../workers/features/campaigns/hang/links.ts';
import { campaigns, placementEvents, placements } from '../../workers/features/campaigns/table.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import type { Scope } from '../../workers/features/staff/queries.ts';
import { DAY, MINUTE, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { open } from '../../workers/privacy/seal.ts';
import { openCampaign, type Placed, placedAt, visitAll } from '../support/campaign.ts';
import { Desk } from '../support/desk.ts';
import { abortOn, faulty } from '../support/faulty.ts';
import { linkTo, picture, plan, sendFinding } from '../support/hanging.ts';
import { textOf } from '../support/reporter.ts';
import { addStaff, MONDAY, setClock } from '../support/worker.ts';

const DISTRICT = '73.24.01';
const db = openDb(env.DB);
let one: Placed;
let two: Placed;
let elsewhere: Placed;
let token: string;

beforeEach(async () => {
  setClock(MONDAY);
  await openCampaign();
  one = await placedAt('area:73.24.01.2001');
  two = await placedAt('area:73.24.01.2002');
  elsewhere = await placedAt('area:73.24.02.2001');
  await plan(one, two, elsewhere);
  ({ token } = await linkTo(DISTRICT));
});

const rowOf = async ({ id }: Placed) => {
  const [row] = await db.select().from(placements).where(eq(placements.id, id));
  if (!row) throw new Error('no placement');
  return row;
};
const events = () => db.select().from(placementEvents);
const withEnv = (name: keyof Env, value: unknown): Env =>
  new Proxy(env, { get: (target, asked) => (asked === name ? value : Reflect.get(target, asked)) });
async function page(path: string) {
  const [answer] = await visitAll(env, [{ path }]);
  if (!answer) throw new Error('no answer');
  return { answer, text: textOf(await answer.text()) };
}

describe('the page of a link', () => {
  it('shows the pieces of its kecamatan only, keeps its address to itself, and says how far it is', async ({
    expect,
  }) => {
    const { answer, text } = await page(`/pasang/${token}`);
    expect(text).toContain('0 dari 2 terpasang');
    expect(text).toContain(one.code);
    expect(text).not.toContain(elsewhere.code);
    const headers = ['referrer-policy', 'cache-control', 'x-robots-tag'].map((name) =>
      answer.headers.get(name),
    );
    expect(headers).toEqual(['no-referrer', 'no-store', 'noindex, nofollow']);

    await sendFinding({ token, code: one.code, photo: picture(10) });
    const later = await page(`/pasang/${token}?terima=${one.code}`);
    expect(later.text).toContain('1 dari 2 terpasang');
    expect(later.text).toContain('Sudah diterima');
  });

  it('can be for one program, and follows who hangs', async ({ expect }) => {
    const [program] = await db
      .insert(campaigns)
      .values({ name: 'Spanduk 2026', startsOn: '2026-07-01', createdBy: 1, createdAt: MONDAY })
      .returning();
    const office = { hanger: `KEC-${DISTRICT}`, campaignId: program?.id };
    await db.update(placements).set(office).where(eq(placements.id, elsewhere.id));
    const link = await linkTo(DISTRICT, program?.id);
    const { text } = await page(`/pasang/${link.token}`);
    expect(text).toContain('Spanduk 2026');
    expect(text).toContain(elsewhere.code);
    expect(text).not.toContain(one.code);
  });

  it('is closed when it is expired, revoked or unknown, and says whom to ask', async ({ expect }) => {
    const link = await linkTo(DISTRICT);
    await revokeLink(db, link.id, now());
    for (const [address, status] of [
      [link.token, 410],
      ['0'.repeat(32), 404],
    ] as const) {
      const { answer, text } = await page(`/pasang/${address}`);
      expect([answer.status, text.includes('Minta tautan baru')]).toEqual([status, true]);
      expect(text).not.toContain(one.code);
      const sent = await sendFinding({ token: address, code: one.code, photo: picture(10) });
      expect([sent.status, sent.said.closed]).toEqual([status, true]);
    }
    setClock(MONDAY + 14 * DAY + MINUTE);
    expect((await page(`/pasang/${token}`)).answer.status).toBe(410);
    expect((await sendFinding({ token, code: one.code, photo: picture(10) })).status).toBe(410);
    expect(await events()).toEqual([]);
  });
});

describe('what it takes', () => {
  it('is a photo with position and remark, which hangs the piece', async ({ expect }) => {
    const fields = { lat: '-2.55', lon: '120.9', remark: 'Di pagar kantor desa', taken: String(MONDAY - 5) };
    const sent = await sendFinding({ token, code: one.code, photo: picture(10), ...fields });
    expect(sent).toEqual({ status: 200, said: { life: 'hung', at: expect.any(Number) } });
    expect(await rowOf(one)).toMatchObject({
      ...{ life: 'hung', version: 1, photoAt: MONDAY - 5, lat: -2.55, lon: 120.9, cost: null },
    });
    const [event] = await events();
    expect(event).toMatchObject({ by: expect.stringMatching(/^link:\d+$/), lat: -2.55 });
    const place = { table: 'placement_events', column: 'remark', row: `${one.id}:1` };
    expect(await open(await loadKeys(env), place, event?.remark ?? null)).toBe('Di pagar kantor desa');
  });

  it('counts once, however often and by however many it is sent', async ({ expect }) => {
    const finding = { token, code: one.code, photo: picture(10), key: crypto.randomUUID() };
    const all = await Promise.all([sendFinding(finding), sendFinding(finding)]);
    all.push(await sendFinding(finding));
    expect(all.map(({ status, said }) => [status, said.life])).toEqual(Array(3).fill([200, 'hung']));
    expect(await events()).toHaveLength(1);
    // Nor does its key answer for another place.
    const other = await sendFinding({ ...finding, code: two.code, photo: picture(15) });
    expect([other.status, (await rowOf(two)).life]).toEqual([422, 'planned']);
    // Two phones at one place: both photos are kept, the later one as a check.
    const phones = [20, 30].map((shade) => sendFinding({ token, code: two.code, photo: picture(shade) }));
    const lives = (await Promise.all(phones)).map(({ said }) => said.life).sort();
    expect(lives).toEqual(['checked', 'hung']);
    expect((await rowOf(two)).version).toBe(2);
  });

  it('survives a broken bucket, a broken database and a lost answer', async ({ expect }) => {
    const finding = { token, code: one.code, photo: picture(10), key: crypto.randomUUID() };
    const statusWith = async (bindings: Env) => (await sendFinding(finding, bindings)).status;
    const put = () => Promise.reject(new Error('R2'));
    expect(await statusWith(withEnv('FILES', { put }))).toBe(503);
    // Its row is there already: a new one is refused, the old one taken on, and then comes the step.
    for (const after of [0, 1, 2])
      expect(await statusWith(withEnv('DB', faulty(env.DB, 'before_batch', 1, after).d1))).toBe(503);
    const mend = await abortOn('placements');
    expect(await statusWith(env)).toBe(503);
    await mend();
    // Done, but nobody was told: the phone sends it again.
    expect(await statusWith(withEnv('DB', faulty(env.DB, 'answer_lost', 1, 2).d1))).toBe(200);
    expect((await sendFinding(finding)).said.life).toBe('hung');
    expect(await events()).toHaveLength(1);
    expect((await rowOf(one)).version).toBe(1);
    expect((await env.FILES.list()).objects).toHaveLength(1);
  });

  it('is one photo for one place', async ({ expect }) => {
    await sendFinding({ token, code: one.code, photo: picture(10) });
    const again = await sendFinding({ token, code: two.code, photo: picture(10) });
    expect([again.status, again.said.told]).toEqual([422, expect.stringContaining('sudah pernah dikirim')]);
    expect((await rowOf(two)).life).toBe('planned');
  });

  it('is also that something is damaged or gone, with words, and that it hangs again', async ({ expect }) => {
    const tell = (more: Record<string, string>, photo?: Uint8Array) =>
      sendFinding({ token, code: one.code, photo, ...more });
    expect((await tell({ what: 'damaged', remark: 'Sobek' })).status).toBe(409);
    await tell({}, picture(10));
    expect((await tell({ what: 'gone' })).status).toBe(422);
    expect((await tell({ what: 'gone', remark: 'Tiangnya tumbang' })).said.life).toBe('gone');
    // Somebody else has seen it, too.
    expect((await tell({ what: 'gone', remark: 'Tidak ada' })).said.life).toBe('gone');
    expect(await events()).toHaveLength(2);
    setClock(MONDAY + DAY);
    expect((await tell({}, picture(40))).said.life).toBe('hung');
  });
});

describe('what it cannot do', () => {
  it('is touch a place of another kecamatan, hang without a photo, or take anything down', async ({
    expect,
  }) => {
    const photo = picture(10);
    expect((await sendFinding({ token, code: elsewhere.code, photo })).status).toBe(404);
    expect((await sendFinding({ token, code: one.code })).status).toBe(422);
    for (const what of ['removed', 'replaced', 'printed', 'idle'])
      expect((await sendFinding({ token, code: one.code, photo, what })).status).toBe(422);
    expect((await sendFinding({ token, code: one.code, photo, lat: '99', lon: '0' })).status).toBe(422);
    await sendFinding({ token, code: one.code, photo, cost: '1', name: 'Lain', hanger: 'PUPR', area: 'x' });
    expect(await rowOf(one)).toMatchObject({ cost: null, name: null, hanger: null, area: null });
    expect(await events()).toHaveLength(1);
  });

  it('is open a page of staff, or a photo', async ({ expect }) => {
    await sendFinding({ token, code: one.code, photo: picture(10) });
    const { photo } = await rowOf(one);
    const cookie = `token=${token}`;
    const paths = ['/desk/kampanye/pemasangan', `/desk/kampanye/foto/${photo}`];
    for (const path of paths) {
      const [answer] = await visitAll(env, [{ path, headers: { cookie } }]);
      expect(answer?.headers.get('location')).toMatch(/^\/masuk/);
    }
    const leader = await Desk.of(await addStaff(['leader']));
    const [seen] = await visitAll(env, [
      { path: paths[1] ?? '', headers: { cookie: `__Secure-${leader.cookie}` } },
    ]);
    expect(seen?.headers.get('content-type')).toBe('image/jpeg');
  });
});

describe('links are made', () => {
  const post = async (role: 'campaigner' | 'leader', path: string, form: Record<string, string>) => {
    const { cookie } = await Desk.of(await addStaff([role]));
    const headers = {
      cookie: `__Secure-${cookie}`,
      origin: 'https://kanal.test',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const body = new URLSearchParams(form).toString();
    const [answer] = await visitAll(env, [
      { path: `/desk/kampanye/pemasangan${path}`, method: 'POST', headers, body },
    ]);
    if (!answer) throw new Error('no answer');
    return answer;
  };

  it('for all kecamatan at once, shown once, the same when the form is sent again', async ({ expect }) => {
    const form = { district: 'semua', program: '', key: crypto.randomUUID() };
    const first = await (await post('campaigner', '', form)).text();
    const tokens = [...new Set(first.match(/\/pasang\/[0-9a-f]{32}/g))];
    expect(tokens).toHaveLength(11);
    const again = await (await post('campaigner', '', form)).text();
    expect([...new Set(again.match(/\/pasang\/[0-9a-f]{32}/g))]).toEqual(tokens);
    const { results } = await env.DB.prepare('SELECT * FROM hang_links').all();
    expect(results).toHaveLength(12);
    expect(JSON.stringify(results)).not.toContain(tokens[0]?.slice('/pasang/'.length));
    expect((await post('leader', '', form)).status).toBe(403);
  });

  it('by API only by somebody with an account, and revoked for good', async ({ expect }) => {
    const keys = await loadKeys(env);
    const person = await addStaff(['campaigner']);
    const partner = await createApiKey(db, keys, {
      ...{ name: 'Mitra', scopes: ['campaigns_write'] satisfies Scope[], staffId: null },
    });
    const desk = await createApiKey(db, keys, { name: 'Meja', scopes: ['desk'], staffId: person.id });
    const call = async (bearer: string, path = '', body?: object) => {
      const headers = {
        authorization: `Bearer ${bearer}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      };
      const method = body ? 'POST' : 'GET';
      const [answer] = await visitAll(env, [
        {
          ...{ path: `/api/v1/campaigns/hang-links${path}`, method, headers },
          body: body && JSON.stringify(body),
        },
      ]);
      if (!answer) throw new Error('no answer');
      return answer;
    };
    expect((await call(partner.token, '', { district: DISTRICT })).status).toBe(403);
    expect((await call(desk.token, '', { district: '73.24.99' })).status).toBe(422);
    const [made] = (await (await call(desk.token, '', { district: DISTRICT })).json()) as MadeJson[];
    const address = new URL(made?.url ?? '').pathname;
    expect((await page(address)).answer.status).toBe(200);
    const listed = (await (await call(partner.token)).json()) as LinkJson[];
    expect(listed[0]).toMatchObject({ id: made?.id, done: 0, total: 2, lastUsedAt: expect.any(String) });
    expect((await call(desk.token, `/${made?.id}/revocation`, {})).status).toBe(204);
    expect((await page(address)).answer.status).toBe(410);
  });

  it('and go to WhatsApp with the number that was typed, which nobody keeps', async ({ expect }) => {
    const form = { district: DISTRICT, phone: '0812-3456-7890', text: 'Mohon dipasang' };
    const answer = await post('campaigner', '/kirim', form);
    expect(answer.headers.get('location')).toBe('https://wa.me/6281234567890?text=Mohon%20dipasang');
    const open = await post('campaigner', '/kirim', { ...form, phone: '' });
    expect(open.headers.get('location')).toBe('https://wa.me/?text=Mohon%20dipasang');
    expect((await post('campaigner', '/kirim', { ...form, phone: 'abc' })).status).toBe(422);
  });
});
