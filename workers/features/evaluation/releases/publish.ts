/** Publishes a quarter, once and for all: what was given out never changes. */
import { type Period, periodId } from '../../../../shared/figures/periods.ts';
import { publishableFrom } from '../../../../shared/openness/quarters.ts';
import type { OpenTable } from '../../../../shared/openness/types.ts';
import { unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { sha256Hex } from '../../../privacy/mac.ts';
import type { Doer } from '../../doer.ts';
import { csvOf, releaseOf } from './queries.ts';
import { aboutOf, filesOf, tablesOf } from './read.ts';
import { releasedTables, releases } from './table.ts';

/** What a person has looked at. */
export const digestOf = (tables: readonly OpenTable[]): Promise<string> => sha256Hex(JSON.stringify(tables));

/**
 * Doing it twice changes nothing.
 * @param seen digest of the tables that the person looked at
 * @throws AppError invalid before the quarter may be published, conflict when the tables differ from what was seen, unavailable
 */
export async function publishQuarter(to: Doer, period: Period, seen: string): Promise<void> {
  const { db, regency, by, now } = to;
  const id = periodId(period);
  if (await releaseOf(db, id)) return;
  if (now <= publishableFrom(period, regency.calendar))
    throw new AppError('invalid', { detail: 'release_too_early' });
  const tables = await tablesOf(db, regency, period);
  if ((await digestOf(tables)) !== seen) throw new AppError('conflict', { detail: 'release_changed' });
  const about = aboutOf(regency, period, now);
  const rows = await Promise.all(
    filesOf(tables, about).map(async ({ name, file, json }) => ({
      period: id,
      name,
      content: json,
      csvDigest: await sha256Hex(csvOf(file)),
      jsonDigest: await sha256Hex(json),
    })),
  );
  try {
    await db.batch([
      db
        .insert(releases)
        .values({ period: id, about: JSON.stringify(about), publishedBy: by, publishedAt: now }),
      ...rows.map((row) => db.insert(releasedTables).values(row)),
    ]);
  } catch (error) {
    if (!(await releaseOf(db, id))) throw unavailable(error);
  }
}
