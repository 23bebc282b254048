/** The chain on the page and in the API: who sees it, what is hidden, what it costs, and the pictures to print. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import type { Role } from '../../shared/permissions/people.ts';
import { lettersOf, modulesOf, qrText } from '../../workers/features/campaigns/print/qr.ts';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import type { Scope } from '../../workers/features/staff/queries.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { setRow } from '../../workers/regency/load.ts';
import { openCampaign, type Placed, placedAt, visitAll, watchedEnv } from '../support/campaign.ts';
import { Desk } from '../support/desk.ts';
import { textOf } from '../support/reporter.ts';
import { countingEnv, emptyCases, fillCases, type Rows, tell } from '../support/rows.ts';
import { addStaff, MONDAY } from '../support/worker.ts';

const API = '/api/v1/campaigns/placements';
const PAGE = '/desk/kampanye';
const LIST = `${PAGE}/papan`;

let village: Placed;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
});

const db = () => openDb(env.DB);

interface Row {
  code: string;
  name: string;
  scanned: number | null;
  hidden: string[];
  [field: string]: unknown;
}

/** Somebody's requests: by session cookie or by key. */
async function as(headers: Record<string, string>, path: string, bindings: Env = env) {
  const [answer] = await visitAll(bindings, [{ path, headers }]);
  if (!answer) throw new Error('no answer');
  return answer;
}
const session = async (...roles: Role[]) => ({
  cookie: (await Desk.of(await addStaff(roles, roles.includes('liaison') ? ['PUPR'] : []))).cookie.replace(
    /^/,
    '__Secure-',
  ),
});
async function key(scopes: Scope[], ...roles: Role[]) {
  const staffId = roles.length > 0 ? (await addStaff(roles)).id : null;
  const { token } = await createApiKey(db(), await loadKeys(env), { name: 'Mitra', scopes, staffId });
  return { authorization: `Bearer ${token}` };
}

/** Sets a chain as counting would have left it. */
async function chain(placement: Placed, counts: Record<string, number>) {
  const names = Object.keys(counts);
  await env.DB.prepare(
    `INSERT OR REPLACE INTO placement_counts (day, placement_id, ${names.join(', ')}) VALUES ('*', ?, ${names.map(() => '?')})`,
  )
    .bind(placement.id, ...Object.values(counts))
    .run();
}
const demo = () => setRow(db(), 'switch', 'demo', { id: 'demo', on: true }, MONDAY);

describe('who sees the chain', () => {
  it('are administrators, campaigners and leaders, and nobody else of the staff', async ({ expect }) => {
    for (const role of ['admin', 'campaigner', 'leader'] as Role[]) {
      const who = await session(role);
      expect((await as(who, API)).status, role).toBe(200);
      expect((await as(who, LIST)).status, role).toBe(200);
    }
    for (const role of ['verifier', 'liaison', 'head', 'inspector', 'helper'] as Role[]) {
      const who = await session(role);
      expect((await as(who, API)).status, role).toBe(403);
      for (const path of [LIST, `${PAGE}/${village.code}`, `${PAGE}/${village.code}.svg`])
        expect((await as(who, path)).status, role).toBe(403);
    }
  });

  it('are keys of the desk with such an account, and partners', async ({ expect }) => {
    expect((await as(await key(['campaigns']), API)).status).toBe(200);
    expect((await as(await key(['desk'], 'campaigner'), API)).status).toBe(200);
    expect((await as(await key(['desk'], 'liaison'), API)).status).toBe(403);
    expect((await as(await key(['submit']), API)).status).toBe(403);
    const stranger = await as({}, API);
    expect([stranger.status, stranger.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json',
    ]);
    expect((await as({ authorization: 'Bearer kanal_x' }, API)).status).toBe(401);
    // A partner's key opens nothing else.
    expect((await as(await key(['campaigns']), '/api/v1/desk/cases')).status).toBe(403);
    expect((await as({}, PAGE)).headers.get('location')).toContain('/masuk');
  });

  it('is offered a partner key on the page of keys', async ({ expect }) => {
    const desk = await Desk.of(await addStaff(['admin'], ['DISKOMINFOSP']));
    const cookie = desk.cookie.replace(/^/, '__Secure-');
    const page = await (await as({ cookie }, '/desk/kunci')).text();
    expect(page).toContain('value="campaigns"');
  });
});

