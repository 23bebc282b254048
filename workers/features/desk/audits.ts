/** Inspektorat's draws of closed cases: made, listed, and how far each is. */
import { desc, eq, sql } from 'drizzle-orm';
import type { CaseState } from '../../../shared/lifecycle/states.ts';
import { isSecret } from '../../../shared/permissions/accusations.ts';
import { isAccused, type Staff } from '../../../shared/permissions/people.ts';
import { auditDraws, auditedCases, caseAccused, cases } from '../../cases/table.ts';
import { commit, constraintOf, type Db, unavailable } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { idempotencyKeys } from '../../platform/table.ts';
import { allStaff } from '../../regency/staff.ts';
import { drawCases, type Period } from './audit-draw.ts';

/** At most in one draw. */
export const MOST_DRAWN = 50;
const LISTED = 20;

export interface Draw extends Period {
  id: number;
  /** Epoch ms. */
  at: number;
  total: number;
  done: number;
  findings: number;
}

export interface DrawnCase {
  /** Null when it may not be known of (any more): it turned out to be an accusation, or accuses whoever looks. */
  code: string | null;
  state: CaseState;
  category: string | null;
  office: string | null;
  /** Epoch ms; null = open again. */
  closedAt: number | null;
  result: 'in_order' | 'finding' | null;
  decidedAt: number | null;
}

/** @returns the latest draws, newest first */
export async function listDraws(db: Db): Promise<Draw[]> {
  return drawsWhere(db, sql`true`);
}

/** Newest drawn cases that are looked at for those that wait. */
const WAITING = 500;

/** Ids of cases that wait in a draw; empty for whoever audits nothing. */
export async function drawnFor(db: Db, person: Staff): Promise<number[]> {
  if (!person.roles.includes('inspector')) return [];
  const newest = sql`(select case_id, result from audited_cases order by draw_id desc limit ${WAITING})`;
  const rows = await db.all<{ id: number }>(sql`select case_id as id from ${newest} where result is null`);
  return rows.map(({ id }) => id);
}

/** @returns the draw with its cases, or null when there is none */
export async function readDraw(
  db: Db,
  id: number,
  person: Staff,
): Promise<{ draw: Draw; drawn: DrawnCase[] } | null> {
  const ofDraw = sql`(select ${auditedCases.caseId} from ${auditedCases} where ${auditedCases.drawId} = ${id})`;
  const [[draw], rows, accused] = await Promise.all([
    drawsWhere(db, sql`${auditDraws.id} = ${id}`),
    db
      .select({ row: cases, result: auditedCases.result, decidedAt: auditedCases.decidedAt })
      .from(auditedCases)
      .innerJoin(cases, eq(cases.id, auditedCases.caseId))
      .where(eq(auditedCases.drawId, id))
      .orderBy(cases.closedAt, cases.id),
    db.select().from(caseAccused).where(sql`${caseAccused.caseId} in ${ofDraw}`),
  ]);
  if (!draw) return null;
  const drawn = rows.map(({ row, result, decidedAt }) => {
    const subjects = accused.filter(({ caseId }) => caseId === row.id).map(({ subject }) => subject);
    const shut = isSecret(row) || isAccused(person, subjects);
    const { code, state, category, office, closedAt } = row;
    return shut
      ? { code: null, state, category: null, office: null, closedAt: null, result, decidedAt }
      : { code, state, category, office, closedAt, result, decidedAt };
  });
  return { draw, drawn };
}

async function drawsWhere(db: Db, which: ReturnType<typeof sql>): Promise<Draw[]> {
  return db
    .select({
      id: auditDraws.id,
      at: auditDraws.at,
      from: auditDraws.fromAt,
      to: auditDraws.toAt,
      total: sql<number>`count(${auditedCases.caseId})`,
      done: sql<number>`count(${auditedCases.result})`,
      findings: sql<number>`total(${auditedCases.result} = 'finding')`,
    })
    .from(auditDraws)
    .leftJoin(auditedCases, eq(auditedCases.drawId, auditDraws.id))
    .where(which)
    .groupBy(auditDraws.id)
    .orderBy(desc(auditDraws.id))
    .limit(LISTED);
}

/**
 * Draws and keeps it, in one batch.
 * @param key HMAC of the form's key: sent twice, it is one draw
 * @returns the draw's id; null when no case can be drawn
 * @throws AppError conflict when this draw was made already, unavailable
 */
export async function makeDraw(
  db: Db,
  wanted: Period & { count: number; by: string; at: number; key: string },
  random: () => number,
): Promise<number | null> {
  const audits = (await allStaff(db, wanted.at)).filter((person) => person.roles.includes('inspector'));
  const ids = await drawCases(db, wanted, wanted.count, audits, random);
  if (ids.length === 0) return null;
  const last = sql`(select max(id) from ${auditDraws})`;
  const [outcome] = await commit(db, [
    {
      statements: [
        // No case yet: what repeats a case's request does not find it.
        db.insert(idempotencyKeys).values({ key: wanted.key, digest: '', caseId: 0, seq: 0, at: wanted.at }),
        db.insert(auditDraws).values({ by: wanted.by, at: wanted.at, fromAt: wanted.from, toAt: wanted.to }),
        db
          .insert(auditedCases)
          .select(sql`select ${last}, value, null, null, null from json_each(${JSON.stringify(ids)})`),
      ],
      result: null,
    },
  ]);
  if (outcome && !outcome.ok) {
    if (constraintOf(outcome.error)?.startsWith('idempotency')) throw new AppError('conflict');
    throw unavailable(outcome.error);
  }
  const [made] = await db
    .select({ id: sql<number>`max(${auditDraws.id})` })
    .from(auditDraws)
    .where(eq(auditDraws.by, wanted.by));
  return made?.id ?? null;
}
