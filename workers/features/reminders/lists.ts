/**
 * What is collected instead of sent singly: one digest a person on the morning of a working day, and one list a week for
 * the Bupati (domain.md section 3). The rows that stand in one are marked in the batch that writes the notices, under a
 * row of `meta` that only one of two sweeps can write: each list is made once.
 */
import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm';
import type { Staff } from '../../../shared/permissions/people.ts';
import type { PackDigest } from '../../../shared/regencies/types.ts';
import { caseAccused, cases } from '../../cases/table.ts';
import { inForce } from '../../clocks/rules.ts';
import { clockStages } from '../../clocks/table.ts';
import { type NewDelivery, outbox } from '../../messaging/outbox.ts';
import { DAY, MINUTE } from '../../platform/clock.ts';
import { commit, constraintOf, type Db } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { allStaff } from '../../regency/staff.ts';
import { type ActionRow, actionRows } from '../evaluation/actions/queries.ts';
import { approvalsOf, readProposals, type WaitingAnswer } from './approvals.ts';
import { type Concerned, concernedInAction, concernedInCase, receiversOf } from './recipients.ts';

/** Lines in one notice; the rest is told as a number. */
const LINES = 40;
/** Waiting stages looked at for one list; more of them wait for the next. */
const LOOK = 10_000;

type List = PackDigest['id'];
const kinds: Record<List, { way: 'digest' | 'weekly'; template: string }> = {
  daily: { way: 'digest', template: 'staff-digest' },
  weekly: { way: 'weekly', template: 'staff-weekly' },
};

/** A stage as it stands in the values of a notice: what its clock stands for, clock, history seq that started it, stage. */
export type Item = [subjectId: number, clock: string, startedSeq: number, stage: string];

/**
 * Makes the lists whose time has come. @param now epoch ms
 * @returns ids of the notices written
 */
export async function makeLists(db: Db, regency: Regency, now: number): Promise<string[]> {
  const today = regency.calendar.localDate(now);
  const written: string[] = [];
  for (const list of ['daily', 'weekly'] as const) {
    const [row] = inForce(
      regency.digests.filter((digest) => digest.id === list),
      today,
    );
    const since = row ? listDay(regency, list, row.at, now) : null;
    if (since !== null && !(await isMade(db, list, since)))
      written.push(...(await makeList(db, regency, list, today, now)));
  }
  return written;
}

/** @returns the local date since which this list is due, or null while it is not */
function listDay(regency: Regency, list: List, minutes: number, now: number): string | null {
  const { calendar } = regency;
  const today = calendar.localDate(now);
  if (!calendar.isWorkingDay(today) || !calendar.isOfficeTime(now)) return null;
  if (now < calendar.startOfDay(today) + minutes * MINUTE) return null;
  if (list === 'daily') return today;
  // Day 0, 1 January 1970, was a Thursday.
  const weekday = (Math.floor(Date.parse(`${today}T00:00:00Z`) / DAY) + 3) % 7;
  return calendar.localDate(now - weekday * DAY);
}

const nameOf = (list: List) => `listed:${list}`;

async function isMade(db: Db, list: List, since: string): Promise<boolean> {
  const [row] = await db
    .select({ value: meta.value })
    .from(meta)
    .where(eq(meta.key, nameOf(list)));
  return row !== undefined && row.value >= since;
}

async function makeList(db: Db, regency: Regency, list: List, today: string, now: number): Promise<string[]> {
  const [waiting, proposals] = await Promise.all([
    readWaiting(db, kinds[list].way),
    list === 'daily' ? readProposals(db) : [],
  ]);
  const [people, plan] = await Promise.all([
    waiting.length + proposals.length === 0 ? [] : allStaff(db, now),
    readPlan(db, waiting),
  ]);
  const letters = lettersOf(regency, list, today, now, { waiting, plan, proposals }, people);
  const [outcome] = await commit(db, [
    {
      statements: [
        // The second of two sweeps finds the key taken, and its batch aborts.
        db.insert(meta).values({ key: `${nameOf(list)}:${today}`, value: today }),
        db
          .insert(meta)
          .values({ key: nameOf(list), value: today })
          .onConflictDoUpdate({ target: meta.key, set: { value: today } }),
        db
          .delete(meta)
          .where(and(sql`${meta.key} >= ${`${nameOf(list)}:`}`, lt(meta.key, `${nameOf(list)}:${today}`))),
        ...markStatements(db, list, today, waiting),
        ...outbox(db, letters),
      ],
      result: null,
    },
  ]);
  if (outcome?.ok) return letters.map(({ id }) => id);
  if (outcome && constraintOf(outcome.error) === 'meta.key') return [];
  throw outcome?.error ?? new Error('nothing was written');
}

