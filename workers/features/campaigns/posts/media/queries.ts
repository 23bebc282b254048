/** What is asked about media partners and what they published. */
import { and, asc, count, desc, eq, isNull, lt, or, type SQL } from 'drizzle-orm';
import { contactSchema } from '../../../../../shared/contract/complaint.ts';
import type { Db } from '../../../../platform/db.ts';
import type { Keys } from '../../../../privacy/keys.ts';
import { openShown, type Place } from '../../../../privacy/seal.ts';
import type { Link } from '../../queries.ts';
import { campaigns, placementCounts, placements } from '../../table.ts';
import { chainOf } from '../queries.ts';
import { mediaArticles, mediaPartners } from '../table.ts';
import type { Contact } from './input.ts';

type PartnerRow = typeof mediaPartners.$inferSelect;

/** Without who is spoken to there. */
export type Partner = Omit<PartnerRow, 'contact'>;

/** The row's number is not known before it is written. @param createdAt of the partner */
export const contactPlace = (createdAt: number): Place => ({
  table: 'media_partners',
  column: 'contact',
  row: createdAt,
});

export interface PartnerLine extends Partner {
  articles: number;
}

/** All of them, those that were put aside last. */
export async function listPartners(db: Db): Promise<PartnerLine[]> {
  const rows = await db
    .select({ partner: mediaPartners, articles: count(mediaArticles.id) })
    .from(mediaPartners)
    .leftJoin(mediaArticles, eq(mediaArticles.partnerId, mediaPartners.id))
    .groupBy(mediaPartners.id)
    .orderBy(asc(mediaPartners.archivedAt), asc(mediaPartners.name));
  return rows.map(({ partner: { contact: _, ...partner }, articles }) => ({ ...partner, articles }));
}

export async function partnerById(db: Db, id: number): Promise<PartnerRow | null> {
  const [row] = await db.select().from(mediaPartners).where(eq(mediaPartners.id, id));
  return row ?? null;
}

/** For those who run the campaign. What no key opens is said in place of the name. */
export async function contactOf(
  keys: Keys,
  { contact, createdAt }: Pick<PartnerRow, 'contact' | 'createdAt'>,
): Promise<Contact> {
  const opened = await openShown(keys, contactPlace(createdAt), contact);
  const nobody = { name: undefined, phone: undefined, email: undefined };
  if (opened === null) return nobody;
  try {
    return contactSchema.parse(JSON.parse(opened));
  } catch {
    return { ...nobody, name: opened };
  }
}

type ArticleRow = typeof mediaArticles.$inferSelect;

export interface Article extends ArticleRow {
  partner: string;
  kind: PartnerRow['kind'];
  program: string | null;
  /** Of its tracked link, where it has one. */
  code: string | null;
  chain: Record<Link, number>;
}

/** Articles of a page, and of a table to take away: more than a regency has in ten years. */
const PAGE = 50;
const MOST_TAKEN = 10_000;

export interface ArticlePage {
  articles: Article[];
  /** Cursor of the next page. */
  next: string | null;
}

/** Newest first. @param cursor "2026-11-27_12", of the page before; unreadable ones begin anew */
export async function listArticles(
  db: Db,
  asked: { partnerId?: number; cursor?: string | undefined },
): Promise<ArticlePage> {
  const [, day = '', id = ''] = /^(\d{4}-\d\d-\d\d)_(\d{1,15})$/.exec(asked.cursor ?? '') ?? [];
  const { publishedOn } = mediaArticles;
  const after = day
    ? or(lt(publishedOn, day), and(eq(publishedOn, day), lt(mediaArticles.id, Number(id))))
    : undefined;
  const ofPartner = asked.partnerId ? eq(mediaArticles.partnerId, asked.partnerId) : undefined;
  const rows = await read(db, and(ofPartner, after), PAGE + 1);
  const articles = rows.slice(0, PAGE);
  const last = rows.length > PAGE ? articles.at(-1) : undefined;
  return { articles, next: last ? `${last.publishedOn}_${last.id}` : null };
}

/** Of all time, newest first, for a table to take away. */
export const allArticles = (db: Db): Promise<Article[]> => read(db, undefined, MOST_TAKEN);

export async function articleById(db: Db, id: number): Promise<Article | null> {
  const [article] = await read(db, eq(mediaArticles.id, id), 1);
  return article ?? null;
}

async function read(db: Db, which: SQL | undefined, most: number): Promise<Article[]> {
  const rows = await db
    .select({
      article: mediaArticles,
      partner: mediaPartners.name,
      kind: mediaPartners.kind,
      program: campaigns.name,
      code: placements.code,
      counts: placementCounts,
    })
    .from(mediaArticles)
    .innerJoin(mediaPartners, eq(mediaPartners.id, mediaArticles.partnerId))
    .leftJoin(campaigns, eq(campaigns.id, mediaArticles.campaignId))
    .leftJoin(placements, eq(placements.id, mediaArticles.placementId))
    .leftJoin(
      placementCounts,
      and(eq(placementCounts.day, '*'), eq(placementCounts.placementId, mediaArticles.placementId)),
    )
    .where(which)
    .orderBy(desc(mediaArticles.publishedOn), desc(mediaArticles.id))
    .limit(most);
  return rows.map(({ article, counts, ...more }) => ({ ...article, ...more, chain: chainOf(counts) }));
}

/** Partners that may be chosen. */
export const openPartners = (db: Db): Promise<{ id: number; name: string }[]> =>
  db
    .select({ id: mediaPartners.id, name: mediaPartners.name })
    .from(mediaPartners)
    .where(isNull(mediaPartners.archivedAt))
    .orderBy(asc(mediaPartners.name));
