/** What a reviewer says of a criterion. Nobody reviews what they uploaded themselves. */
import { sql } from 'drizzle-orm';
import { constraintOf } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import { type DocumentRow, type Review, readCriterion } from './queries.ts';
import { evidenceReviews } from './table.ts';

export type ReviewInput = Pick<Review, 'verdict' | 'note'>;

/** @param documents of the criterion, withdrawn ones too: they may come back after the review */
export const uploadedHere = (documents: readonly DocumentRow[], by: string): boolean =>
  documents.some(({ uploadedBy }) => uploadedBy === by);

/**
 * @param key the form's Idempotency-Key
 * @throws AppError not_found, conflict (evidence_own, evidence_none), key_reused, unavailable
 */
export async function review(to: Doer, criterion: string, input: ReviewInput, key: string): Promise<void> {
  const { artefacts, documents } = await readCriterion(to.db, criterion);
  if (artefacts.length + documents.length === 0) throw new AppError('conflict', { detail: 'evidence_none' });
  // A review without a verdict is the refusal of one's own, also when the document comes in this very moment.
  const verdict = sql<Review['verdict']>`case when not exists (select 1 from evidence_documents d
    where d.criterion = ${criterion} and d.uploaded_by = ${to.by}) then ${input.verdict} end`;
  const row = { criterion, verdict, note: input.note, by: to.by, at: to.now };
  await once(to, { key, scope: 'evidence_review', body: { criterion, ...input } }, evidenceReviews, (last) =>
    to.db.batch([to.db.insert(evidenceReviews).values(row), last]).catch((error: unknown) => {
      if (constraintOf(error) !== 'evidence_reviews.verdict') throw error;
      throw new AppError('conflict', { detail: 'evidence_own' });
    }),
  );
}
