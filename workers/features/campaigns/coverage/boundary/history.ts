/** Who loaded, replaced or removed boundaries: lines in the history of settings, written with the change. */
import { type SQL, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../../../platform/db.ts';
import { type Change, changesOf } from '../../../../regency/changes.ts';
import { settingChanges } from '../../../../regency/table.ts';
import { namesOf } from '../../../settings/queries.ts';
import { type BoundaryLevel, type BoundarySource, boundaryLevels, keyOf, sourceSchema } from './sources.ts';

/** Who changes boundaries, and when. */
export interface BoundaryEditor {
  db: Db;
  /** "staff:12". */
  by: string;
  /** Epoch ms. */
  now: number;
}

const KIND = 'boundary';

/** For the batch, before the change itself; what was loaded or removed already leaves no second line. */
export function lineOf(
  { db, by, now }: BoundaryEditor,
  level: BoundaryLevel,
  after: BoundarySource | null,
): Statement {
  const [change, fresh]: [SQL, SQL] = after
    ? [sql`iif(old is null, 'added', 'edited')`, sql`old ->> 'file' is not ${after.file}`]
    : [sql`'ended'`, sql`old is not null`];
  return db.insert(settingChanges).select(
    sql`select null, ${KIND}, ${level}, ${change}, old, ${after && JSON.stringify(after)}, ${by}, cast(${now} as integer)
      from (select (select value from meta where key = ${keyOf(level)}) as old) where ${fresh}`,
  );
}

export interface BoundaryChange {
  level: BoundaryLevel;
  change: Change['change'];
  /** What was loaded, or what was removed. */
  source: BoundarySource;
  /** Name of an account; null = it is gone. */
  by: string | null;
  /** Epoch ms. */
  at: number;
}

/** The newest first. */
export async function boundaryHistory(db: Db): Promise<BoundaryChange[]> {
  const lines = await Promise.all(
    boundaryLevels.map(async (level) =>
      (await changesOf(db, KIND, level)).map((line) => ({ ...line, level })),
    ),
  );
  const changes = lines.flat().sort((one, other) => other.id - one.id);
  const names = await namesOf(
    db,
    changes.map(({ by }) => by),
  );
  return changes.map(({ level, change, before, after, by, at }) => ({
    ...{ level, change, at, by: names.get(by) ?? null },
    source: sourceSchema.parse(JSON.parse(after ?? before ?? '')),
  }));
}
