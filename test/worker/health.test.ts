import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { app } from '../../workers/app.tsx';
import { sweep } from '../../workers/features/sweep.ts';
import { MINUTE, now, shiftClock } from '../../workers/platform/clock.ts';
import { VERSION } from '../../workers/platform/version.ts';

/** The Worker's bindings with a database of which only this much works. */
const withDb = (d1: Partial<D1Database>) => ({ ...env, DB: d1 as D1Database });
const dead = withDb({
  prepare() {
    throw new Error('D1_ERROR: Network connection lost.');
  },
});
const silent = () => new Promise<never>(() => {});
const statement = { bind: () => statement, all: silent, raw: silent, first: silent, run: silent };
const hanging = withDb({ prepare: () => statement as unknown as D1PreparedStatement });

async function ask(bindings: unknown = env, path = '/health') {
  const answer = await app.request(path, {}, bindings as Env);
  const told: Record<string, unknown> = await answer.json();
  return { ...told, status: answer.status, sweepAgeSeconds: told.sweepAgeSeconds };
}

describe('/health', () => {
  it('is red until the first sweep, then green', async ({ expect }) => {
    const kanal = { version: VERSION, late: false };
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await ask()).toEqual({
      ...kanal,
      ...{ status: 503, ok: false, problem: 'sweep', sweepAgeSeconds: null },
    });
    await sweep(env, now());
    shiftClock(20_000);
    const { sweepAgeSeconds, ...rest } = await ask();
    expect(rest).toEqual({ ...kanal, status: 200, ok: true, problem: null });
    expect(sweepAgeSeconds).toBeGreaterThanOrEqual(19);
    expect(sweepAgeSeconds).toBeLessThan(60);
    expect(await ask(env, '/api/v1/health')).toMatchObject({ status: 200, ok: true });
  });

  it('is red when the last sweep is over 15 minutes old, and green after the next', async ({ expect }) => {
    await sweep(env, now());
    shiftClock(15 * MINUTE - 5000);
    expect((await ask()).status).toBe(200);
    shiftClock(15 * MINUTE + 5000);
    expect(await ask()).toMatchObject({ status: 503, problem: 'sweep' });
    await sweep(env, now());
    expect((await ask()).status).toBe(200);
  });

  it('is red when a sweep does not get to its end', async ({ expect }) => {
    await sweep(env, now() - 16 * MINUTE);
    await expect(sweep({ ...env, REGENCY: 'tidak-ada' }, now())).rejects.toThrow();
    expect(await ask()).toMatchObject({ status: 503, problem: 'sweep' });
  });

  it('is red when the database fails or hangs, and says nothing more', async ({ expect }) => {
    await sweep(env, now());
    const red = {
      ...{ status: 503, ok: false, version: VERSION, problem: 'database' },
      ...{ sweepAgeSeconds: null, late: false },
    };
    expect(await ask(dead)).toEqual(red);
    expect(await ask(hanging)).toEqual(red);
    expect((await ask()).status).toBe(200);
  });

  it('may be read by any page and is never kept', async ({ expect }) => {
    const { headers } = await app.request('/health', {}, env);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
