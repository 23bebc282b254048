/**
 * `/health` for machines: red when D1 does not answer, a key is wrong or lost, or the last sweep is over 15 minutes old.
 * Only notes are read; anybody may ask, so it tells of no case, not even how many there are (staff and keys: /desk/status).
 */
import { Hono } from 'hono';
import { keyTrouble } from '../../cases/key-check.ts';
import { now } from '../../platform/clock.ts';
import { openDb } from '../../platform/db.ts';
import { VERSION } from '../../platform/version.ts';
import { loadKeys } from '../../privacy/keys.ts';
import type { AppEnv } from '../http.ts';
import { FRESH, type Notes } from './figures.ts';
import { SILENT } from './judge-work.ts';
import { notesOf, selectNotes } from './notes.ts';

/** How long the database may take, in ms. */
const PATIENCE = 3000;

export const health = new Hono<AppEnv>();

for (const path of ['/health', '/api/v1/health']) {
  health.get(path, async (c) => {
    const told = await tell(c.env);
    return c.json(told, told.ok ? 200 : 503, {
      'cache-control': 'no-store',
      'access-control-allow-origin': '*',
    });
  });
}

async function tell(env: Env) {
  const { notes, keysFit } = await look(env);
  const at = now();
  const age = notes?.sweptAt == null ? null : at - notes.sweptAt;
  const swept = age !== null && age <= SILENT;
  const problem = notes === null ? 'database' : !keysFit ? 'keys' : swept ? null : 'sweep';
  return {
    ok: problem === null,
    version: VERSION,
    problem,
    sweepAgeSeconds: age === null ? null : Math.max(0, Math.round(age / 1000)),
    late: notes !== null && isLate(notes, at),
  };
}

/** @returns notes null when the database does not answer */
async function look(env: Env): Promise<{ notes: Notes | null; keysFit: boolean }> {
  // Unreadable secrets are a trouble of the keys, too.
  const keys = await loadKeys(env).catch(() => null);
  const db = openDb(env.DB);
  try {
    const [rows, wrong] = await inTime(
      Promise.all([selectNotes(db), keys === null ? [] : keyTrouble(db, keys)]),
    );
    return { notes: notesOf(rows), keysFit: keys !== null && wrong.length === 0 };
  } catch {
    return { notes: null, keysFit: false };
  }
}

/** Within the last half hour work was found undone, or a sweep did not get to its end. */
function isLate({ foundAgain, unfinished }: Notes, at: number): boolean {
  const recent = (time: number | undefined) => time !== undefined && at - time <= FRESH;
  return recent(foundAgain?.last) || recent(unfinished?.at.at(-1));
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
