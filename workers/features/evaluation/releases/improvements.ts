/** What was improved because of complaints: written, published, withdrawn. */
import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { isoDay } from '../../../../shared/settings/dates.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { requiredLine } from '../../fields.ts';
import { once } from '../../once.ts';
import { improvementById } from './queries.ts';
import { improvements } from './table.ts';

export const improvementSchema = z.strictObject({
  complaint: requiredLine(600),
  improvement: requiredLine(600),
  office: z
    .string()
    .nullish()
    .transform((value) => value || null),
  doneOn: z.string().transform((value, check) => {
    const day = isoDay(value);
    if (day !== null) return day;
    check.addIssue({ code: 'custom', message: value === '' ? 'field.required' : 'field.date' });
    return z.NEVER;
  }),
});
export type ImprovementInput = z.output<typeof improvementSchema>;

/** @returns its id. @throws AppError invalid, key_reused, unavailable */
export function addImprovement(to: Doer, input: ImprovementInput, key: string): Promise<number> {
  requireFacts(to, input);
  const row = { ...input, createdBy: to.by, createdAt: to.now };
  return once(to, { key, scope: 'improvement', body: input }, improvements, (last) =>
    to.db.batch([to.db.insert(improvements).values(row), last]),
  );
}

/** @param version that the person saw. @throws AppError not_found, invalid, conflict */
export async function editImprovement(
  to: Doer,
  id: number,
  input: ImprovementInput,
  version: number,
): Promise<void> {
  requireFacts(to, input);
  await change(to, id, version, input);
}

/** Doing it twice changes nothing. @throws AppError not_found */
export async function setPublished(to: Doer, id: number, published: boolean): Promise<void> {
  const row = await improvementById(to.db, id);
  if (!row) throw new AppError('not_found');
  if ((row.publishedAt !== null) === published) return;
  await change(to, id, row.version, { publishedAt: published ? to.now : null });
}

function requireFacts({ regency, now }: Doer, { office, doneOn }: ImprovementInput): void {
  if (office !== null && !regency.offices.has(office))
    throw new AppError('invalid', { fields: [{ pointer: '/office', message: 'field.office' }] });
  if (doneOn > regency.calendar.localDate(now))
    throw new AppError('invalid', { fields: [{ pointer: '/doneOn', message: 'field.not_yet_done' }] });
}

async function change(
  { db }: Doer,
  id: number,
  version: number,
  set: Partial<typeof improvements.$inferInsert>,
): Promise<void> {
  const changed = await db
    .update(improvements)
    .set({ ...set, version: version + 1 })
    .where(and(eq(improvements.id, id), eq(improvements.version, version)))
    .returning({ id: improvements.id });
  if (changed.length > 0) return;
  const row = await improvementById(db, id);
  if (!row) throw new AppError('not_found');
  throw new AppError('conflict', { detail: 'changed_meanwhile', version: row.version });
}
