/** The part of the sweep that cares for personal data. Each piece does little when there is nothing to do. */
import { removeDropped } from '../../cases/attachments/drop.ts';
import { errorName, log } from '../../platform/log.ts';
import { jobContext } from '../http.ts';
import { eraseAgain, logErasures } from './erasure-log.ts';
import { carryOutGranted, remindOfRequests } from './requests.ts';
import { startNightly } from './retention-start.ts';

/**
 * First what an older database brought back, then what is to be erased, last the copies and files of all that. Every piece
 * runs, also when one before it fails.
 * @param at epoch ms
 * @throws the first piece's error
 */
export async function sweepCare(env: Env, at: number): Promise<void> {
  const ctx = { ...(await jobContext(env, 'job:erasure')), now: at };
  const { db, regency } = ctx;
  const failures: unknown[] = [];
  const pieces: [name: string, run: () => Promise<unknown>][] = [
    ['erase_again', () => eraseAgain(env, db, at)],
    ['erase_granted', () => carryOutGranted(ctx)],
    ['remind_requests', () => remindOfRequests(ctx)],
    ['retention', () => startNightly(env, db, regency, at)],
    ['log_erasures', () => logErasures(env, db, at)],
    ['remove_files', () => removeDropped(env, db)],
  ];
  for (const [kind, run] of pieces) {
    try {
      await run();
    } catch (error) {
      failures.push(error);
      log('warn', { event: 'care_failed', kind, error: errorName(error) });
    }
  }
  if (failures.length > 0) throw failures[0];
}
