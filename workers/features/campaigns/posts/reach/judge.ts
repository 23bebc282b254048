/** The dry run of an import of reach: what each row would change. */
import { eq } from 'drizzle-orm';
import { postAddress } from '../../../../../shared/social-post.ts';
import type { Db } from '../../../../platform/db.ts';
import { placements } from '../../table.ts';
import { campaignPosts } from '../table.ts';
import type { ReachRow } from './rows.ts';

export type Verdict = 'changes' | 'same' | 'unknown' | 'several' | 'no_number' | 'twice';

export interface JudgedRow {
  row: number;
  verdict: Verdict;
  post: KnownPost | null;
  reach: number | null;
  on: string | null;
}

export interface KnownPost {
  id: number;
  title: string;
  channel: (typeof campaignPosts.$inferSelect)['channel'];
  version: number;
  reach: number | null;
  reachOn: string | null;
}

/** @param today local ISO date, for figures without a date of their own */
export async function judgeReach(db: Db, rows: readonly ReachRow[], today: string): Promise<JudgedRow[]> {
  const { byCode, byUrl } = await knownPosts(db);
  const seen = new Set<number>();
  return rows.map(({ row, code, url, reach, on }) => {
    const same = (url && postAddress(url)?.same) || '';
    const found = byCode.get(code ?? '') ?? byUrl.get(same);
    const post = found === 'several' ? null : (found ?? null);
    const judged = { row, post, reach, on: on ?? (post?.reach === reach ? post.reachOn : today) };
    const verdict = verdictOf(judged, found, seen);
    if (post) seen.add(post.id);
    return { ...judged, verdict };
  });
}

function verdictOf(
  { post, reach, on }: Omit<JudgedRow, 'verdict'>,
  found: KnownPost | 'several' | undefined,
  seen: ReadonlySet<number>,
): Verdict {
  if (found === 'several') return 'several';
  if (post === null) return 'unknown';
  if (reach === null) return 'no_number';
  if (seen.has(post.id)) return 'twice';
  return post.reach === reach && post.reachOn === on ? 'same' : 'changes';
}

/** All posts by code, and those that stand somewhere by their address. */
async function knownPosts(db: Db) {
  const byCode = new Map<string, KnownPost>();
  const byUrl = new Map<string, KnownPost | 'several'>();
  const rows = await db
    .select({ post: campaignPosts, code: placements.code })
    .from(campaignPosts)
    .innerJoin(placements, eq(placements.id, campaignPosts.placementId));
  for (const { post, code } of rows) {
    byCode.set(code, post);
    const same = post.url && postAddress(post.url)?.same;
    if (same) byUrl.set(same, byUrl.has(same) ? 'several' : post);
  }
  return { byCode, byUrl };
}
