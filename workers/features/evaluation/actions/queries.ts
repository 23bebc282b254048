/** What is asked about the action plan. A regency has some tens of items a year. */
import { and, asc, desc, eq, gt, type SQL, sql } from 'drizzle-orm';
import {
  type ActionState,
  isClosed,
  isOverdue,
  type Measured,
  progressOf,
} from '../../../../shared/action.ts';
import type { Db } from '../../../platform/db.ts';
import type { Place } from '../../../privacy/seal.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { staff } from '../../../regency/table.ts';
import { programNames, reachedOf } from '../../campaigns/measure/queries.ts';
import { decisions, meetings } from '../meetings/table.ts';
import { actionFiles, actionSteps, actions } from './table.ts';

/** Of one item's history in one look. */
const MOST_STEPS = 200;
const MOST_MEETINGS = 40;
const MOST_DECISIONS = 100;

export type ActionRow = typeof actions.$inferSelect;

export interface ActionLine {
  row: ActionRow;
  /** What it carries out; null = it was planned without a meeting. */
  decision: { id: number; text: string } | null;
  meeting: { id: number; title: string; period: string } | null;
  /** Name of the account in charge. */
  owner: string | null;
  /** Name of the program it points to. */
  program: string | null;
  /** Null where its owner says how far it is. */
  measured: Measured | null;
  /** Percent, as measured or told. */
  progress: number;
  overdue: boolean;
}

/** What is looked for; without any of it, everything. */
export interface Sought {
  ids?: readonly number[];
  office?: string | undefined;
  state?: ActionState | undefined;
  overdue?: boolean;
  meetingId?: number | undefined;
  /** Only what carries out one of these. */
  decisionIds?: readonly number[];
}

/** By due, those with something left to do first. @param now epoch ms */
export async function actionsOf(
  db: Db,
  regency: Regency,
  now: number,
  sought: Sought = {},
): Promise<ActionLine[]> {
  const rows = await db
    .select({
      row: actions,
      decision: { id: decisions.id, text: decisions.decision },
      meeting: { id: meetings.id, title: meetings.title, period: meetings.period },
      owner: staff.name,
    })
    .from(actions)
    .leftJoin(decisions, eq(decisions.id, actions.decisionId))
    .leftJoin(meetings, eq(meetings.id, decisions.meetingId))
    .leftJoin(staff, eq(staff.id, actions.ownerId))
    .where(whereOf(sought))
    .orderBy(asc(actions.dueOn), asc(actions.id));
  const [counted, programs] = await Promise.all([measuresOf(db, regency, now, rows), programNames(db)]);
  const lines = rows.map((line): ActionLine => {
    const { id, state, dueOn, progress, campaignId } = line.row;
    const measured = counted.get(id) ?? null;
    const overdue = isOverdue(state, regency.calendar.endOfOffice(dueOn), now);
    const program = programs.get(campaignId ?? 0) ?? null;
    return { ...line, program, measured, progress: progressOf(progress, measured), overdue };
  });
  const open = (line: ActionLine) => (isClosed(line.row.state) ? 1 : 0);
  return lines.filter(({ overdue }) => !sought.overdue || overdue).sort((a, b) => open(a) - open(b));
}

function whereOf({ ids, office, state, meetingId, decisionIds }: Sought): SQL | undefined {
  const among = (column: typeof actions.id | typeof actions.decisionId, wanted: readonly number[]) =>
    sql`${column} in (select value from json_each(${JSON.stringify(wanted)}))`;
  return and(
    ids && among(actions.id, ids),
    decisionIds && among(actions.decisionId, decisionIds),
    office ? eq(actions.office, office) : undefined,
    state ? eq(actions.state, state) : undefined,
    meetingId === undefined ? undefined : eq(decisions.meetingId, meetingId),
  );
}

/** Meetings that decided something, the newest first; a regency holds some four a year. */
export function meetingsWithDecisions(db: Db): Promise<{ id: number; name: string }[]> {
  return db
    .select({ id: meetings.id, name: meetings.title })
    .from(meetings)
    .where(sql`exists (select 1 from ${decisions} where ${decisions.meetingId} = ${meetings.id})`)
    .orderBy(desc(meetings.startsAt))
    .limit(MOST_MEETINGS);
}

/** Decisions that an item may carry out, those of the newest meeting first. */
export function decisionsToChoose(db: Db) {
  return db
    .select({ id: decisions.id, decision: decisions.decision, meeting: meetings.title })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .orderBy(desc(meetings.startsAt), asc(decisions.position))
    .limit(MOST_DECISIONS);
}

/** Those items as they stand, for who reminds of them. */
export function actionRows(db: Db, ids: readonly number[]) {
  return db.select().from(actions).where(whereOf({ ids }));
}

/** Where the words of a step are sealed for. */
export const notePlace = (actionId: number, seq: number): Place => ({
  ...{ table: 'action_steps', column: 'note', row: `${actionId}:${seq}` },
});

export type StepRow = typeof actionSteps.$inferSelect;

/** The newest first; an item has a dozen. */
export function stepsOf(db: Db, actionId: number): Promise<StepRow[]> {
  return db
    .select()
    .from(actionSteps)
    .where(eq(actionSteps.actionId, actionId))
    .orderBy(desc(actionSteps.seq))
    .limit(MOST_STEPS);
}

export type FileRow = typeof actionFiles.$inferSelect;

/** Where the bytes of a file are sealed for. */
export const actionFilePlace = (id: string): Place => ({ table: 'action_files', column: 'object', row: id });

export function filesOf(db: Db, actionId: number): Promise<FileRow[]> {
  return db
    .select()
    .from(actionFiles)
    .where(eq(actionFiles.actionId, actionId))
    .orderBy(asc(actionFiles.uploadedAt), asc(actionFiles.id));
}

/** The next files in the bucket, for who seals them anew. */
export function actionFilesAfter(db: Db, after: string, limit: number) {
  return db
    .select({ id: actionFiles.id, object: actionFiles.objectKey })
    .from(actionFiles)
    .where(gt(actionFiles.id, after))
    .orderBy(asc(actionFiles.id))
    .limit(limit);
}

/** The item that a notice is about, by the notice's id; null for every other notice. */
export function actionIdOf(delivery: string): number | null {
  const id = /^action:(\d+):/.exec(delivery)?.[1];
  return id === undefined ? null : Number(id);
}

/** What the campaign counted for those that point to it, by id of the action. */
async function measuresOf(
  db: Db,
  regency: Regency,
  now: number,
  rows: readonly { row: ActionRow }[],
): Promise<Map<number, Measured>> {
  const pointing = rows.flatMap(({ row }) => (row.measure === null ? [] : [{ row, measure: row.measure }]));
  const wanted = pointing.map(({ row, measure }) => ({
    ...{ measure, campaignId: row.campaignId, goal: row.goal },
    since: regency.calendar.localDate(row.createdAt),
  }));
  const reached = await reachedOf(db, regency, wanted, now);
  return new Map(
    pointing.flatMap(({ row, measure }, i) => {
      const own = reached[i];
      return own ? [[row.id, { measure, ...own }] as const] : [];
    }),
  );
}
