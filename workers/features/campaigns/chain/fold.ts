/**
 * What cases add to the chain of their placement. Every case that was touched is judged anew, and the counts move by the
 * difference to what it added before, so that a case that is opened again, or turns out to be an accusation, takes back
 * what it gave.
 */
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Calendar } from '../../../../shared/working-time.ts';
import { type Fold, marksOf } from '../../../cases/fold.ts';
import { cases } from '../../../cases/table.ts';
import type { Db, Statement } from '../../../platform/db.ts';
import { inList } from '../../../platform/in-list.ts';
import { addCounts } from '../scans/add-counts.ts';
import { placementCases, placements } from '../table.ts';
import { closingsOf, contributes, judgedColumns, linksOf } from './judge.ts';

type Contribution = typeof placementCases.$inferSelect;

export function placementFold(db: Db, calendar: Calendar): Fold {
  return {
    marks: marksOf(db, 'placements'),
    plan: async (caseIds) => {
      const found = await db
        .select({ row: judgedColumns, placementId: placements.id })
        .from(cases)
        .leftJoin(placements, eq(placements.code, sql`upper(${cases.placement})`))
        .where(and(inList(cases.id, caseIds), isNotNull(cases.placement)));
      // Nearly every case comes without a banner: then only the mark moves.
      if (found.length === 0) return [];
      const rows = found.map(({ row }) => row);
      const closings = await closingsOf(db, rows);
      const now = found.flatMap(({ row, placementId }): Contribution[] => {
        if (!contributes(row) || placementId === null) return [];
        const links = linksOf(row, closings.get(row.id) ?? null);
        return [{ caseId: row.id, placementId, day: calendar.localDate(row.receivedAt), ...links }];
      });
      return moveCounts(
        db,
        rows.map(({ id }) => id),
        now,
      );
    },
  };
}

/** Three statements: counts move by new minus old, then new takes the place of old. */
function moveCounts(db: Db, caseIds: readonly number[], now: readonly Contribution[]): Statement[] {
  const added = sql`select ${fields} from json_each(${JSON.stringify(now)})`;
  const old = sql`select case_id, placement_id, day, submitted, accepted, settled, settled_on_time, confirmed
    from ${placementCases} where ${inList(placementCases.caseId, caseIds)}`;
  const moved = sql`select iif(part.whole, '*', day), placement_id, 0, 0, 0, 0, sum(sign * submitted),
      sum(sign * accepted), sum(sign * settled), sum(sign * settled_on_time), sum(sign * confirmed)
    from (select 1 as sign, * from (${added}) union all select -1, * from (${old})),
      (select 0 as whole union all select 1) as part
    where true group by 1, 2
    having sum(sign * submitted) <> 0 or sum(sign * accepted) <> 0 or sum(sign * settled) <> 0
      or sum(sign * settled_on_time) <> 0 or sum(sign * confirmed) <> 0`;
  return [
    addCounts(db, moved),
    db.delete(placementCases).where(inList(placementCases.caseId, caseIds)),
    ...(now.length > 0 ? [db.insert(placementCases).select(added)] : []),
  ];
}

/** In the order of the columns of `placement_cases`. */
const fields = sql.raw(
  [
    ['caseId', 'case_id'],
    ['placementId', 'placement_id'],
    ['day', 'day'],
    ['submitted', 'submitted'],
    ['accepted', 'accepted'],
    ['settled', 'settled'],
    ['settledOnTime', 'settled_on_time'],
    ['confirmed', 'confirmed'],
  ]
    .map(([name, column]) => `value ->> '${name}' as ${column}`)
    .join(', '),
);
