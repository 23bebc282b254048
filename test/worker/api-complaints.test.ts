/** POST /complaints: one case for one key, whoever repeats it and whenever. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, test } from 'vitest';
import type { Receipt } from '../../shared/contract/complaint.ts';
import { cases, entries } from '../../workers/cases/table.ts';
import { MINUTE, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { bearer, call, key, ORIGIN, type ProblemBody, post, solved } from '../support/api.ts';
import { caseRow, loadRegency } from '../support/worker.ts';

const body = { kind: 'complaint', text: 'Jalan di depan pasar berlubang besar dan dalam.' };
const allCases = () => openDb(env.DB).select().from(cases);

beforeEach(() => loadRegency());

describe('a receipt', () => {
  test('answers a public app that did its work', async ({ expect }) => {
    const response = await post('/complaints', body, { ...(await solved()), ...key() });
    const receipt = (await response.json()) as Receipt;
    expect(response.status).toBe(201);
    expect(receipt.code).toMatch(/^LT-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(receipt.pin).toMatch(/^\d{6}$/);
    expect(receipt.status).toBe('received');
    expect(receipt.due).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);
    expect(receipt.links.self).toBe(`${ORIGIN}/api/v1/complaints/${receipt.code}`);
    expect(response.headers.get('location')).toBe(receipt.links.self);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await caseRow(receipt.code)).toMatchObject({
      channel: 'mobile',
      unproven: false,
      submittedBy: 'public',
    });
  });

  test('answers a client server with its key, and keeps what it said', async ({ expect }) => {
    const area = '73.24.01.2004';
    const full = {
      ...body,
      title: 'Jalan pasar',
      area,
      category: 'jalan-jembatan',
      office: 'PUPR',
      occurredOn: '2026-07-19',
      place: 'Depan pasar',
      position: { lat: -2.6, lon: 121.1 },
      anonymous: true,
      confidential: true,
      aboutOfficial: false,
      contact: { name: 'Warga', email: 'warga@example.id', phone: '0812 0000 0000' },
      channel: 'whatsapp',
      placement: 'abc234',
    };
    const response = await post('/complaints', full, { ...(await bearer()), ...key() });
    expect(response.status).toBe(201);
    const row = await caseRow(((await response.json()) as Receipt).code);
    expect(row).toMatchObject({ area, channel: 'whatsapp', placement: 'ABC234', anonymous: true });
    expect(row.submittedBy).toMatch(/^key:\d+$/);
  });
});

describe('the same key', () => {
  test('gives the same receipt, with the spent proof, an expired one or none', async ({ expect }) => {
    const proof = await solved();
    const once = key();
    const first = await (await post('/complaints', body, { ...proof, ...once })).json();
    const again = await post('/complaints', body, { ...proof, ...once });
    expect(again.status).toBe(201);
    expect(await again.json()).toEqual(first);
    const reordered = { text: body.text, kind: body.kind, title: '' };
    expect(await (await post('/complaints', reordered, { ...proof, ...once })).json()).toEqual(first);
    shiftClock(30 * MINUTE);
    expect(await (await post('/complaints', body, { ...proof, ...once })).json()).toEqual(first);
    expect(await (await post('/complaints', body, once)).json()).toEqual(first);
    expect(await allCases()).toHaveLength(1);
  });

  test('gives the same receipt to ten at once', async ({ expect }) => {
    const headers = { ...(await solved()), ...key() };
    const all = await Promise.all(Array.from({ length: 10 }, () => post('/complaints', body, headers)));
    expect(all.map((response) => response.status)).toEqual(Array(10).fill(201));
    const codes = await Promise.all(all.map(async (response) => ((await response.json()) as Receipt).code));
    expect(new Set(codes).size).toBe(1);
    expect(await allCases()).toHaveLength(1);
    expect(await openDb(env.DB).select().from(entries)).toHaveLength(1);
  });

  test('is refused with another body', async ({ expect }) => {
    const headers = { ...(await bearer()), ...key() };
    await post('/complaints', body, headers);
    const other = await post('/complaints', { ...body, text: 'Lampu jalan di depan masjid padam.' }, headers);
    expect(other.status).toBe(422);
    expect(((await other.json()) as ProblemBody).title).toMatch(/Idempotency-Key/);
    expect(await allCases()).toHaveLength(1);
  });

  test('has to be there, and to be a UUID', async ({ expect }) => {
    for (const headers of [{}, { 'idempotency-key': 'rahasia-saya' }] as Record<string, string>[]) {
      const response = await post('/complaints', body, { ...(await bearer()), ...headers });
      expect(response.status).toBe(422);
      expect(await response.text()).not.toContain('rahasia-saya');
    }
  });
});

describe('proof', () => {
  test('counts for one complaint only', async ({ expect }) => {
    const proof = await solved();
    await post('/complaints', body, { ...proof, ...key() });
    const second = await post('/complaints', body, { ...proof, ...key() });
    expect(second.status).toBe(403);
    expect(await allCases()).toHaveLength(1);
  });

  test('is refused when missing, malformed, forged, wrong or expired', async ({ expect }) => {
    const { 'x-altcha': good } = await solved();
    const parsed = JSON.parse(atob(good));
    const other = JSON.parse(atob((await solved())['x-altcha']));
    const forge = (change: (payload: typeof parsed) => void) => {
      const copy = structuredClone(parsed);
      change(copy);
      return btoa(JSON.stringify(copy));
    };
    const bad = [
      '',
      'bukan-base64',
      btoa('[]'),
      'A'.repeat(10_000),
      forge((p) => {
        p.challenge.parameters.expiresAt += 3600;
      }),
      forge((p) => {
        p.solution.derivedKey = '0'.repeat(64);
      }),
      forge((p) => {
        p.challenge.signature = '0'.repeat(64);
      }),
      forge((p) => {
        p.challenge.parameters.keySignature = '0'.repeat(64);
      }),
      // The answer to another challenge.
      forge((p) => {
        p.solution = other.solution;
      }),
    ];
    for (const header of bad) {
      const response = await post('/complaints', body, { 'x-altcha': header, ...key() });
      expect(response.status).toBe(403);
    }
    shiftClock(21 * MINUTE);
    expect((await post('/complaints', body, { 'x-altcha': good, ...key() })).status).toBe(403);
    expect(await allCases()).toHaveLength(0);
  });

  test('is no unknown key, and no key of another scope', async ({ expect }) => {
    const unknown = await post('/complaints', body, { authorization: 'Bearer tidak-ada', ...key() });
    expect(unknown.status).toBe(401);
    expect(unknown.headers.get('www-authenticate')).toBe('Bearer');
    expect((await post('/complaints', body, { ...(await bearer(['desk'])), ...key() })).status).toBe(403);
  });
});

test('refusals of one address are slowed, complaints of the same address never', async ({ expect }) => {
  const headers = { 'cf-connecting-ip': '203.0.113.9' };
  let last = await post('/complaints', body, { ...headers, ...key() });
  // A minute may end on the way, and the count of 60 begins anew.
  for (let i = 0; i < 130 && last.status !== 429; i++) {
    last = await post('/complaints', body, { ...headers, ...key() });
  }
  expect(last.status).toBe(429);
  expect(last.headers.get('retry-after')).toBe('60');
  const good = await post('/complaints', body, { ...headers, ...(await bearer()), ...key() });
  expect(good.status).toBe(201);
});

test('preflight allows what a complaint needs, from anywhere', async ({ expect }) => {
  const response = await call('/complaints', {
    method: 'OPTIONS',
    headers: {
      origin: 'https://aplikasi.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'idempotency-key,x-altcha,authorization,content-type',
    },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  const allowed = response.headers.get('access-control-allow-headers')?.toLowerCase() ?? '';
  for (const header of ['idempotency-key', 'x-altcha', 'authorization', 'content-type']) {
    expect(allowed).toContain(header);
  }
});
