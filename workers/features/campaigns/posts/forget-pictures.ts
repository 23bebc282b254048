/**
 * Pictures and clippings that no post and no article names: replaced ones, and those of forms that were never saved. One
 * picture may be of many posts, and one that was just stored is named a moment later: nothing goes on its first day.
 */
import { eq, sql } from 'drizzle-orm';
import { DAY } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db.ts';
import { meta } from '../../../platform/table.ts';
import { isPicture, PICTURES } from './picture.ts';

/** Objects looked at in one go. */
const LOOK = 500;

/** In `meta`: the key after which the next look begins, while there are more than one look takes. */
const META = 'pictures_looked';

/**
 * Rows read: all posts and articles.
 * @param at epoch ms
 * @throws when R2 or D1 did not answer; the next sweep goes on
 */
export async function forgetPictures(env: Pick<Env, 'FILES'>, db: Db, at: number): Promise<void> {
  const [mark] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, META));
  const from = mark?.value ?? '';
  const { objects, truncated } = await env.FILES.list({
    prefix: PICTURES,
    limit: LOOK,
    ...(from === '' ? {} : { startAfter: from }),
  });
  const old = objects.filter(({ key, uploaded }) => isPicture(key) && uploaded.getTime() <= at - DAY);
  if (old.length > 0) await env.FILES.delete(await unnamed(db, old));
  const next = truncated ? (objects.at(-1)?.key ?? '') : '';
  if (next === from) return;
  const row = { key: META, value: next };
  await db.insert(meta).values(row).onConflictDoUpdate({ target: meta.key, set: row });
}

async function unnamed(db: Db, objects: readonly { key: string }[]): Promise<string[]> {
  const keys = JSON.stringify(objects.map(({ key }) => key));
  const rows = await db.all<{ key: string }>(
    sql`select value as key from json_each(${keys}) where value not in (
      select ${PICTURES} || picture from campaign_posts where picture is not null
      union all select ${PICTURES} || clipping from media_articles where clipping is not null)`,
  );
  return rows.map(({ key }) => key);
}
