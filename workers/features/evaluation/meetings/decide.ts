/** What a meeting decides. Each decision can become items of the action plan. */
import { and, eq, sql } from 'drizzle-orm';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import { changedMeanwhile, requireOpen, whileOpen } from './save.ts';
import { decisions } from './table.ts';

/** @throws AppError not_found, conflict when the meeting is closed or cancelled, key_reused */
export async function decide(
  to: Doer,
  meetingId: number,
  decision: string,
  key: string | undefined,
): Promise<void> {
  await requireOpen(to.db, meetingId);
  await once(to, { key, scope: `decision:${meetingId}`, body: { decision } }, decisions, (last) =>
    to.db.batch([
      to.db.insert(decisions).select(sql`
        select null, ${meetingId},
          (select coalesce(max(position), 0) + 1 from decisions where meeting_id = ${meetingId}),
          ${decision}, ${to.by}, ${to.now}, 1
        where ${whileOpen(meetingId)}`),
      last,
    ]),
  );
}

/** A decision of a meeting, and its version that the person saw. */
export interface Decided {
  meetingId: number;
  id: number;
  version: number;
}

/** @throws AppError not_found, conflict */
export async function editDecision(to: Doer, decided: Decided, decision: string): Promise<void> {
  await requireOpen(to.db, decided.meetingId);
  const changed = await to.db
    .update(decisions)
    .set({ decision, version: decided.version + 1 })
    .where(seen(decided))
    .returning({ id: decisions.id });
  if (changed.length === 0) throw await gone(to, decided);
}

/** While nothing was planned for it. @throws AppError not_found, conflict (also when an action carries it out) */
export async function removeDecision(to: Doer, decided: Decided): Promise<void> {
  await requireOpen(to.db, decided.meetingId);
  const removed = await to.db
    .delete(decisions)
    .where(and(seen(decided), sql`not exists (select 1 from actions where decision_id = ${decided.id})`))
    .returning({ id: decisions.id });
  if (removed.length === 0) throw await gone(to, decided);
}

const own = ({ id, meetingId }: Decided) => and(eq(decisions.id, id), eq(decisions.meetingId, meetingId));

const seen = (decided: Decided) =>
  and(own(decided), eq(decisions.version, decided.version), whileOpen(decided.meetingId));

async function gone({ db }: Doer, decided: Decided): Promise<AppError> {
  const rows = await db.select({ id: decisions.id }).from(decisions).where(own(decided));
  return rows.length === 0 ? new AppError('not_found') : changedMeanwhile();
}
