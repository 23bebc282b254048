/** Batches of brochures: never more handed out than printed, each entry once, and a wrong one taken back. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { handOut, takeBack } from '../../workers/features/campaigns/batches/hand-out.ts';
import { batchLine, handoutsOf } from '../../workers/features/campaigns/batches/queries.ts';
import { addBatch, editBatch } from '../../workers/features/campaigns/batches/save.ts';
import { openDb } from '../../workers/platform/db.ts';
import { newKey } from '../../workers/platform/ids.ts';
import { openCampaign } from '../support/campaign.ts';
import { doer, refusal } from '../support/campaign-people.ts';
import { Desk, documented } from '../support/desk.ts';
import { type Fault, faultyDb } from '../support/faulty.ts';
import { addStaff } from '../support/worker.ts';

const BATCH = {
  ...{ title: 'Brosur SP4N', material: 'brochure' as const, design: 1, printed: 60 },
  ...{ printedOn: '2026-07-01', cost: 90_000, program: null },
};
const VILLAGE = { ref: '73.24.01.2001', name: null, count: 5, day: '2026-07-02' };
const PAGE = '/desk/kampanye/brosur';
const db = () => openDb(env.DB);

let batch: number;

beforeEach(async () => {
  await openCampaign();
  batch = await addBatch(await doer(), BATCH, newKey());
});

const deskOf = async (role: 'campaigner' | 'leader') => Desk.of(await addStaff([role]));

const lineNow = async () => (await batchLine(db(), batch))?.row;

describe('a batch', () => {
  it('is made once with one code, also when the answer is lost', async ({ expect }) => {
    const key = newKey();
    const { db: lossy, struck } = faultyDb('answer_lost');
    const first = await addBatch(await doer({ db: lossy }), BATCH, key);
    expect(struck()).toBe(1);
    expect(await addBatch(await doer(), BATCH, key)).toBe(first);
    const other = refusal(addBatch(await doer(), { ...BATCH, printed: 61 }, key));
    expect((await other)?.kind).toBe('key_reused');
    const [made] = (await env.DB.prepare("SELECT count(*) AS n FROM placements WHERE kind = 'batch'").all())
      .results;
    expect(made).toEqual({ n: 2 });
  });

  it('is handed out exactly to nothing by twenty people at once', async ({ expect }) => {
    const to = await doer();
    const refused = await Promise.all(
      Array.from({ length: 20 }, () => refusal(handOut(to, batch, VILLAGE, newKey()))),
    );
    expect(refused.filter((one) => one === null)).toHaveLength(12);
    for (const one of refused.filter((error) => error !== null))
      expect(one.fields).toEqual([{ pointer: '/count', message: 'field.left', values: { left: '0' } }]);
    expect((await lineNow())?.handedOut).toBe(60);
    expect(await handoutsOf(db(), batch)).toHaveLength(12);
  });

  it.for<Fault>(['before_batch', 'answer_lost'])(
    'counts a handout once when D1 fails: %s',
    async (fault, { expect }) => {
      const key = newKey();
      await refusal(handOut(await doer({ db: faultyDb(fault).db }), batch, VILLAGE, key));
      await handOut(await doer(), batch, VILLAGE, key);
      expect((await lineNow())?.handedOut).toBe(5);
    },
  );

  it('gets back what was typed wrongly, once, and cannot shrink below what left', async ({ expect }) => {
    const to = await doer();
    const wrong = await handOut(to, batch, { ...VILLAGE, count: 50 }, newKey());
    await handOut(to, batch, VILLAGE, newKey());
    const smaller = await refusal(editBatch(to, batch, { ...BATCH, printed: 54 }, 1));
    expect(smaller?.fields).toEqual([
      { pointer: '/printed', message: 'field.printed_less', values: { handed: '55' } },
    ]);
    await Promise.all([takeBack(to, batch, wrong), takeBack(to, batch, wrong)]);
    expect((await lineNow())?.handedOut).toBe(5);
    await editBatch(to, batch, { ...BATCH, printed: 54 }, 1);
    const late = await refusal(editBatch(to, batch, { ...BATCH, printed: 70 }, 1));
    expect([late?.kind, late?.version]).toEqual(['conflict', 2]);
    expect((await lineNow())?.printed).toBe(54);
  });
});

describe('the calls of brochures', () => {
  it('make a batch, hand out, take back, and say what is left', async ({ expect }) => {
    const humas = await deskOf('campaigner');
    const call = async (method: string, path: string, body?: unknown) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() };
      const address = `/api/v1/campaigns/batches${path}`;
      const answer = await humas.send(address, { method, headers, body: JSON.stringify(body) });
      await (await documented()).check(method, address, answer);
      return answer;
    };
    const made = await call('POST', '', BATCH);
    const { id, left, code } = (await made.json()) as { id: number; left: number; code: string };
    expect([made.status, left, code.length]).toEqual([201, 60, 6]);
    const handed = (await (await call('POST', `/${id}/handouts`, VILLAGE)).json()) as { handout: number };
    const much = await call('POST', `/${id}/handouts`, { ...VILLAGE, count: 56 });
    expect([much.status, (await much.text()).includes('tinggal 55 lembar')]).toEqual([422, true]);
    expect((await call('DELETE', `/${id}/handouts/${handed.handout}`)).status).toBe(204);
    const now = (await (await call('GET', `/${id}`)).json()) as Record<string, unknown>;
    expect(now).toMatchObject({ handedOut: 0, left: 60, handouts: [{ count: 5, cancelled: true }] });
  });
});

describe('the pages of brochures', () => {
  it('keep what was typed when too much is asked for, and tell what is left', async ({ expect }) => {
    const humas = await deskOf('campaigner');
    const fields = { key: newKey(), ref: '', name: 'SDN 105 Malili', count: '1.000', day: '2026-07-02' };
    const refused = await humas.post(`${PAGE}/${batch}/bagikan`, fields);
    const page = await refused.text();
    expect([refused.status, page.includes('tinggal 60 lembar')]).toEqual([422, true]);
    expect(page).toContain('value="SDN 105 Malili"');
    const taken = await humas.post(`${PAGE}/${batch}/bagikan`, { ...fields, count: '60' });
    expect([taken.status, taken.headers.get('location')]).toEqual([303, `${PAGE}/${batch}?ok=bagi`]);
    expect(await humas.text(`${PAGE}/${batch}`)).toContain('60 dari 60 lembar');
    expect(await humas.text(`${PAGE}/${batch}/pembagian.csv`)).toContain('SDN 105 Malili,60,2026-07-02');
    const leader = await deskOf('leader');
    expect(await leader.text(`${PAGE}/semua.csv`)).toMatch(
      /Brosur SP4N,Brosur,1,2026-07-01,60,60,0,90000,,\w{6}/,
    );
    expect(await leader.text(PAGE)).toContain('11 kecamatan belum mendapat');
    expect((await leader.post(`${PAGE}/${batch}/bagikan`, fields)).status).toBe(403);
  });
});
