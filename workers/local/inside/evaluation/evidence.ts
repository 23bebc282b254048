/** Evidence as an example of the work: some proofs fixed, three documents, one accepted, one sent back; the rest is open. */
import { eq } from 'drizzle-orm';
import type { IndicatorId } from '../../../../shared/evidence.ts';
import type { Doer } from '../../../features/doer.ts';
import { addDocument } from '../../../features/evaluation/evidence/documents.ts';
import { fixProofs } from '../../../features/evaluation/evidence/fix.ts';
import { readIndicator } from '../../../features/evaluation/evidence/queries.ts';
import { review } from '../../../features/evaluation/evidence/review.ts';
import { DAY } from '../../../platform/clock.ts';
import { staff } from '../../../regency/table.ts';
import { demoKey } from '../campaign/stage.ts';

/** Their proofs are fixed. */
const FIXED: readonly IndicatorId[] = ['spbe42', 'spbe43'];

/** Days ago. */
const UPLOADED = 20;

/** Nothing the second time. @param to who uploads, at the time of the load */
export async function collectEvidence(env: Env, to: Doer): Promise<void> {
  const { samplePapers, writeSample } = await import('./sample-papers.ts');
  const { calendar } = to.regency;
  const earlier: Doer = { ...to, now: calendar.nextOfficeTime(to.now - UPLOADED * DAY) };
  for (const paper of samplePapers) {
    const { criterion, title, number, datedAgo } = paper;
    const datedOn = calendar.localDate(to.now - datedAgo * DAY);
    const bytes = await writeSample(paper, to.regency, datedOn, earlier.now);
    await addDocument(env, earlier, criterion, { title, number, datedOn, bytes });
  }
  for (const id of FIXED) {
    const { criteria } = await readIndicator(to.db, id);
    await fixProofs(
      env,
      to,
      criteria.map(({ criterion }) => criterion),
    );
  }
  const reviewer: Doer = { ...to, by: await secretary(to) };
  for (const [n, { criterion, review: said }] of samplePapers.entries())
    if (said) await review(reviewer, criterion, said, demoKey(7100 + n));
}

/** Nobody reviews what they uploaded themselves. */
async function secretary({ db }: Doer): Promise<Doer['by']> {
  const [found] = await db.select({ id: staff.id }).from(staff).where(eq(staff.position, 'secretary'));
  if (!found) throw new Error('The demo has no secretary');
  return `staff:${found.id}`;
}