describe('a small count', () => {
  const counts = {
    scanned: 40,
    visitors: 12,
    opened: 5,
    submitted: 4,
    settled_on_time: 1,
    confirmed: 0,
    settled: 3,
  };

  it('is hidden in the API and on both pages, and no sum gives it away', async ({ expect }) => {
    await chain(village, counts);
    const rows = (await (await as(await key(['campaigns']), API)).json()) as Row[];
    expect(rows).toHaveLength(170);
    const row = rows.find((one) => one.code === village.code);
    expect(row).toEqual({
      code: village.code,
      shortUrl: `https://kanal.test/${village.code}`,
      kind: 'desa',
      ref: '73.24.01.2001',
      name: 'Desa Maleku, Kecamatan Mangkutana',
      ...{ area: null, position: null, life: 'idle', hangs: false, photoAt: null, material: 'banner' },
      ...{ program: null, size: null, design: 1, cost: null, hanger: null, version: 0 },
      scanned: 40,
      visitors: 12,
      opened: 5,
      submitted: null,
      accepted: 0,
      settled: null,
      settledOnTime: null,
      confirmed: 0,
      hidden: ['submitted', 'settled', 'settledOnTime'],
      retired: false,
      qr: {
        svg: `https://kanal.test/desk/kampanye/${village.code}.svg`,
        png: `https://kanal.test/desk/kampanye/${village.code}.png`,
      },
    });
    const who = await session('campaigner');
    for (const path of [`${LIST}?wilayah=73.24.01`, `${PAGE}/${village.code}`]) {
      const text = textOf(await (await as(who, path)).text());
      expect(text).toContain('kurang dari 5');
      expect(text).not.toContain('Data contoh: angka kecil');
      expect(text).not.toMatch(/jumlah|total/i);
    }
    const line = rowOf(await (await as(who, `${LIST}?wilayah=73.24.01`)).text(), village.code);
    expect(line).toMatch(/40 kurang dari 5/);
  });

  it('is shown when the data are invented, and the page says so', async ({ expect }) => {
    await demo();
    await chain(village, counts);
    const who = await session('leader');
    const page = await (await as(who, `${LIST}?wilayah=73.24.01`)).text();
    expect(rowOf(page, village.code)).toMatch(/40 4/);
    expect(textOf(page)).toContain('Data contoh: angka kecil ditampilkan');
    const rows = (await (await as(who, API)).json()) as Row[];
    expect(rows.find((one) => one.code === village.code)).toMatchObject({ submitted: 4, hidden: [] });
  });
});

/** The text of the row of a placement. */
function rowOf(page: string, code: string): string {
  const row = [...page.matchAll(/<tr>.*?<\/tr>/gs)].find(([text]) =>
    text.includes(`/kampanye/${code}"`),
  )?.[0];
  return textOf(row ?? '').trim();
}

