/**
 * Deputies: who acts for an absent colleague, from a first to a last local day. What the absent one may do in ordinary
 * cases the deputy may do meanwhile, and the history says for whom; accusations are handed over to nobody.
 */
import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import * as z from 'zod';
import { DAY } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import { AppError, type FieldProblem } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';
import { deputies, staff } from '../../regency/table.ts';
import type { SignedIn } from '../http.ts';
import { record } from './audit.ts';

/** Longer than a leave or a course takes; then somebody else gets the role (local). */
const LONGEST = 92 * DAY;

export const deputySchema = z.object({
  staffId: z.coerce.number().int().positive(),
  deputyId: z.coerce.number().int().positive(),
  from: z.iso.date(),
  to: z.iso.date(),
});

const away = alias(staff, 'away');
const columns = {
  id: deputies.id,
  staffId: deputies.staffId,
  deputyId: deputies.deputyId,
  away: away.name,
  deputy: staff.name,
  fromAt: deputies.fromAt,
  toAt: deputies.toAt,
};
export type DeputyLine = Awaited<ReturnType<typeof listDeputies>>[number];

/** Those that act now or will, of everybody or of one person on either side. @param now epoch ms */
export async function listDeputies(db: Db, now: number, of: number | null) {
  const side = of === null ? undefined : or(eq(deputies.staffId, of), eq(deputies.deputyId, of));
  return db
    .select(columns)
    .from(deputies)
    .innerJoin(staff, eq(staff.id, deputies.deputyId))
    .innerJoin(away, eq(away.id, deputies.staffId))
    .where(and(side, isNull(deputies.endedAt), gt(deputies.toAt, now)))
    .orderBy(desc(deputies.fromAt))
    .limit(100);
}

/**
 * Names a deputy: for oneself, or by an administrator for anybody.
 * @param now epoch ms
 * @throws AppError forbidden for somebody else's, invalid for people or days that cannot be
 */
export async function nameDeputy(
  db: Db,
  regency: Regency,
  by: SignedIn,
  input: z.output<typeof deputySchema>,
  now: number,
): Promise<void> {
  const { staffId, deputyId, from, to } = input;
  if (staffId !== by.id && !by.roles.includes('admin')) throw new AppError('forbidden');
  const { calendar } = regency;
  // Noon in Greenwich is the same day in all of Indonesia.
  const startOf = (date: string) => calendar.midnightBefore(Date.parse(`${date}T12:00:00Z`));
  const [fromAt, toAt] = [startOf(from), startOf(to) + DAY];
  const people = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.active, true), or(eq(staff.id, staffId), eq(staff.id, deputyId))));
  const wrong: FieldProblem[] = [];
  if (staffId === deputyId || !people.some(({ id }) => id === deputyId))
    wrong.push({ pointer: '/deputyId', message: 'field.deputy' });
  if (!people.some(({ id }) => id === staffId)) wrong.push({ pointer: '/staffId', message: 'field.invalid' });
  if (from < calendar.localDate(now)) wrong.push({ pointer: '/from', message: 'field.not_past' });
  if (toAt <= fromAt || toAt - fromAt > LONGEST) wrong.push({ pointer: '/to', message: 'field.deputy_days' });
  if (wrong.length > 0) throw new AppError('invalid', { fields: wrong });
  await db.batch([
    db.insert(deputies).values({ staffId, deputyId, fromAt, toAt, createdBy: by.id, createdAt: now }),
    record(db, `staff:${staffId}`, by.id, 'deputy', { deputy: deputyId, from, to }),
  ]);
}

/**
 * Ends it before its time; the deputy's next request is judged without it. Either side may, and an administrator.
 * @throws AppError not_found
 */
export async function endDeputy(db: Db, by: SignedIn, id: number, now: number): Promise<void> {
  const [row] = await db
    .select()
    .from(deputies)
    .where(and(eq(deputies.id, id), isNull(deputies.endedAt)));
  if (!row || !(by.roles.includes('admin') || [row.staffId, row.deputyId].includes(by.id)))
    throw new AppError('not_found');
  await db.batch([
    db
      .update(deputies)
      .set({ endedAt: now })
      .where(and(eq(deputies.id, id), isNull(deputies.endedAt))),
    record(db, `staff:${row.staffId}`, by.id, 'deputy_ended', { deputy: row.deputyId }),
  ]);
}
