/**
 * Makes packs, a file an invocation. Interrupted it goes on where it was: a file that has its row is done, and one without
 * is made again.
 */
import type { LongJob } from '../../../messaging/long-job.ts';
import { isSilent } from '../../../platform/db.ts';
import { errorName, log } from '../../../platform/log.ts';
import { AppError } from '../../../platform/problem.ts';
import { jobContext } from '../../http.ts';
import { movePack } from '../../packs.ts';
import { deleteFiles, putFile, readFile } from './files.ts';
import { makerOf } from './makers.ts';
import { type PackRow, type PartRow, readWhole, runningPacks, stepsOf } from './queries.ts';
import type { MadeFile, PackContext } from './steps.ts';
import { fileMade, ofEvaluation } from './store.ts';

/**
 * The next file of a pack.
 * @returns whether there are more
 * @throws when the database or the bucket did not answer; the same file is made again
 */
export async function packStep(env: Env, id: number): Promise<boolean> {
  const { db, keys, regency, now: at } = await jobContext(env, 'job:pack');
  const { pack, parts } = await readWhole(db, id);
  if (pack?.status !== 'running') return false;
  const step = stepsOf(pack)[parts.length];
  if (!step) return false;
  const maker = await makerOf(pack.kind);
  const context: PackContext = {
    ...{ env, db, keys, regency, subject: pack.subject, askedAt: pack.createdAt },
    earlier: async function* () {
      for (const part of parts) yield { name: part.name, bytes: await readFile({ env, keys }, part) };
    },
  };
  let file: MadeFile;
  try {
    file = await maker.make(context, step);
  } catch (error) {
    // An outage passes; anything else fails again, and a person decides.
    if (isSilent(error) || (error instanceof AppError && error.kind === 'unavailable')) throw error;
    log('warn', { event: 'pack_step_failed', error: errorName(error) });
    await movePack(db, ofEvaluation, id, ['running'], 'failed');
    return false;
  }
  const part = parts.length + 1;
  const stored = await putFile({ env, keys }, id, part, file.bytes);
  const row: PartRow = {
    ...{ packId: id, part, name: step.name, ...stored },
    ...{ pages: file.pages, bytes: file.bytes.length },
  };
  if (!(await fileMade(db, row, at))) await forgetStray(env, pack, row);
  return part < pack.total;

  /** Somebody else made the file, or the pack is gone: this one is nobody's. */
  async function forgetStray(of: Env, { id: packId }: PackRow, { objectKey }: PartRow): Promise<void> {
    const now = await readWhole(db, packId);
    if (now.pack === null) return deleteFiles(of, packId);
    if (!now.parts.some((one) => one.objectKey === objectKey)) await of.FILES.delete(objectKey);
  }
}

export const packJob: LongJob = { step: packStep, unfinished: runningPacks };
