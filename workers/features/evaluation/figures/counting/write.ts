/** Statements that put facts in the place of others, and move the sums by the difference. */
import { ne, type SQL, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../../../platform/db.ts';
import { groupsOf } from '../../../../platform/groups.ts';
import { figureFacts, figures } from '../table.ts';
import type { Fact } from './facts.ts';
import { type Cells, movedRow, movesOf, type Place, sumKey } from './sums.ts';

/** Characters of one parameter; D1 takes 2 MB. */
const MOST_TOGETHER = 500_000;

const columns = [
  ...(['caseId', 'n', 'basis', 'day', 'kind', 'office', 'area'] as const),
  ...(['category', 'channel', 'placement', 'disposer', 'counts'] as const),
];

const valuesOf = (fact: Fact) => columns.map((column) => fact[column]);

/** Equal for equal facts. */
export const textOf = (fact: Fact): string => JSON.stringify(valuesOf(fact));

/** Posts are counted by themselves (posts.ts). */
export const emptied = (db: Db): Statement[] => [
  db.delete(figureFacts),
  db.delete(figures).where(ne(figures.basis, 'seen')),
];

export function replaceFacts(db: Db, gone: readonly Fact[], come: readonly Fact[]): Statement[] {
  const keys = gone.map(({ caseId, n }) => [caseId, n]);
  return [
    ...(gone.length > 0 ? [db.delete(figureFacts).where(among('case_id, n', keys))] : []),
    ...groupsOf(come, (fact) => textOf(fact).length, MOST_TOGETHER).map((some) =>
      db.insert(figureFacts).select(rowsOf(some.map(valuesOf), columns.length)),
    ),
  ];
}

/** @param anew nothing of what stands there counts */
export async function moveSums(
  db: Db,
  gone: readonly Fact[],
  come: readonly Fact[],
  anew: boolean,
): Promise<Statement[]> {
  const moves = [...movesOf(gone, come).values()];
  const kept = anew || moves.length === 0 ? [] : await db.select().from(figures).where(placed(moves));
  const cells = new Map(kept.map((row) => [sumKey(row), JSON.parse(row.cells) as Cells]));
  const moved = moves.map((move) => movedRow(move, cells.get(sumKey(move)) ?? {}));
  const empty = moved.filter((row) => row.cells === null);
  const full = moved.filter((row) => row.cells !== null);
  return [
    ...(empty.length > 0 ? [db.delete(figures).where(placed(empty))] : []),
    ...groupsOf(full, (row) => (row.cells?.length ?? 0) + 60, MOST_TOGETHER).map((some) =>
      db
        .insert(figures)
        .select(
          rowsOf(
            some.map((row) => [...keyOf(row), row.cells]),
            4,
          ),
        )
        .onConflictDoUpdate({
          target: [figures.dimension, figures.basis, figures.bucket],
          set: { cells: sql`excluded.cells` },
        }),
    ),
  ];
}

const keyOf = ({ dimension, basis, bucket }: Place) => [dimension, basis, bucket];

const placed = (places: readonly Place[]): SQL => among('dimension, basis, bucket', places.map(keyOf));

/** However many keys, one parameter. @param names columns of the key */
function among(names: string, keys: readonly (string | number)[][]): SQL {
  const values = sql.raw(fieldsOf(names.split(',').length));
  return sql`(${sql.raw(names)}) in (select ${values} from json_each(${JSON.stringify(keys)}))`;
}

/** Rows that come as one parameter. @param width columns of each, in the order of the table */
const rowsOf = (rows: readonly unknown[][], width: number): SQL =>
  sql`select ${sql.raw(fieldsOf(width))} from json_each(${JSON.stringify(rows)}) where true`;

const fieldsOf = (width: number): string =>
  Array.from({ length: width }, (_, index) => `value ->> ${index}`).join(', ');
