/** What ties a case to SP4N-LAPOR!, the mandatory national system: its number and address there, and what was copied. */
import { and, eq, ne, sql } from 'drizzle-orm';
import * as z from 'zod';
import { standing } from '../../shared/permissions/index.ts';
import type { Statement } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import type { Keys } from '../privacy/keys.ts';
import { canOpen, open, seal } from '../privacy/seal.ts';
import { Unreadable } from '../privacy/unreadable.ts';
import type { Ctx } from './context.ts';
import { type CaseFile, type CaseRow, factsOf, loadCase } from './load.ts';
import { cases } from './table.ts';

/** Who works what came from an export: nobody of this Kanal, so it is in nobody's list of tasks. */
export const SP4N_DESK = '@sp4n';

/** A due that never comes (the first day of the year 9999, UTC): where Kanal promised nothing. Epoch ms. */
export const NEVER = Date.UTC(9999, 0, 1);

/** Tracking ID, as lapor.go.id shows it. */
export const sp4nNumber = z
  .string()
  .trim()
  .regex(/^\d{4,12}$/, { error: 'field.sp4n_number' });

/** Address of the report there; an empty one takes it away. */
export const sp4nLink = z
  .string()
  .trim()
  .max(300)
  .refine((text) => text === '' || isLaporAddress(text), { error: 'field.sp4n_link' })
  .optional();

/** Only lapor.go.id and what is below it, by https: the page makes a link of it. */
export function isLaporAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return false;
  return url.hostname === 'lapor.go.id' || url.hostname.endsWith('.lapor.go.id');
}

const place = (id: number) => ({ table: 'cases', column: 'sp4n_link', row: id });

/** Null also when no key opens it: a page makes a link of it. */
export const openLink = (keys: Keys, row: Pick<CaseRow, 'id' | 'sp4nLink'>): Promise<string | null> =>
  open(keys, place(row.id), row.sp4nLink).catch((error: unknown) => {
    if (error instanceof Unreadable) return null;
    throw error;
  });

/** What is still to be copied by hand: the report, its answer, or nothing. */
export type ToCopy = 'report' | 'answer' | null;

export function toCopy(row: Pick<CaseRow, 'sp4n' | 'answeredAt' | 'sp4nAnswerAt' | 'importedAt'>): ToCopy {
  if (row.importedAt !== null) return null;
  if (row.sp4n === null) return 'report';
  return (row.answeredAt ?? 0) > (row.sp4nAnswerAt ?? 0) ? 'answer' : null;
}

/** Columns of a case that got this number and, if one was given, this address. */
export async function numbered(ctx: Ctx, { row }: CaseFile, number: string, link: string | undefined) {
  // Another number was another report: its address does not fit any more.
  const unseen = !link && !(await canOpen(ctx.keys, place(row.id), row.sp4nLink));
  const kept = (link === undefined || unseen) && number === row.sp4n ? row.sp4nLink : null;
  return { sp4n: number, sp4nLink: (await seal(ctx.keys, place(row.id), link || null)) ?? kept };
}

/**
 * One number, one case; only cases that were merged share theirs. The statement stops two people who do it at once: it
 * aborts the batch like changed settings do, and planning it anew finds the other one.
 * @throws AppError invalid when another case has it, named only to those who may read it
 */
export async function claimNumber(ctx: Ctx, file: CaseFile, number: string): Promise<[Statement]> {
  const { row } = file;
  const others = and(
    eq(cases.sp4n, number),
    ne(cases.id, row.id),
    sql`ifnull(${cases.parentId}, ${cases.id}) <> ${row.parentId ?? row.id}`,
  );
  const [other] = await ctx.db.select({ code: cases.code }).from(cases).where(others).limit(1);
  if (other) {
    const found = await loadCase(ctx.db, other.code);
    const readable = found && ctx.staff && standing(ctx.staff, factsOf(found)) !== null;
    throw new AppError('invalid', {
      fields: [
        readable
          ? { pointer: '/number', message: 'field.sp4n_taken_by', values: { code: other.code } }
          : { pointer: '/number', message: 'field.sp4n_taken' },
      ],
    });
  }
  // In an array: an async function that returned the statement itself would run it.
  return [aloneWith(ctx, row, number)];
}

/** Aborts the batch when a case outside this one's family has the number. */
export function aloneWith(ctx: Ctx, row: Pick<CaseRow, 'id' | 'parentId'>, number: string): Statement {
  const taken = sql`exists (select 1 from cases other where other.sp4n = ${number} and other.id <> ${row.id}
    and ifnull(other.parent_id, other.id) <> ${row.parentId ?? row.id})`;
  return ctx.db
    .update(cases)
    .set({ settings: sql`null` })
    .where(and(eq(cases.id, row.id), taken));
}
