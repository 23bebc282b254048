/** What a case adds to a chain: submitted → accepted → settled → settled on time → confirmed. */
import { and, asc, inArray } from 'drizzle-orm';
import { countsAs } from '../../../cases/counted.ts';
import { cases, history } from '../../../cases/table.ts';
import type { Db } from '../../../platform/db.ts';
import { inList } from '../../../platform/in-list.ts';

/** Of a case, what decides. */
export const judgedColumns = {
  id: cases.id,
  state: cases.state,
  berkadar: cases.berkadar,
  holder: cases.holder,
  aboutOfficial: cases.aboutOfficial,
  freed: cases.freed,
  spam: cases.spam,
  routedAt: cases.routedAt,
  office: cases.office,
  outside: cases.outside,
  answeredAt: cases.answeredAt,
  dueAt: cases.dueAt,
  receivedAt: cases.receivedAt,
  importedAt: cases.importedAt,
  channel: cases.channel,
};

export type JudgedRow = Pick<typeof cases.$inferSelect, keyof typeof judgedColumns>;

/** The entry that closed a case last. */
export interface Closing {
  verb: string;
  at: number;
}

/** Each 0 or 1. */
export interface Links {
  submitted: number;
  accepted: number;
  settled: number;
  settledOnTime: number;
  confirmed: number;
}

/** Does a case count on a chain at all? */
export const contributes = (row: JudgedRow): boolean => countsAs(row) === 'report';

/** Links that a case has reached; an imported one has no promise of ours, so it is never on time. */
export function linksOf(row: JudgedRow, closing: Closing | null): Links {
  const settled = row.state === 'resolved';
  // What an outside institution did is told to the reporter by the closing itself.
  const answered = closing?.verb === 'close_forwarded' ? closing.at : row.answeredAt;
  return {
    submitted: 1,
    accepted: Number(row.state !== 'archived' && (row.office !== null || row.outside !== null)),
    settled: Number(settled),
    settledOnTime: Number(settled && row.importedAt === null && answered !== null && answered <= row.dueAt),
    confirmed: Number(settled && closing?.verb === 'confirm'),
  };
}

const closers = ['confirm', 'settle', 'close_forwarded'];

/** What closed each of these cases that are settled, the last time. One query, none when no case is. */
export async function closingsOf(db: Db, rows: readonly JudgedRow[]): Promise<Map<number, Closing>> {
  const closed = rows.filter(({ state }) => state === 'resolved').map(({ id }) => id);
  if (closed.length === 0) return new Map();
  const entries = await db
    .select({ caseId: history.caseId, verb: history.verb, at: history.at })
    .from(history)
    .where(and(inList(history.caseId, closed), inArray(history.verb, closers)))
    .orderBy(asc(history.seq));
  return new Map(entries.map(({ caseId, verb, at }) => [caseId, { verb, at }]));
}
