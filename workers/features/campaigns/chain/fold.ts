/**
 * What cases add to the chain of their placement: submitted → accepted → settled → settled on time → confirmed. Every case that was
 * touched is judged anew, and the counts move by the difference to what it added before, so that a case that is opened
 * again, or turns out to be an accusation, takes back what it gave.
 */
import { and, desc, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { isSecret } from '../../../../shared/permissions/accusations.ts';
import type { Calendar } from '../../../../shared/working-time.ts';
import { type Fold, marksOf } from '../../../cases/fold.ts';
import { cases, history } from '../../../cases/table.ts';
import type { Db, Statement } from '../../../platform/db.ts';
import { addCounts } from '../scans/add-counts.ts';
import { placementCases, placements } from '../table.ts';

type CaseRow = typeof cases.$inferSelect;
type Contribution = typeof placementCases.$inferSelect;

/** The entry that closed a case last. */
interface Closing {
  verb: string;
  at: number;
}

export function placementFold(db: Db, calendar: Calendar): Fold {
  return {
    marks: marksOf(db, 'placements'),
    plan: async (caseIds) => {
      const found = await readPlaced(db, caseIds);
      // Nearly every case comes without a banner: then only the mark moves.
      if (found.length === 0) return [];
      const now = found.flatMap(({ row, placementId, closing }) =>
        contributes(row) && placementId !== null
          ? [contributionOf(row, placementId, closing, calendar.localDate(row.receivedAt))]
          : [],
      );
      return moveCounts(
        db,
        found.map(({ row }) => row.id),
        now,
      );
    },
  };
}

/**
 * May a case be counted at its placement? Small numbers of a village could point to who accused somebody, so an accusation
 * adds nothing (domain.md section 1): neither one that is known, nor one that its reporter says it is and nobody has freed,
 * nor any case before the router or a person has looked at it. Spam is left out of all rates.
 */
export function contributes(row: CaseRow): boolean {
  const examined = row.routedAt !== null || row.freed;
  return examined && !isSecret(row) && !(row.aboutOfficial && !row.freed) && !row.spam;
}

/** @param day local day of receipt */
export function contributionOf(
  row: CaseRow,
  placementId: number,
  closing: Closing | null,
  day: string,
): Contribution {
  const settled = row.state === 'resolved';
  // What an outside institution did is told to the reporter by the closing itself.
  const answered = closing?.verb === 'close_forwarded' ? closing.at : row.answeredAt;
  return {
    caseId: row.id,
    placementId,
    day,
    submitted: 1,
    accepted: Number(row.state !== 'archived' && (row.office !== null || row.outside !== null)),
    settled: Number(settled),
    settledOnTime: Number(settled && row.importedAt === null && answered !== null && answered <= row.dueAt),
    confirmed: Number(settled && closing?.verb === 'confirm'),
  };
}

const closers = ['confirm', 'settle', 'close_forwarded'];

async function readPlaced(db: Db, caseIds: readonly number[]) {
  const rows = await db
    .select({ row: cases, placementId: placements.id })
    .from(cases)
    .leftJoin(placements, eq(placements.code, sql`upper(${cases.placement})`))
    .where(and(inList(cases.id, caseIds), isNotNull(cases.placement)));
  const closed = rows.filter(({ row }) => row.state === 'resolved').map(({ row }) => row.id);
  const entries =
    closed.length === 0
      ? []
      : await db
          .select({ caseId: history.caseId, verb: history.verb, at: history.at })
          .from(history)
          .where(and(inList(history.caseId, closed), inArray(history.verb, closers)))
          .orderBy(desc(history.seq));
  return rows.map(({ row, placementId }) => ({
    row,
    placementId,
    closing: entries.find((entry) => entry.caseId === row.id) ?? null,
  }));
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

function inList(column: unknown, ids: readonly number[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}
