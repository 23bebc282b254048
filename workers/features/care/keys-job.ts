/**
 * Seals everything anew with the key that stands first in KEYS, some values a step, while Kanal runs. Interrupted it goes on
 * where it was; run again it finds nothing to do.
 */
import type { LongJob } from '../../messaging/long-job.ts';
import { now } from '../../platform/clock.ts';
import { commit, constraintOf, type Db, type Statement } from '../../platform/db.ts';
import { log } from '../../platform/log.ts';
import type { Keys } from '../../privacy/keys.ts';
import { open, seal } from '../../privacy/seal.ts';
import { Unreadable } from '../../privacy/unreadable.ts';
import { jobContext } from '../http.ts';
import { columnName, placeOf, sealedColumns } from './keys-columns.ts';
import { resealFile, sealedFiles } from './keys-files.ts';
import {
  moveRotation,
  oldValues,
  parts,
  type Rotation,
  readRotation,
  replaceValue,
  retire,
  targetOf,
  unfinishedRotations,
} from './keys-rotation.ts';
import { leftIds, namedKeys } from './keys-state.ts';

/** Rounds of one invocation, and the statements after which it begins no further one; D1 allows 1,000. */
const ROUNDS = 10;
const STATEMENTS = 600;
/** Files of one round: each takes three calls of R2. */
const FILES = 20;

/** What a round found. */
interface Round {
  statements: Statement[];
  sealed: number;
  unreadable: string[];
  /** Cursor to go on from; null = the part is done. */
  next: string | null;
}

export const rotationJob: LongJob = {
  step: async (env, id) => {
    const { db, keys } = await jobContext(env, 'job:keys');
    let used = 0;
    for (let round = 0; round < ROUNDS && used < STATEMENTS; round++) {
      const run = await readRotation(db, id);
      if (!run || run.finishedAt !== null) return false;
      // A Worker of before the change of KEYS leaves it to those that have the new key.
      if (!keys.fields.has(run.toKey)) {
        log('warn', { event: 'rotation_without_key', key: run.toKey });
        return false;
      }
      used += await takeRound(env, db, keys, run);
    }
    return true;
  },
  unfinished: unfinishedRotations,
};

/** @returns statements it took */
async function takeRound(env: Env, db: Db, keys: Keys, run: Rotation): Promise<number> {
  const { name, checks } = targetOf(run.part);
  const files = sealedFiles.find((one) => one.name === name);
  const found = files
    ? await roundOfFiles(env, db, keys, run, files)
    : await roundOfColumn(db, keys, run, name);
  const part = found.next === null ? (parts[parts.indexOf(run.part) + 1] ?? null) : run.part;
  const unreadable = checks ? found.unreadable : [];
  const at = now();
  const moved = moveRotation(
    db,
    run,
    {
      part: part ?? run.part,
      cursor: found.next ?? '',
      sealed: found.sealed,
      unreadable,
      finished: part === null,
    },
    at,
  );
  const over = part === null ? await putAway(db, keys, run, unreadable, at) : [];
  const [outcome] = await commit(db, [
    { statements: [...moved, ...found.statements, ...over], result: null },
  ]);
  // Another step of the same run was quicker: what it did is done.
  if (outcome && !outcome.ok && constraintOf(outcome.error) !== 'key_rotations.cursor') throw outcome.error;
  return found.statements.length + moved.length + 4;
}

async function roundOfColumn(db: Db, keys: Keys, run: Rotation, name: string): Promise<Round> {
  const column = sealedColumns.find((one) => columnName(one) === name);
  if (!column) return { statements: [], sealed: 0, unreadable: [], next: null };
  const { found, next } = await oldValues(db, column, run.toKey, run.cursor);
  const round: Round = { statements: [], sealed: 0, unreadable: [], next };
  for (const old of found) {
    const place = placeOf(column, old.values);
    try {
      const plain = await open(keys, place, old.sealed);
      const sealed = await seal({ ...keys, current: run.toKey }, place, plain);
      if (sealed === null) continue;
      round.statements.push(replaceValue(db, column, old, sealed));
      round.sealed++;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      round.unreadable.push(error.key);
    }
  }
  return round;
}

async function roundOfFiles(
  env: Env,
  db: Db,
  keys: Keys,
  run: Rotation,
  files: (typeof sealedFiles)[number],
): Promise<Round> {
  const some = await files.next(db, run.cursor, FILES);
  const round: Round = { statements: [], sealed: 0, unreadable: [], next: null };
  for (const file of some) {
    const result = await resealFile(env.FILES, keys, run.toKey, file);
    if (result === 'resealed') round.sealed++;
    if (typeof result === 'object') round.unreadable.push(result.unreadable);
  }
  round.next = some.length === FILES ? (some.at(-1)?.at ?? null) : null;
  return round;
}

/** Keys that nothing is sealed with any more may be missing from now on. */
async function putAway(
  db: Db,
  keys: Keys,
  run: Rotation,
  unreadable: readonly string[],
  at: number,
): Promise<Statement[]> {
  const left = new Set([...(await leftIds(db)), ...unreadable]);
  // What names no key could be of any of them.
  if (left.has('')) return [];
  const over = (await namedKeys(db, keys)).filter((id) => id !== run.toKey && !left.has(id));
  return retire(db, over, at);
}