type Waiting = Awaited<ReturnType<typeof readWaiting>>[number];

/** Stages that wait for a list, the earliest due first. */
function readWaiting(db: Db, way: 'digest' | 'weekly') {
  return db
    .select({
      subject: clockStages.subject,
      subjectId: clockStages.subjectId,
      clock: clockStages.clock,
      startedSeq: clockStages.startedSeq,
      stage: clockStages.stage,
      dueAt: clockStages.dueAt,
      ofCase: {
        state: cases.state,
        holder: cases.holder,
        berkadar: cases.berkadar,
        routedAt: cases.routedAt,
        freed: cases.freed,
        aboutOfficial: cases.aboutOfficial,
        receivedAt: cases.receivedAt,
      },
      accused: sql<string>`(select json_group_array(${caseAccused.subject}) from ${caseAccused} where ${caseAccused.caseId} = ${cases.id})`,
    })
    .from(clockStages)
    .leftJoin(cases, and(eq(clockStages.subject, 'case'), eq(cases.id, clockStages.subjectId)))
    .where(
      and(
        eq(clockStages.way, way),
        isNull(clockStages.listedOn),
        // Written out as in the index, so that SQLite uses it.
        sql`${clockStages.outcome} = 'told' and ${clockStages.way} in ('digest', 'weekly')`,
      ),
    )
    .orderBy(asc(clockStages.dueAt))
    .limit(LOOK);
}

/** Items of the action plan that wait in a list, by id. */
async function readPlan(db: Db, waiting: readonly Waiting[]): Promise<Map<number, ActionRow>> {
  const ids = waiting.filter(({ subject }) => subject === 'action').map(({ subjectId }) => subjectId);
  const rows = ids.length === 0 ? [] : await actionRows(db, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Null for what is not there any more. */
function concernedIn(line: Waiting, plan: ReadonlyMap<number, ActionRow>): Concerned | null {
  if (line.ofCase) return concernedInCase(line.ofCase, JSON.parse(line.accused) as string[]);
  const action = line.subject === 'action' ? plan.get(line.subjectId) : undefined;
  return action ? concernedInAction(action) : null;
}

function lettersOf(
  regency: Regency,
  list: List,
  today: string,
  now: number,
  {
    waiting,
    plan,
    proposals,
  }: {
    waiting: readonly Waiting[];
    plan: ReadonlyMap<number, ActionRow>;
    proposals: readonly WaitingAnswer[];
  },
  people: readonly Staff[],
): NewDelivery[] {
  const approvals = approvalsOf(regency, proposals, people);
  const own = new Map<number, Map<string, Item>>();
  for (const line of waiting) {
    const concerned = concernedIn(line, plan);
    if (concerned === null) continue;
    const rung = list === 'daily' ? 'holder' : 'regent';
    for (const id of receiversOf(rung, concerned, people, regency.about).ids) {
      const lines = own.get(id) ?? new Map<string, Item>();
      // Of several stages of a case the last one read is the latest due; one line a case is enough.
      const { subject, subjectId, clock, startedSeq, stage } = line;
      lines.set(`${subject}:${subjectId}`, [subjectId, clock, startedSeq, stage]);
      own.set(id, lines);
    }
  }
  return [...new Set([...own.keys(), ...approvals.keys()])].map((id) => ({
    id: `list:${today}:${kinds[list].template}:staff:${id}`,
    caseId: null,
    template: kinds[list].template,
    recipient: `staff:${id}`,
    values: {
      items: [...(own.get(id)?.values() ?? [])].slice(0, LINES),
      approvals: (approvals.get(id) ?? []).slice(0, LINES).map(({ row }) => row.id),
      more: beyond(own.get(id)?.size) + beyond(approvals.get(id)?.length),
    },
    nextAt: now,
    createdAt: now,
  }));
}

/** Lines that do not stand in a notice. */
const beyond = (lines = 0): number => Math.max(0, lines - LINES);

function markStatements(db: Db, list: List, today: string, waiting: readonly Waiting[]) {
  const last = waiting.at(-1);
  if (!last) return [];
  return [
    db
      .update(clockStages)
      .set({ listedOn: today })
      .where(
        and(
          eq(clockStages.way, kinds[list].way),
          isNull(clockStages.listedOn),
          sql`${clockStages.outcome} = 'told' and ${clockStages.way} in ('digest', 'weekly')`,
          // What was not looked at waits for the next list.
          waiting.length === LOOK ? lt(clockStages.dueAt, last.dueAt) : undefined,
        ),
      ),
  ];
}
