/** Writes articles. One gets a tracked link when somebody asks for it, e.g. to print it in an advertisement. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { unavailable } from '../../../../platform/db.ts';
import { AppError } from '../../../../platform/problem.ts';
import type { Doer } from '../../../doer.ts';
import { once } from '../../../once.ts';
import { requireProgram } from '../../queries.ts';
import { insertPlacements, withCodes } from '../../register/new-placements.ts';
import { placements } from '../../table.ts';
import { mediaArticles } from '../table.ts';
import type { ArticleInput } from './input.ts';
import { type Article, partnerById } from './queries.ts';

/** @returns its id; the same for a key that has made it before. @throws AppError invalid at /partnerId or /program */
export async function addArticle(to: Doer, input: ArticleInput, key: string | undefined): Promise<number> {
  const { program: campaignId, ...facts } = input;
  const { db, by: createdBy, now: createdAt } = to;
  await requirePartner(to, input.partnerId);
  await requireProgram(db, campaignId);
  return once(to, { key, scope: 'article', body: input }, mediaArticles, (last) =>
    db.batch([db.insert(mediaArticles).values({ ...facts, campaignId, createdBy, createdAt }), last]),
  );
}

/** @throws AppError conflict, invalid at /partnerId or /program */
export async function editArticle(
  to: Doer,
  article: Article,
  version: number,
  { program: campaignId, ...facts }: ArticleInput,
): Promise<void> {
  const { db } = to;
  if (facts.partnerId !== article.partnerId) await requirePartner(to, facts.partnerId);
  await requireProgram(db, campaignId);
  const seen = and(eq(mediaArticles.id, article.id), eq(mediaArticles.version, version));
  const own = db.select({ id: mediaArticles.placementId }).from(mediaArticles).where(seen);
  // The link first: once the article has its new version, nobody can tell who gave it.
  const [, done] = await db.batch([
    db.update(placements).set({ campaignId, name: facts.title }).where(inArray(placements.id, own)),
    db
      .update(mediaArticles)
      .set({ ...facts, campaignId, version: version + 1 })
      .where(seen)
      .returning({ id: mediaArticles.id }),
  ]);
  if (done.length === 0) throw new AppError('conflict', { detail: 'post_changed' });
}

/** One link for each article, whoever asks at the same moment. */
export async function linkArticle({ db, now }: Doer, article: Article): Promise<void> {
  if (article.placementId !== null) return;
  const slot = `article:${article.id}`;
  const link = { kind: 'article' as const, ref: '', material: 'link' as const, slot };
  try {
    await withCodes(1, new Set(), ([code = '']) =>
      db.batch([
        insertPlacements(db, [{ ...link, name: article.title, campaignId: article.campaignId, code }], now),
        db
          .update(mediaArticles)
          .set({ placementId: sql`(select id from placements where slot = ${slot})` })
          .where(and(eq(mediaArticles.id, article.id), isNull(mediaArticles.placementId))),
      ]),
    );
  } catch (error) {
    throw unavailable(error);
  }
}

/** An entry by mistake; one that has a link stays, because its code is never used again. @throws AppError conflict */
export async function removeArticle({ db }: Doer, id: number, version: number): Promise<void> {
  const done = await db
    .delete(mediaArticles)
    .where(
      and(eq(mediaArticles.id, id), eq(mediaArticles.version, version), isNull(mediaArticles.placementId)),
    )
    .returning({ id: mediaArticles.id });
  if (done.length === 0) throw new AppError('conflict', { detail: 'post_changed' });
}

async function requirePartner({ db }: Doer, id: number): Promise<void> {
  const partner = await partnerById(db, id);
  if (partner && partner.archivedAt === null) return;
  throw new AppError('invalid', { fields: [{ pointer: '/partnerId', message: 'field.partner' }] });
}
