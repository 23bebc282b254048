/** Items of the action plan in a digest or weekly list, read when it is sent: what was done meanwhile is not in it. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { formatDate, formatDueIn } from '../../../shared/text.ts';
import { clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';
import { anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { type ActionRow, actionRows } from '../evaluation/actions/queries.ts';
import type { Item } from './lists.ts';

export interface ActionLine {
  row: ActionRow;
  /** Epoch ms. */
  dueAt: number;
}

/** Those of the list whose clock still runs as it did, by due. */
export async function readActionLines(db: Db, items: readonly Item[]): Promise<ActionLine[]> {
  const own = items.filter(([, clock]) => clock === 'action');
  if (own.length === 0) return [];
  const wanted = sql`json_each(${JSON.stringify(own)})`;
  const [running, rows] = await db.batch([
    db
      .select({ id: clocks.subjectId, dueAt: clocks.dueAt })
      .from(clocks)
      .where(
        and(
          eq(clocks.subject, 'action'),
          sql`${clocks.subjectId} in (select value ->> 0 from ${wanted})`,
          sql`exists (select 1 from ${wanted} where value ->> 0 = ${clocks.subjectId} and value ->> 2 = ${clocks.startedSeq})`,
          isNull(clocks.stoppedAt),
        ),
      )
      .orderBy(clocks.dueAt),
    actionRows(
      db,
      own.map(([id]) => id),
    ),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return running.flatMap(({ id, dueAt }) => {
    const row = byId.get(id);
    return row ? [{ row, dueAt }] : [];
  });
}

/** "Pasang spanduk di setiap desa: Diskominfo-SP, 30 November 2026 (jatuh tempo hari ini)" */
export function actionLine(regency: Regency, { row, dueAt }: ActionLine, now: number): string {
  const office = anyOffice(regency, row.office);
  const left = formatDueIn(regency.calendar.workingDaysBetween(now, dueAt), dueAt < now);
  return `${row.activity}: ${office?.short ?? row.office}, ${formatDate(dueAt, regency.about.timeZone)} (${left})`;
}
