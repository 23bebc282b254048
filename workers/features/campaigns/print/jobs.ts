/**
 * Makes packs, a part an invocation. Interrupted it goes on where it was: a part that has its row is done, and one without
 * is made again.
 */
import type { LongJob } from '../../../messaging/long-job.ts';
import { now } from '../../../platform/clock.ts';
import { type Db, openDb } from '../../../platform/db.ts';
import { errorName, log } from '../../../platform/log.ts';
import { regencyAt } from '../../../regency/snapshot.ts';
import { movePack } from '../../packs.ts';
import { mostInPart, partLength, sheetsOf } from './choice.ts';
import { codeOf } from './drawing.ts';
import { deleteFiles, putPart } from './files.ts';
import { type Draw, type Drawn, drawn, factsOf, isTrial, makePart, unreadable } from './make-part.ts';
import { idsOf, type PackRow, placesById, readParts, readWhole, runningPacks } from './queries.ts';
import { ofPrinter, partMade, refusePack } from './store.ts';

/**
 * The next part of a pack.
 * @param draw how codes are drawn; only tests draw them otherwise
 * @returns whether there are more
 * @throws when the database or the bucket did not answer; the same part is made again
 */
export async function printStep(env: Env, id: number, draw: Draw = codeOf): Promise<boolean> {
  const db = openDb(env.DB);
  const { pack, parts } = await readWhole(db, id);
  if (pack?.status !== 'running') return false;
  const at = now();
  const regency = await regencyAt(db, at);
  const ahead = idsOf(pack).slice(pack.done, pack.done + mostInPart(pack.format));
  const seen = await placesById(db, regency, ahead);
  const facts = await factsOf(env, regency, at, isTrial(regency, pack.origin));
  const part = seen.slice(
    0,
    partLength(
      pack.format,
      seen.map(({ district }) => district),
    ),
  );
  const places = drawn(part, pack.origin, facts.crest !== null && pack.format !== 'designer_zip', draw);
  if (places.length === 0) return giveUp(db, id, 'no_places');
  const wrong = await unreadable(db, places, pack.origin);
  if (wrong.length > 0) return refuse(env, db, pack, wrong);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await makePart(pack.format, facts, places, pack.createdAt);
  } catch (error) {
    return giveUp(db, id, errorName(error));
  }
  return keepPart(env, db, pack, parts.length + 1, places.length, bytes);
}

/** What fails without any outage fails again: a person decides. */
async function giveUp(db: Db, id: number, error: string): Promise<false> {
  log('warn', { event: 'print_part_failed', error });
  await movePack(db, ofPrinter, id, ['running'], 'failed');
  return false;
}

/** @param length placements in it @returns whether there are more parts */
async function keepPart(
  env: Env,
  db: Db,
  pack: PackRow,
  part: number,
  length: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const stored = await putPart(env, pack.id, part, bytes);
  const row = {
    ...{ packId: pack.id, part, ...stored, bytes: bytes.length, pages: length * sheetsOf(pack.format) },
    ...{ first: pack.done, last: pack.done + length - 1 },
  };
  const made = await partMade(db, row, now());
  if (!made) await forgetStray(env, db, pack.id, part, stored.objectKey);
  return pack.done + length < pack.total;
}

/** Somebody else made the part, or the pack is gone: this file is nobody's. */
async function forgetStray(env: Env, db: Db, packId: number, part: number, key: string): Promise<void> {
  const parts = await readParts(db, packId);
  if (!parts.some((row) => row.part === part && row.objectKey === key)) await env.FILES.delete(key);
}

async function refuse(env: Env, db: Db, pack: PackRow, wrong: readonly Drawn[]): Promise<false> {
  await deleteFiles(env, pack.id);
  const unreadable = wrong.map(({ row, name }) => ({ code: row.code, name }));
  await refusePack(db, pack.id, { unreadable }, now());
  return false;
}

export const printJob: LongJob = { step: (env, id) => printStep(env, id), unfinished: runningPacks };
