/**
 * Writes posts. A change names the version it was made from; who comes second is told so. The tracked link is a placement
 * that follows its post: its program, where it leads, and that it is retired while the post is cancelled.
 */
import { and, eq, inArray, sql } from 'drizzle-orm';
import { postChannelNames } from '../../../../shared/i18n/campaign-messages.ts';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Doer } from '../../doer.ts';
import { once } from '../../once.ts';
import { requireProgram } from '../queries.ts';
import { insertPlacements, withCodes } from '../register/new-placements.ts';
import { forgetCodes } from '../scans/known.ts';
import { placements } from '../table.ts';
import type { NewPosts, PostInput, Publication, Reach } from './input.ts';
import { campaignPosts } from './table.ts';

type Row = typeof campaignPosts.$inferSelect;

/**
 * One post with its link for each channel, once for each key.
 * @param key UUID of the form or the call
 * @returns their ids in the order of the channels; `fresh` is false when the key has made them before
 * @throws AppError invalid at /program, key_reused when the key has made others
 */
export async function createPosts(
  to: Doer,
  posts: NewPosts,
  key: string | undefined,
): Promise<{ ids: number[]; fresh: boolean }> {
  const { db, by: createdBy, now: createdAt } = to;
  const { channels, target, program: campaignId, ...input } = posts;
  await requireProgram(db, campaignId);
  const slots = channels.map((channel) => `post:${key?.toLowerCase()}:${channel}`);
  let fresh = false;
  await once(to, { key, scope: 'posts', body: posts }, campaignPosts, async (last) => {
    await withCodes(channels.length, new Set(), (codes) => {
      const links = channels.map((channel, index) => ({
        ...{ kind: 'post' as const, ref: '', material: 'link' as const },
        ...{ name: linkName(channel, input.title), campaignId, target },
        slot: slots[index] ?? '',
        code: codes[index] ?? '',
      }));
      const rows = channels.map((channel, index) => {
        const placementId = sql`(select id from placements where slot = ${slots[index]})`;
        const row = { ...input, campaignId, channel, placementId, createdBy, createdAt };
        return db.insert(campaignPosts).values(row);
      });
      return db.batch([insertPlacements(db, links, createdAt), ...rows, last]);
    });
    fresh = true;
  });
  const made = await db
    .select({ id: campaignPosts.id })
    .from(campaignPosts)
    .innerJoin(placements, eq(placements.id, campaignPosts.placementId))
    .where(inArray(placements.slot, slots))
    .orderBy(campaignPosts.id);
  return { ids: made.map(({ id }) => id), fresh };
}

/** @throws AppError conflict, invalid at /program */
export async function editPost(
  db: Db,
  post: Pick<Row, 'id' | 'channel'>,
  version: number,
  { target, program: campaignId, ...input }: PostInput,
): Promise<void> {
  await requireProgram(db, campaignId);
  const link = { target, campaignId, name: linkName(post.channel, input.title) };
  await change(db, post.id, version, { ...input, campaignId }, link);
}

/** It stands there now. @param at epoch ms. @throws AppError conflict */
export async function publishPost(
  db: Db,
  post: Pick<Row, 'id' | 'cancelledAt'>,
  version: number,
  publication: { at: number; url: Publication['url'] } | null,
): Promise<void> {
  if (post.cancelledAt !== null) throw new AppError('conflict', { detail: 'post_cancelled' });
  await change(db, post.id, version, {
    publishedAt: publication?.at ?? null,
    url: publication?.url ?? null,
  });
}

/** A link that was cancelled leads to the plain form. @param at epoch ms; null takes the post up again */
export async function cancelPost(db: Db, id: number, version: number, at: number | null): Promise<void> {
  await change(db, id, version, { cancelledAt: at }, { retiredAt: at });
}

/** @throws AppError conflict */
export async function setReach(db: Db, id: number, version: number, reach: Reach): Promise<void> {
  await change(db, id, version, reach);
}

async function change(
  db: Db,
  id: number,
  version: number,
  set: Partial<Row>,
  link: Partial<typeof placements.$inferInsert> = {},
): Promise<void> {
  const seen = and(eq(campaignPosts.id, id), eq(campaignPosts.version, version));
  const own = db.select({ id: campaignPosts.placementId }).from(campaignPosts).where(seen);
  const write = db
    .update(campaignPosts)
    .set({ ...set, version: version + 1 })
    .where(seen)
    .returning({ id: campaignPosts.id });
  // The link first: once the post has its new version, nobody can tell who gave it.
  const done =
    Object.keys(link).length === 0
      ? await write
      : (await db.batch([db.update(placements).set(link).where(inArray(placements.id, own)), write]))[1];
  if (done.length === 0) throw new AppError('conflict', { detail: 'post_changed' });
  forgetCodes();
}

const linkName = (channel: Row['channel'], title: string): string => `${postChannelNames[channel]}: ${title}`;
