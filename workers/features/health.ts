/** `/health` for machines: red when D1 does not answer, a key is wrong or lost, or the last sweep is over 15 minutes old. */
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { keyTrouble } from '../cases/key-check.ts';
import { MINUTE, now } from '../platform/clock.ts';
import { openDb } from '../platform/db.ts';
import { meta } from '../platform/table.ts';
import { loadKeys } from '../privacy/keys.ts';
import type { AppEnv } from './http.ts';

export const VERSION = '0.1.0';

/** How long the database may take, in ms. */
const PATIENCE = 3000;

export const health = new Hono<AppEnv>();

for (const path of ['/health', '/api/v1/health']) {
  health.get(path, async (c) => {
    const problem = await trouble(c.env);
    return c.json({ ok: problem === null, version: VERSION, problem }, problem === null ? 200 : 503, {
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
  });
}

type Trouble = 'database' | 'keys' | 'sweep';

async function trouble(env: Env): Promise<Trouble | null> {
  // Unreadable secrets are a trouble of the keys, too.
  const keys = await loadKeys(env).catch(() => null);
  const db = openDb(env.DB);
  try {
    const [[row], wrong] = await inTime(
      Promise.all([
        db.select({ value: meta.value }).from(meta).where(eq(meta.key, 'swept_at')),
        keys === null ? [] : keyTrouble(db, keys),
      ]),
    );
    if (keys === null || wrong.length > 0) return 'keys';
    return row && now() - Number(row.value) <= 15 * MINUTE ? null : 'sweep';
  } catch {
    return 'database';
  }
}

/** A database that hangs would keep whoever watches waiting instead of telling. @throws Error when it takes too long */
async function inTime<T>(answer: PromiseLike<T>): Promise<T> {
  let timer: number | null = null;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
