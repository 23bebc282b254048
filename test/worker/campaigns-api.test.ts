/** The register by API, with a partner's key. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { createApiKey } from '../../workers/features/staff/accounts.ts';
import type { Scope } from '../../workers/features/staff/queries.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { openCampaign, type Placed, placedAt, visitAll } from '../support/campaign.ts';
import { jpeg } from '../support/images.ts';
import { everyPlacement } from '../support/register.ts';

const API = '/api/v1/campaigns';
let village: Placed;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
});

type Json = Record<string, unknown>;

async function partner(scope: Scope) {
  const { token } = await createApiKey(openDb(env.DB), await loadKeys(env), {
    ...{ name: 'Mitra', scopes: [scope], staffId: null },
  });
  const call = async (path: string, body?: Json | Uint8Array, key: string = crypto.randomUUID()) => {
    const bytes = body instanceof Uint8Array;
    const headers = {
      authorization: `Bearer ${token}`,
      'idempotency-key': key,
      'content-type': bytes ? 'image/jpeg' : 'application/json',
    };
    const sent = body === undefined ? {} : { body: bytes ? body : JSON.stringify(body) };
    const method = body === undefined ? 'GET' : 'POST';
    const [answer] = await visitAll(env, [{ path: `${API}${path}`, method, headers, ...sent }]);
    if (!answer) throw new Error('no answer');
    return { status: answer.status, json: (await answer.json()) as Json };
  };
  return call;
}

const school = { kind: 'school', name: 'SDN 105', area: '73.24.01.2001', material: 'poster', cost: 50_000 };

describe('the register by API', () => {
  it('adds a place once, and takes it through its life', async ({ expect }) => {
    const call = await partner('campaigns_write');
    const key = crypto.randomUUID();
    const added = await call('/placements', school, key);
    expect(added.status).toBe(201);
    expect(added.json).toMatchObject({
      ...{ name: 'SDN 105, Desa Maleku, Kecamatan Mangkutana', life: 'planned', hangs: false, version: 1 },
      history: [{ seq: 1, life: 'planned', photo: false }],
    });
    expect((await call('/placements', school, key)).json.code).toBe(added.json.code);
    const dearer = await call('/placements', { ...school, cost: 60_000 }, key);
    expect([dearer.status, dearer.json.type]).toEqual([422, 'about:blank#key_reused']);
    expect(await everyPlacement()).toHaveLength(171);

    const own = `/placements/${added.json.code}`;
    expect((await call(`${own}/steps`, { life: 'hung', version: 1 })).status).toBe(422);
    const photo = (await call(`${own}/photos`, jpeg({ width: 16, height: 16, pixel: () => [90, 120, 30] })))
      .json.photo;
    const hung = { life: 'hung', version: 1, photo, position: { lat: -2.6, lon: 121 } };
    const step = crypto.randomUUID();
    const answer = await call(`${own}/steps`, hung, step);
    expect(answer.json).toMatchObject({
      life: 'hung',
      hangs: true,
      version: 2,
      position: { lat: -2.6, lon: 121 },
    });
    expect((await call(`${own}/steps`, hung, step)).json).toEqual(answer.json);
    // What has proved something proves nothing more.
    expect((await call(`${own}/steps`, { ...hung, life: 'checked', version: 2 })).status).toBe(422);
    expect((await call(`${own}/steps`, { life: 'gone', version: 1 })).status).toBe(409);
    const edit = { material: 'poster', name: 'SDN 106', area: '73.24.01.2001', size: 'A3' };
    expect((await call(own, { ...edit, version: 2 })).json).toMatchObject({
      size: 'A3',
      cost: null,
      version: 3,
    });
    expect((await call(`${own}/steps`, { life: 'gone', version: 3 })).json).toMatchObject({ hangs: false });
    const next = await call(`${own}/steps`, { life: 'replaced', version: 4, cost: 60_000 });
    expect(next.json).toMatchObject({
      name: 'SDN 106, Desa Maleku, Kecamatan Mangkutana',
      cost: 60_000,
      life: 'planned',
    });
    expect(next.json.code).not.toBe(added.json.code);
  });

  it('filters, plans for all, and keeps programs', async ({ expect }) => {
    const call = await partner('campaigns_write');
    const program = { name: 'Sosialisasi', startsOn: '2026-07-01', budget: 20_000_000 };
    const key = crypto.randomUUID();
    const made = await call('/programs', program, key);
    expect([made.status, (await call('/programs', program, key)).json.id]).toEqual([201, made.json.id]);
    const wish = { material: 'banner', program: made.json.id, cost: 100_000, kinds: ['desa'] };
    expect((await call('/placements/plan', { ...wish, dryRun: true })).json).toMatchObject({
      ...{ planned: 0, counts: { desa: { planned: 128, there: 0 } } },
    });
    expect((await call('/placements/plan', wish)).json.planned).toBe(128);
    const found = await call(`/placements?life=planned&district=73.24.01&program=${made.json.id}`);
    expect(found.json).toHaveLength(11);
    const edited = await call(`/programs/${made.json.id}`, { ...program, version: 1, archived: true });
    expect(edited.json).toMatchObject({ archived: true, spent: 12_800_000, version: 2 });
    expect((await call(`/programs/${made.json.id}`, { ...program, version: 1 })).status).toBe(409);
  });

  it('changes nothing for a key that only reads, nor where an office or program is unknown', async ({
    expect,
  }) => {
    const reader = await partner('campaigns');
    for (const path of ['/placements', '/placements/plan', `/placements/${village.code}/steps`, '/programs'])
      expect((await reader(path, school)).status, path).toBe(403);
    const call = await partner('campaigns_write');
    expect((await call('/placements', { ...school, hanger: 'TAK-ADA' })).status).toBe(422);
    expect((await call('/placements', { ...school, program: 9 })).status).toBe(422);
    expect((await call('/placements/ZZZZZ9/steps', { life: 'planned', version: 0 })).status).toBe(404);
    expect(await everyPlacement()).toHaveLength(170);
  });
});
