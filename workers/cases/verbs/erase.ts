/**
 * Erases personal data of a case for good (UU 27/2022; docs/privacy.md lists what goes and what stays). History, its chain
 * and every figure stay: digests keep, facts keep, only texts with their salts go.
 */
import { and, eq, gte, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { deliveries } from '../../messaging/table.ts';
import type { Plan, Statement } from '../../platform/db.ts';
import { newToken } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { seal } from '../../privacy/seal.ts';
import { erasureRequests, erasures } from '../../privacy/table.ts';
import { dropFiles } from '../attachments/drop.ts';
import { type Done, planChange } from '../change.ts';
import type { Ctx } from '../context.ts';
import type { CaseFile } from '../load.ts';
import { cases, contacts, entries } from '../table.ts';

export type Scope = (typeof erasures.$inferSelect)['scope'];
export type Why = (typeof erasures.$inferSelect)['why'];

export interface Erasing {
  scope: Scope;
  why: Why;
  /** Of an erasure that is known from its copy in R2, and is carried out again. */
  again?: { token: string; loggedAt: number };
  /** Statements of other tables that hold something of the case. */
  also?: Statement[];
}

/** Stands in place of the title. */
export const ERASED_TITLE = 'Isi laporan dihapus';

/** Facts that are words of the reporter all the same: what the rules found in the text, and the letter it came by. */
const traces = ['$.matched', '$.letterNumber', '$.letterDate', '$.occurredOn'] as const;

/**
 * @throws AppError conflict for the content of a case that is not over; only what a restored backup brought back is erased
 *   whatever its state
 */
export async function planErase(ctx: Ctx, file: CaseFile, erasing: Erasing): Promise<Plan<Done>> {
  const { row } = file;
  const { scope, why, again } = erasing;
  if (scope === 'content' && !again && !(await isOver(ctx, file)))
    throw new AppError('conflict', { detail: 'still_open' });
  const title = await seal(ctx.keys, { table: 'cases', column: 'title', row: row.id }, ERASED_TITLE);
  return planChange(ctx, file, {
    verb: 'erase',
    visibility: 'reporter',
    facts: { scope, why },
    ...(scope === 'content' ? { set: { title: title ?? '', sp4nLink: null, erasedAt: ctx.now } } : {}),
    also: [
      ...eraseContact(ctx, row.id),
      // First: what was decided about a request stands before what the erasure leaves of it.
      ...(erasing.also ?? []),
      ...(scope === 'content' ? eraseContent(ctx, file) : []),
      recordErasure(ctx, row.id, scope, why, again),
    ],
  });
}

/** Nothing is due in it any more, nor in the one it follows. */
export async function isOver(ctx: Pick<Ctx, 'db'>, { row }: Pick<CaseFile, 'row'>): Promise<boolean> {
  if (row.closedAt === null) return false;
  if (row.state !== 'merged' || row.parentId === null) return true;
  const [parent] = await ctx.db
    .select({ closedAt: cases.closedAt })
    .from(cases)
    .where(eq(cases.id, row.parentId));
  return parent?.closedAt != null;
}

/** Name, e-mail, phone and their indexes; and notices that now have no address. */
export function eraseContact(ctx: Ctx, caseId: number): Statement[] {
  return [
    ctx.db.delete(contacts).where(eq(contacts.caseId, caseId)),
    ctx.db
      .update(deliveries)
      .set({ status: 'skipped', reason: 'Kontak pelapor dihapus' })
      .where(
        and(
          // The ids of a case's notices begin with its id, and are the key.
          gte(deliveries.id, `${caseId}:`),
          lt(deliveries.id, `${caseId};`),
          eq(deliveries.recipient, 'reporter'),
          eq(deliveries.status, 'pending'),
        ),
      ),
  ];
}

/** Texts with their salts, files, and what was said about erasing them. */
function eraseContent(ctx: Ctx, { row }: CaseFile): Statement[] {
  const paths = sql.join(
    traces.map((path) => sql`${path}`),
    sql`, `,
  );
  const left = sql<string>`json_remove(${entries.facts}, ${paths})`;
  return [
    ctx.db
      .update(entries)
      .set({ words: null, salt: null, facts: left })
      .where(
        and(
          eq(entries.caseId, row.id),
          lte(entries.seq, row.version),
          or(sql`${entries.words} is not null`, sql`${entries.facts} <> ${left}`),
        ),
      ),
    ...dropFiles(ctx, row.id),
    ctx.db
      .update(erasureRequests)
      .set({
        reason: null,
        answer: null,
        decision: sql`ifnull(${erasureRequests.decision}, 'granted')`,
        decidedAt: sql`ifnull(${erasureRequests.decidedAt}, cast(${ctx.now} as integer))`,
        decidedBy: sql`ifnull(${erasureRequests.decidedBy}, ${ctx.actor})`,
        doneAt: ctx.now,
      })
      .where(and(eq(erasureRequests.caseId, row.id), isNull(erasureRequests.doneAt))),
  ];
}

/** The row by which an erasure is known, also after an older backup has brought back what it erased. */
export function recordErasure(
  ctx: Ctx,
  caseId: number,
  scope: Scope,
  why: Why,
  again?: Erasing['again'],
): Statement {
  const { token = newToken(), loggedAt = null } = again ?? {};
  return ctx.db.insert(erasures).values({ token, caseId, scope, why, by: ctx.actor, at: ctx.now, loggedAt });
}
