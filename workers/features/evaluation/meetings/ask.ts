/** The questions of a meeting: written by hand, changed, left out, and answered. */
import { and, eq, sql } from 'drizzle-orm';
import { AppError } from '../../../platform/problem.ts';
import { seal } from '../../../privacy/seal.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import type { QuestionInput } from './input.ts';
import { answerPlace } from './queries.ts';
import { changedMeanwhile, requireOpen, whileOpen } from './save.ts';
import { meetingQuestions } from './table.ts';

/** A question of a meeting, and its version that the person saw. */
export interface Asked {
  meetingId: number;
  id: number;
  version: number;
}

/** @throws AppError not_found, invalid, conflict when the meeting is closed or cancelled, key_reused */
export async function addQuestion(
  to: Doer,
  meetingId: number,
  input: QuestionInput,
  key: string | undefined,
): Promise<void> {
  await requireOpen(to.db, meetingId);
  const { question, office } = known(to, input);
  await once(to, { key, scope: `question:${meetingId}`, body: input }, meetingQuestions, (last) =>
    to.db.batch([
      to.db.insert(meetingQuestions).select(sql`
        select null, ${meetingId}, null, ${office}, ${question}, null,
          (select coalesce(max(position), 0) + 1 from meeting_questions where meeting_id = ${meetingId}), 0, 1
        where ${whileOpen(meetingId)}`),
      last,
    ]),
  );
}

/** @throws AppError not_found, invalid, conflict */
export const editQuestion = async (to: Doer, asked: Asked, input: QuestionInput): Promise<void> =>
  change(to, asked, known(to, input));

/** Left out of the pack and the meeting; nothing is lost. @throws AppError not_found, conflict */
export const dropQuestion = (to: Doer, asked: Asked, dropped: boolean): Promise<void> =>
  change(to, asked, { dropped });

/** What was answered in the meeting, sealed. @throws AppError not_found, conflict */
export const answerQuestion = async (to: Doer, asked: Asked, answer: string): Promise<void> =>
  change(to, asked, { answer: answer === '' ? null : await seal(to.keys, answerPlace(asked.id), answer) });

async function change(
  to: Doer,
  { meetingId, id, version }: Asked,
  set: Partial<typeof meetingQuestions.$inferInsert>,
): Promise<void> {
  await requireOpen(to.db, meetingId);
  const own = and(eq(meetingQuestions.id, id), eq(meetingQuestions.meetingId, meetingId));
  const changed = await to.db
    .update(meetingQuestions)
    .set({ ...set, version: version + 1 })
    .where(and(own, eq(meetingQuestions.version, version), whileOpen(meetingId)))
    .returning({ id: meetingQuestions.id });
  if (changed.length > 0) return;
  const rows = await to.db.select({ id: meetingQuestions.id }).from(meetingQuestions).where(own);
  throw rows.length === 0 ? new AppError('not_found') : changedMeanwhile();
}

function known({ regency }: Doer, input: QuestionInput): QuestionInput {
  if (input.office !== null && !regency.offices.has(input.office))
    throw new AppError('invalid', { fields: [{ pointer: '/office', message: 'field.office' }] });
  return input;
}
