/** Which keys there are, and what is left of each. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import { checkRow, retiredRow } from '../../privacy/key-words.ts';
import type { Keys } from '../../privacy/keys.ts';
import { leftValues, listRotations, parts, type Rotation, STOPPED, targetOf } from './keys-rotation.ts';

export interface KeyState {
  id: string;
  /** seals = new values get it; opens = it only opens; over = nothing uses it any more; missing = KEYS lacks it. */
  state: 'seals' | 'opens' | 'over' | 'missing';
  /** Values that it should open and does not, as the last whole run found. */
  left: number;
}

/** Ids of KEYS, and of all keys that ever sealed. */
export async function namedKeys(db: Db, keys: Keys): Promise<string[]> {
  const prefix = checkRow('');
  const rows = await db
    .select({ key: meta.key })
    .from(meta)
    .where(sql`${meta.key} >= ${prefix} and ${meta.key} < 'key_check;'`);
  return [...new Set([...keys.fields.keys(), ...rows.map(({ key }) => key.slice(prefix.length))])];
}

export async function leftIds(db: Db): Promise<string[]> {
  return [...(await leftValues(db)).keys()];
}

/** Each key and what may be done with it. */
export async function keyStates(db: Db, keys: Keys): Promise<KeyState[]> {
  const [ids, left, away] = await Promise.all([namedKeys(db, keys), leftValues(db), retiredKeys(db)]);
  return ids.map((id) => ({
    id,
    state: id === keys.current ? 'seals' : away.has(id) ? 'over' : keys.fields.has(id) ? 'opens' : 'missing',
    left: left.get(id) ?? 0,
  }));
}

async function retiredKeys(db: Db): Promise<Set<string>> {
  const prefix = retiredRow('');
  const rows = await db
    .select({ key: meta.key })
    .from(meta)
    .where(sql`${meta.key} >= ${prefix} and ${meta.key} < 'key_retired;'`);
  return new Set(rows.map(({ key }) => key.slice(prefix.length)));
}

export interface RotationLine {
  run: Rotation;
  state: 'running' | 'done' | 'stopped';
  /** 0 to 100: parts that are behind it. */
  percent: number;
  /** "entries.words"; what it is at. */
  at: string;
  checks: boolean;
}

/** The last runs, newest first. */
export async function rotationLines(db: Db): Promise<RotationLine[]> {
  return (await listRotations(db)).map((run) => {
    const { name, checks } = targetOf(run.part);
    const state = run.part === STOPPED ? 'stopped' : run.finishedAt === null ? 'running' : 'done';
    const percent =
      state === 'done' ? 100 : Math.floor((100 * Math.max(0, parts.indexOf(run.part))) / parts.length);
    return { run, state, percent, at: name, checks };
  });
}
