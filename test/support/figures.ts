/** The figures as they are stored, and their fold. */
import { env } from 'cloudflare:workers';
import { type Counts, unpackCounts } from '../../shared/figures/counts.ts';
import { runFold } from '../../workers/cases/fold.ts';
import { figuresFold } from '../../workers/features/evaluation/figures/counting/fold.ts';
import { figures } from '../../workers/features/evaluation/figures/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';

/** @param rounds at most; by default until nothing is left */
export async function foldFigures(rounds = 1000, d1 = env.DB): Promise<void> {
  const db = openDb(d1);
  const { calendar } = await regencyAt(db, now());
  await runFold(db, figuresFold(db, calendar), rounds);
}

/** Lets everything be counted anew, as docs/figures.md says. */
export const rewindFigures = () =>
  env.DB.prepare("UPDATE fold_marks SET from_id = from_id + 1, to_id = 0 WHERE fold = 'figures'").run();

/** "office due 2026-07 PUPR" → its counts that are not 0. */
export async function storedFigures(): Promise<Record<string, Partial<Counts>>> {
  const rows = await openDb(env.DB).select().from(figures);
  return Object.fromEntries(
    rows.flatMap(({ dimension, basis, bucket, cells }) =>
      Object.entries(JSON.parse(cells) as Record<string, number[]>).map(([value, packed]) => [
        `${dimension} ${basis} ${bucket} ${value}`,
        withoutZeros(unpackCounts(packed)),
      ]),
    ),
  );
}

const withoutZeros = (counts: Counts): Partial<Counts> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
