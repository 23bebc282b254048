/** What leaves a batch. Never more than were printed, whoever hands out at the same moment. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { formatNumber } from '../../../../shared/text.ts';
import { constraintOf, type Db, unavailable } from '../../../platform/db.ts';
import { AppError, type FieldProblem } from '../../../platform/problem.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import type { HandoutInput } from './input.ts';
import { brochureBatches, brochureHandouts } from './table.ts';

/** What fails when more would leave than there are: the sum becomes null, and the batch aborts. */
const TOO_MANY = 'brochure_batches.handed_out';

/**
 * @param key the client's Idempotency-Key. @returns the handout's id
 * @throws AppError not_found, invalid (at /count with what is left), key_reused, unavailable
 */
export async function handOut(
  to: Doer,
  batchId: number,
  input: HandoutInput,
  key: string | undefined,
): Promise<number> {
  const { db, regency, now, by } = to;
  const problems = problemsOf(regency, input, regency.calendar.localDate(now));
  if (problems.length > 0) throw new AppError('invalid', { fields: problems });
  await leftOf(db, batchId);
  const { ref, name, count, day } = input;
  const asked = { key, scope: `handout:${batchId}`, body: input };
  return once(to, asked, brochureHandouts, async (last) => {
    try {
      await db.batch([
        db.insert(brochureHandouts).values({ batchId, ref: ref ?? '', name, count, day, by, at: now }),
        addUp(db, batchId),
        last,
      ]);
    } catch (error) {
      if (constraintOf(error) !== TOO_MANY) throw error;
      const values = { left: formatNumber(await leftOf(db, batchId)) };
      throw new AppError('invalid', { fields: [{ pointer: '/count', message: 'field.left', values }] });
    }
  });
}

/** Takes a wrong entry back; it stays visible. Doing it twice changes nothing. @throws AppError not_found, unavailable */
export async function takeBack({ db, now }: Doer, batchId: number, id: number): Promise<void> {
  const mine = and(eq(brochureHandouts.id, id), eq(brochureHandouts.batchId, batchId));
  const [there] = await db.select({ id: brochureHandouts.id }).from(brochureHandouts).where(mine);
  if (!there) throw new AppError('not_found');
  try {
    await db.batch([
      db
        .update(brochureHandouts)
        .set({ cancelledAt: now })
        .where(and(mine, isNull(brochureHandouts.cancelledAt))),
      addUp(db, batchId),
    ]);
  } catch (error) {
    throw unavailable(error);
  }
}

/** The sum of what stands; null, which the column refuses, when it is more than were printed. */
function addUp(db: Db, batchId: number) {
  const sum = sql`(select coalesce(sum(count), 0) from brochure_handouts where batch_id = ${batchId} and cancelled_at is null)`;
  return db
    .update(brochureBatches)
    .set({ handedOut: sql`case when ${sum} <= printed then ${sum} end` })
    .where(eq(brochureBatches.id, batchId));
}

/** @throws AppError not_found */
async function leftOf(db: Db, batchId: number): Promise<number> {
  const [row] = await db
    .select({ printed: brochureBatches.printed, handedOut: brochureBatches.handedOut })
    .from(brochureBatches)
    .where(eq(brochureBatches.id, batchId));
  if (!row) throw new AppError('not_found');
  return row.printed - row.handedOut;
}

/** @param today local ISO date */
function problemsOf({ offices, areas }: Regency, input: HandoutInput, today: string): FieldProblem[] {
  const { ref, name, day } = input;
  if ((ref === null) === (name === null)) return [{ pointer: '/ref', message: 'field.one_place' }];
  if (ref !== null && !offices.has(ref) && !areas.has(ref))
    return [{ pointer: '/ref', message: 'field.unknown_place' }];
  return day > today ? [{ pointer: '/day', message: 'field.future_day' }] : [];
}
