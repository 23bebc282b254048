/**
 * Posts on social media by day and platform. A trigger notes the days on which something about them changed; these, and
 * their months, are counted anew. Counting and writing is one batch of SQL, so two at once do no harm.
 */
import { asc, sql } from 'drizzle-orm';
import { countNames } from '../../../../../shared/figures/counts.ts';
import type { Db } from '../../../../platform/db.ts';
import { figures, touchedPostDays } from '../table.ts';

/** Days in one sweep. */
const DAYS = 31;

const before = sql.raw(Array.from({ length: countNames.indexOf('seen') }, () => '0').join(', '));

/** @returns whether there are more */
export async function countPosts(db: Db): Promise<boolean> {
  const days = (await db.select().from(touchedPostDays).orderBy(asc(touchedPostDays.day)).limit(DAYS)).map(
    ({ day }) => day,
  );
  if (days.length === 0) return false;
  const months = [...new Set(days.map((day) => day.slice(0, 7)))];
  const among = JSON.stringify([...days, ...months]);
  const buckets = sql`(select value from json_each(${among}))`;
  // A month reaches from its first to its last day by text: "2026-07" < "2026-07-01" … "2026-07-31" < "2026-07~".
  const counted = sql`select bucket, platform, json_array(${before}, count(*), sum(outcome is 'answered'),
      sum(outcome is 'made_case' or outcome is 'already_case')) as counts
    from (select value as bucket from json_each(${among})) cross join social_posts
    where seen_on >= bucket and seen_on < bucket || '~' group by 1, 2`;
  await db.batch([
    db.delete(figures).where(sql`dimension = 'platform' and basis = 'seen' and bucket in ${buckets}`),
    db
      .insert(figures)
      .select(
        sql`select 'platform', 'seen', bucket, json_group_object(platform, json(counts)) from (${counted}) where true group by bucket`,
      ),
    db.delete(touchedPostDays).where(sql`day in ${buckets}`),
  ]);
  return days.length === DAYS;
}
