/** What others ask about logged posts: one that becomes a case, the files they keep, and counts for the evaluation. */
import { and, between, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Staff } from '../../../shared/permissions/people.ts';
import { seesAllPosts } from '../../../shared/permissions/rooms.ts';
import type { PostOutcome, PostPlatform } from '../../../shared/social-post.ts';
import { dropFile } from '../../cases/attachments/drop.ts';
import { cases, uploads } from '../../cases/table.ts';
import type { Db, Statement } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { open, openShown, seal } from '../../privacy/seal.ts';
import type { StoredFile } from '../files.ts';
import { shownOutcome } from './outcome.ts';
import { socialPosts } from './table.ts';

type PostRow = typeof socialPosts.$inferSelect;

/** A logged post as the form of assisted intake takes it over. */
export interface OpenPost {
  id: number;
  link: string;
  note: string | null;
  platform: PostPlatform;
  topic: string | null;
  area: string | null;
  screenshot: StoredFile | null;
}

/** Where a sealed column of a post lives; the row's number is not known before it is written. */
export const postPlace = (column: 'link' | 'note', linkIndex: string) => ({
  table: 'social_posts',
  column,
  row: linkIndex,
});

/** Rows that the person may see: a liaison those that he wrote himself. */
export function visibleTo(person: Staff): SQL | undefined {
  return seesAllPosts(person) ? undefined : eq(socialPosts.by, `staff:${person.id}`);
}

/** @returns the post, or null when there is none that this person may see */
export async function postFor(db: Db, keys: Keys, person: Staff, id: number): Promise<OpenPost | null> {
  const [found] = await db
    .select({ post: socialPosts, file: uploads })
    .from(socialPosts)
    .leftJoin(uploads, eq(uploads.id, socialPosts.screenshot))
    .where(and(eq(socialPosts.id, id), visibleTo(person)));
  if (!found) return null;
  const { post, file } = found;
  return {
    id: post.id,
    ...(await opened(keys, post)),
    platform: post.platform,
    topic: post.topic,
    area: post.area,
    screenshot: file ? { id: file.id, kind: file.kind, bytes: file.bytes } : null,
  };
}

/** For the list: what no key opens is said in its place. */
export const openedShown = (keys: Keys, post: Pick<PostRow, 'link' | 'note' | 'linkIndex'>) =>
  opened(keys, post, openShown);

/** @throws Unreadable */
export async function opened(
  keys: Keys,
  post: Pick<PostRow, 'link' | 'note' | 'linkIndex'>,
  way = open,
): Promise<{ link: string; note: string | null }> {
  return {
    link: (await way(keys, postPlace('link', post.linkIndex), post.link)) ?? '',
    note: await way(keys, postPlace('note', post.linkIndex), post.note),
  };
}

/**
 * Whether this person knows that the post is a case already: they see it, or made it themselves. Of a case that is not
 * theirs to know of nothing is told, not even by a refusal.
 */
export async function isCaseAlready(db: Db, person: Staff, id: number): Promise<boolean> {
  const [row] = await db
    .select({ shown: shownOutcome(person), caseId: socialPosts.caseId, by: cases.submittedBy })
    .from(socialPosts)
    .leftJoin(cases, eq(cases.id, socialPosts.caseId))
    .where(eq(socialPosts.id, id));
  return row !== undefined && row.caseId !== null && (row.shown !== null || row.by === `staff:${person.id}`);
}

/** For the batch of the submission: the post has become this case, unless it was one before. */
export function madeCase(db: Db, id: number, caseId: number): Statement {
  return db
    .update(socialPosts)
    .set({ outcome: 'made_case', caseId })
    .where(and(eq(socialPosts.id, id), isNull(socialPosts.caseId)));
}

/** Stands in place of an address that was erased. */
const ERASED_LINK = 'https://dihapus.invalid/';

/**
 * For the batch that erases the content of a case: the post that its reporter wrote, with what was noted about it. It is
 * still counted; other people's posts about the same thing are none of that case's.
 */
export async function forgetPost(db: Db, keys: Keys, caseId: number): Promise<Statement[]> {
  const posts = await db
    .select({ id: socialPosts.id, screenshot: socialPosts.screenshot })
    .from(socialPosts)
    .where(and(eq(socialPosts.caseId, caseId), eq(socialPosts.outcome, 'made_case')));
  const plans = posts.map(async ({ id, screenshot }) => {
    const linkIndex = `erased:${id}`;
    const link = (await seal(keys, postPlace('link', linkIndex), ERASED_LINK)) ?? '';
    return [
      db
        .update(socialPosts)
        .set({ link, linkIndex, note: null, screenshot: null })
        .where(eq(socialPosts.id, id)),
      ...(screenshot === null ? [] : [dropFile(db, screenshot)]),
    ];
  });
  return (await Promise.all(plans)).flat();
}

/** Addresses of the posts that became this case. */
export async function postLinksOf(db: Db, keys: Keys, caseId: number): Promise<string[]> {
  const posts = await db
    .select()
    .from(socialPosts)
    .where(and(eq(socialPosts.caseId, caseId), eq(socialPosts.outcome, 'made_case')));
  return Promise.all(posts.map(async (post) => (await opened(keys, post)).link));
}

/** For the sweep: no post keeps this file. */
export function isNoScreenshot(uploadId: typeof uploads.id): SQL {
  return sql`not exists (select 1 from ${socialPosts} where ${socialPosts.screenshot} = ${uploadId} and ${socialPosts.screenshot} is not null)`;
}

/** How many posts of a platform had an outcome; null = nobody has decided yet. */
export interface PostCount {
  platform: PostPlatform;
  outcome: PostOutcome | null;
  count: number;
}

/**
 * The true counts over a period (domain.md section 5: seen, answered, converted); whoever shows them hides small ones
 * (shared/small-counts.ts). Reads the rows of the period only.
 * @param fromDay, toDay local ISO dates, both included
 */
export async function postCounts(db: Db, fromDay: string, toDay: string): Promise<PostCount[]> {
  return db
    .select({
      platform: socialPosts.platform,
      outcome: socialPosts.outcome,
      count: sql<number>`count(*)`,
    })
    .from(socialPosts)
    .where(between(socialPosts.seenOn, fromDay, toDay))
    .groupBy(socialPosts.platform, socialPosts.outcome)
    .orderBy(socialPosts.platform, socialPosts.outcome);
}
