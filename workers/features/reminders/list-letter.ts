/** The lines of a digest or weekly list, written when it is sent: what was done meanwhile is not in it any more. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { clockName } from '../../../shared/lifecycle/clock-names.ts';
import { isSecret } from '../../../shared/permissions/accusations.ts';
import { standing } from '../../../shared/permissions/index.ts';
import { isAccused, type Staff } from '../../../shared/permissions/people.ts';
import { formatDate, formatDueIn, formatNumber } from '../../../shared/text.ts';
import { factsOf, isExamined } from '../../cases/load.ts';
import { caseAccused, cases } from '../../cases/table.ts';
import { clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';
import { anyOffice } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { allStaff, readStaff } from '../../regency/staff.ts';
import { approvalsOf, readProposals, type WaitingAnswer } from './approvals.ts';
import { actionLine, readActionLines } from './list-actions.ts';
import type { Item } from './lists.ts';

/** What the outbox keeps of a list. */
export interface ListValues {
  items: Item[];
  /** Ids of cases whose answer waits for this person; absent in lists that an older Kanal wrote. */
  approvals?: number[];
  more: number;
}

/**
 * @param now epoch ms
 * @returns null when nothing is left that this person may be told
 */
export async function listLetter(
  db: Db,
  regency: Regency,
  template: string,
  staffId: number,
  values: ListValues,
  now: number,
): Promise<{ count: string; list: string } | null> {
  const [person, lines, plan, approvals] = await Promise.all([
    readStaff(db, staffId, now),
    readLines(db, values.items),
    readActionLines(db, values.items),
    stillWaiting(db, regency, staffId, values.approvals ?? [], now),
  ]);
  if (!person) return null;
  const weekly = template === 'staff-weekly';
  const shown = lines.filter((line) => mayBeTold(person, line, weekly));
  if (shown.length + plan.length + approvals.length === 0) return null;
  const told = shown.map((line) => (weekly ? weeklyLine(regency, line, now) : dailyLine(regency, line, now)));
  const parts = [
    listed(told),
    ...(approvals.length > 0
      ? [
          `Menunggu persetujuan Anda:\n${listed(approvals.map((answer) => approvalLine(regency, answer, now)))}`,
        ]
      : []),
    ...(plan.length > 0
      ? [`Rencana aksi:\n${listed(plan.map((line) => actionLine(regency, line, now)))}`]
      : []),
    ...(values.more > 0 ? [`Dan ${formatNumber(values.more)} lagi; lihat kotak masuk.`] : []),
  ];
  // A case that is due and waits for approval is one case.
  const codes = new Set([...shown, ...approvals].map(({ row }) => row.code));
  return {
    count: formatNumber(codes.size + plan.length + values.more),
    list: parts.filter(Boolean).join('\n\n'),
  };
}

const listed = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');

/** Of these the answers that this person may still approve. */
async function stillWaiting(
  db: Db,
  regency: Regency,
  staffId: number,
  ids: readonly number[],
  now: number,
): Promise<WaitingAnswer[]> {
  if (ids.length === 0) return [];
  const [waiting, people] = await Promise.all([readProposals(db, ids), allStaff(db, now)]);
  return approvalsOf(regency, waiting, people).get(staffId) ?? [];
}

type Line = Awaited<ReturnType<typeof readLines>>[number];

/** Clocks of the list that still run, by due; at most so many rows as the list has lines. */
function readLines(db: Db, items: readonly Item[]) {
  const wanted = sql`json_each(${JSON.stringify(items)})`;
  return db
    .select({
      row: cases,
      clock: clocks.clock,
      dueAt: clocks.dueAt,
      warnAt: clocks.warnAt,
      accused: sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused} where ${caseAccused.caseId} = ${cases.id})`,
    })
    .from(cases)
    .innerJoin(clocks, and(eq(clocks.subject, 'case'), eq(clocks.subjectId, cases.id)))
    .where(
      and(
        sql`${cases.id} in (select value ->> 0 from ${wanted})`,
        sql`exists (select 1 from ${wanted} where value ->> 0 = ${cases.id} and value ->> 1 = ${clocks.clock} and value ->> 2 = ${clocks.startedSeq})`,
        isNull(clocks.stoppedAt),
        isNull(clocks.pausedAt),
      ),
    )
    .orderBy(clocks.dueAt);
}

/** A digest tells only what its reader may open; the weekly list of an accusation has number and days, and no accused. */
function mayBeTold(person: Staff, line: Line, weekly: boolean): boolean {
  const accused = JSON.parse(line.accused) as string[];
  if (isAccused(person, accused)) return false;
  return weekly || standing(person, factsOf({ row: line.row, accused, copies: [] })) !== null;
}

function approvalLine(regency: Regency, { row, at }: WaitingAnswer, now: number): string {
  const { timeZone } = regency.about;
  const left = formatDueIn(regency.calendar.workingDaysBetween(now, row.nextDueAt), row.nextDueAt < now);
  return `${row.code}: jawaban diusulkan ${formatDate(at, timeZone)}, batas waktu ${formatDate(row.nextDueAt, timeZone)} (${left})`;
}

function dailyLine(regency: Regency, line: Line, now: number): string {
  const due = line.warnAt ?? line.dueAt;
  const left = formatDueIn(regency.calendar.workingDaysBetween(now, due), due < now);
  return `${line.row.code}: ${clockName(line.clock)}, ${formatDate(due, regency.about.timeZone)} (${left})`;
}

function weeklyLine(regency: Regency, line: Line, now: number): string {
  const late = Math.max(0, regency.calendar.workingDaysBetween(line.dueAt, now));
  const days = `lewat ${formatNumber(late)} hari kerja`;
  if (isSecret(line.row) || !isExamined(line.row)) return `${line.row.code}: ${days}`;
  const office = anyOffice(regency, line.row.office ?? regency.about.adminOffice)?.name ?? '';
  return `${line.row.code}: ${office}, ${clockName(line.clock)}, ${days}`;
}