describe('the page', () => {
  it('lists all 170, a hundred at a time, and one kecamatan on demand', async ({ expect }) => {
    const who = await session('leader');
    const rows = async (query: string) =>
      (await (await as(who, `${LIST}${query}`)).text()).match(/<th scope="row">/g);
    expect(await rows('')).toHaveLength(100);
    expect(await rows('?hal=2')).toHaveLength(70);
    const one = textOf(await (await as(who, `${LIST}?wilayah=73.24.01`)).text());
    expect(one).toContain('Desa Maleku, Kecamatan Mangkutana');
    expect(await rows('?wilayah=73.24.01')).toHaveLength(12);
  });

  it('is where a campaigner begins, and linked from the frame', async ({ expect }) => {
    const campaigner = await session('campaigner');
    const begun = await as(campaigner, '/desk');
    expect([begun.status, begun.headers.get('location')]).toEqual([303, PAGE]);
    expect(await (await as(campaigner, LIST)).text()).toContain(`href="${PAGE}"`);
    expect(await (await as(await session('verifier'), '/desk')).text()).not.toContain('/desk/kampanye');
  });

  it('takes a placement down and plans it again, by those who run the campaign', async ({ expect }) => {
    const { env: watched } = watchedEnv();
    const step = async (headers: Record<string, string>, life: string, version: number) => {
      const body = new URLSearchParams({ life, version: String(version), key: crypto.randomUUID() });
      const own = { ...headers, origin: 'https://kanal.test' };
      const path = `${PAGE}/${village.code}/langkah`;
      const [answer] = await visitAll(watched, [{ path, method: 'POST', headers: own, body }]);
      return answer?.status;
    };
    const leads = async () =>
      (await visitAll(watched, [{ path: `/${village.code}` }]))[0]?.headers.get('location');
    expect(await leads()).toBe(`/?p=${village.code}`);
    const leader = await session('leader');
    expect(await step(leader, 'removed', 0)).toBe(403);
    expect(await (await as(leader, `${PAGE}/${village.code}`)).text()).not.toContain('/langkah');
    const who = await session('campaigner');
    expect(await (await as(who, `${PAGE}/${village.code}`)).text()).toContain('Ya, turunkan papan ini');
    expect(await step(who, 'removed', 0)).toBe(303);
    expect(await leads()).toBe('/');
    expect(rowOf(await (await as(who, `${LIST}?wilayah=73.24.01`)).text(), village.code)).toContain(
      'Diturunkan',
    );
    // Somebody who saw it as it was before is told so, and changes nothing.
    expect(await step(who, 'planned', 0)).toBe(409);
    expect(await step(who, 'planned', 1)).toBe(303);
    expect(await leads()).toBe(`/?p=${village.code}`);
    expect((await as(who, `${PAGE}/ZZZZZ9`)).status).toBe(404);
  });

  it('and the API read the same at 1,000 and at 100,000 cases and scans', { timeout: 60_000 }, async ({
    expect,
  }) => {
    const who = await session('campaigner');
    const cost = async (path: string) => {
      const counted = countingEnv();
      expect((await as(who, path, counted.env)).status).toBe(200);
      return counted.rows;
    };
    const fill = async (count: number) => {
      await emptyCases('placement_counts', 'scan_visitors');
      await fillCases(count);
      const n = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`;
      await env.DB.batch([
        env.DB.prepare(
          `${n} INSERT INTO placement_counts (day, placement_id, scanned) SELECT 'd' || (i / 170), i % 170 + 1, 1 FROM n`,
        ),
        env.DB.prepare(
          "INSERT INTO placement_counts (day, placement_id, scanned) SELECT '*', id, 9 FROM placements",
        ),
        env.DB.prepare(
          `${n} INSERT INTO scan_visitors (day, placement_id, visitor) SELECT '2026-07-20', i % 170 + 1, i FROM n`,
        ),
      ]);
    };
    await fill(1_000);
    const paths = [LIST, API, `${PAGE}/${village.code}`];
    await cost(LIST);
    const small: Rows[] = [];
    for (const path of paths) small.push(await cost(path));
    await fill(100_000);
    const large: Rows[] = [];
    for (const path of paths) large.push(await cost(path));
    const names = ['campaign page', 'campaign API', 'page of a placement'];
    for (const [i, rows] of large.entries()) tell(names[i] ?? '', rows, small[i]);
    expect(large).toEqual(small);
    expect(Math.max(...large.map(({ read }) => read))).toBeLessThan(700);
  });
});

describe('a QR code', () => {
  it('has 29 modules and a border of 4, in capitals, for usual addresses', ({ expect }) => {
    for (const origin of [
      'https://kanal.luwutimurkab.go.id',
      'https://kanal.test',
      'http://localhost:8787',
    ]) {
      const text = qrText(origin, village.code);
      expect(text).toMatch(/^HTTPS?:\/\/[A-Z0-9.:]+\/[A-Z0-9]{6}$/);
      const modules = modulesOf(text);
      expect(modules).toHaveLength(29 + 8);
      const edge = modules.flatMap((row, y) =>
        row.filter((_, x) => Math.min(x, y) < 4 || Math.max(x, y) > 32),
      );
      expect(edge.some(Boolean)).toBe(false);
      // The three finder patterns stand where they should.
      for (const [x, y] of [
        [4, 4],
        [32, 4],
        [4, 32],
      ] as const)
        expect(modules[y]?.[x]).toBe(true);
    }
  });

  it('is given out as SVG and PNG with the address in letters', async ({ expect }) => {
    const who = await session('campaigner');
    const svg = await as(who, `${PAGE}/${village.code}.svg`);
    expect(svg.headers.get('content-type')).toBe('image/svg+xml');
    expect(await svg.text()).toContain(`>${lettersOf(qrText('https://kanal.test', village.code))}</text>`);
    const png = await as(who, `${PAGE}/${village.code.toLowerCase()}.png`);
    expect(png.headers.get('content-type')).toBe('image/png');
    const bytes = new Uint8Array(await png.arrayBuffer());
    const view = new DataView(bytes.buffer);
    // Ten pixels a module and more.
    expect(view.getUint32(16)).toBeGreaterThanOrEqual(10 * 37);
    expect(view.getUint32(20)).toBeGreaterThan(view.getUint32(16));
    expect(bytes.length).toBeLessThan(20_000);
    expect((await as(who, `${PAGE}/ZZZZZ9.png`)).status).toBe(404);
  });
});
