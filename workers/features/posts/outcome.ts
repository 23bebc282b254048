/** What a post became, as far as one person may know. */
import { type SQL, sql } from 'drizzle-orm';
import { secretHolders } from '../../../shared/permissions/accusations.ts';
import { identitiesOf, type Staff } from '../../../shared/permissions/people.ts';
import type { PostOutcome } from '../../../shared/social-post.ts';
import { caseAccused, cases } from '../../cases/table.ts';
import { socialPosts } from './table.ts';

/** Null also where the case is not for this person to know of; `cases` is joined by the post's case. */
export function shownOutcome(person: Staff): SQL<PostOutcome | null> {
  const subjects = identitiesOf(person).flatMap(({ id, offices }) => [
    `staff:${id}`,
    ...offices.map((office) => `office:${office}`),
  ]);
  return sql<PostOutcome | null>`case
    when ${socialPosts.caseId} is null then ${socialPosts.outcome}
    when ${cases.routedAt} is null or ${cases.berkadar} = 1 or ${cases.state} = 'held'
      or ${cases.holder} in (select value from json_each(${JSON.stringify(secretHolders)})) then null
    when exists (select 1 from ${caseAccused} where ${caseAccused.caseId} = ${cases.id}
      and ${caseAccused.subject} in (select value from json_each(${JSON.stringify(subjects)}))) then null
    else ${socialPosts.outcome} end`;
}
