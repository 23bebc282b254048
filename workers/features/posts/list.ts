/**
 * The log as one person may see it, newest first, a page of a month at a time. That a post became an accusation is known
 * to nobody here, nor a case to those whom it accuses: such a post looks as if nobody had decided (domain.md section 1).
 */
import { and, between, desc, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Staff } from '../../../shared/permissions/people.ts';
import {
  type PostOutcome,
  type PostPlatform,
  postOutcomes,
  postPlatforms,
} from '../../../shared/social-post.ts';
import { cases } from '../../cases/table.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { staff } from '../../regency/table.ts';
import { shownOutcome } from './outcome.ts';
import { openedShown, visibleTo } from './queries.ts';
import { socialPosts } from './table.ts';

const PAGE = 25;

export interface PostFilter {
  /** "2026-11" */
  month: string;
  platform: PostPlatform | null;
  /** `open` = nobody has decided. */
  outcome: PostOutcome | 'open' | null;
}

export interface PostLine {
  id: number;
  link: string;
  note: string | null;
  platform: PostPlatform;
  topic: string | null;
  area: string | null;
  outcome: PostOutcome | null;
  screenshot: boolean;
  /** Who wrote it last: "staff:12", "key:3", and the name. */
  by: string;
  byName: string | null;
  seenOn: string;
  /** Epoch ms of the last change. */
  at: number;
}

/** @param asked as an address names them; anything else means no filter. @param today local ISO date */
export function filterOf(
  asked: { month?: string | undefined; platform?: string | undefined; outcome?: string | undefined },
  today: string,
): PostFilter {
  const month = asked.month ?? '';
  return {
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? month : today.slice(0, 7),
    platform: postPlatforms.find((one) => one === asked.platform) ?? null,
    outcome: asked.outcome === 'open' ? 'open' : (postOutcomes.find((one) => one === asked.outcome) ?? null),
  };
}

/** @param cursor of the page before; unreadable ones begin anew. One query; reads at most the posts of the month. */
export async function listPosts(
  db: Db,
  keys: Keys,
  person: Staff,
  filter: PostFilter,
  cursor?: string,
): Promise<{ posts: PostLine[]; next: string | null }> {
  const [, day = '', id = ''] = /^(\d{4}-\d\d-\d\d)_(\d{1,15})$/.exec(cursor ?? '') ?? [];
  const outcome = shownOutcome(person);
  const rows = await select(db, person)
    .where(
      and(
        between(socialPosts.seenOn, `${filter.month}-01`, `${filter.month}-31`),
        visibleTo(person),
        filter.platform ? eq(socialPosts.platform, filter.platform) : undefined,
        filter.outcome === 'open'
          ? isNull(outcome)
          : filter.outcome
            ? eq(outcome, filter.outcome)
            : undefined,
        day
          ? or(lt(socialPosts.seenOn, day), and(eq(socialPosts.seenOn, day), lt(socialPosts.id, Number(id))))
          : undefined,
      ),
    )
    .orderBy(desc(socialPosts.seenOn), desc(socialPosts.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return {
    posts: await Promise.all(shown.map((row) => lineOf(keys, row))),
    next: last ? `${last.post.seenOn}_${last.post.id}` : null,
  };
}

/** One line, or null when there is none that this person may see. */
export async function postLine(db: Db, keys: Keys, person: Staff, id: number): Promise<PostLine | null> {
  const [row] = await select(db, person).where(and(eq(socialPosts.id, id), visibleTo(person)));
  return row ? lineOf(keys, row) : null;
}

function select(db: Db, person: Staff) {
  return db
    .select({ post: socialPosts, outcome: shownOutcome(person), byName: staff.name })
    .from(socialPosts)
    .leftJoin(cases, eq(cases.id, socialPosts.caseId))
    .leftJoin(
      staff,
      sql`${staff.id} = cast(substr(${socialPosts.by}, 7) as integer) and ${socialPosts.by} like 'staff:%'`,
    )
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof select>>[number];

async function lineOf(keys: Keys, { post, outcome, byName }: Row): Promise<PostLine> {
  const { id, platform, topic, area, by, seenOn, at } = post;
  const screenshot = post.screenshot !== null;
  return {
    id,
    ...(await openedShown(keys, post)),
    platform,
    topic,
    area,
    outcome,
    screenshot,
    by,
    byName,
    seenOn,
    at,
  };
}
