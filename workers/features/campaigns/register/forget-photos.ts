/**
 * Photos that go by themselves: those that no step of a life names, after a day, and the pictures of the others after a
 * year. Of these the row stays with its digest, so that an old photo never becomes a new proof.
 */
import { and, asc, eq, gt, lte, ne, sql } from 'drizzle-orm';
import { DAY } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db.ts';
import { meta } from '../../../platform/table.ts';
import { placementPhotos } from '../table.ts';
import { PICTURE_KEPT, photoIdAt } from './photos.ts';

const UNCLAIMED = DAY;
/** Unclaimed ones are looked for so far back: a machine may have slept. */
const LOOK_BACK = 30 * DAY;
/** Files removed in one go; R2 takes 1,000 keys in one call. */
const MOST = 500;

/** In `meta`: id up to which pictures are gone. */
const META = 'photos_forgotten';

/**
 * Rows read: the photos of the last 30 days, and those that go.
 * @param at epoch ms
 * @throws when R2 or D1 did not answer; the next sweep goes on
 */
export async function forgetPhotos(env: Pick<Env, 'FILES'>, db: Db, at: number): Promise<void> {
  await dropUnclaimed(env, db, at);
  await dropOld(env, db, at);
}

/** The digest goes first: from then on the same picture begins anew, and nobody can name the row that is leaving. */
async function dropUnclaimed(env: Pick<Env, 'FILES'>, db: Db, at: number): Promise<void> {
  const { id, placementId, uploadedAt, objectKey } = placementPhotos;
  const gone = await db
    .update(placementPhotos)
    .set({ digest: sql`'gone:' || ${id}` })
    .where(
      and(
        gt(id, photoIdAt(at - LOOK_BACK)),
        lte(id, photoIdAt(at - UNCLAIMED)),
        lte(uploadedAt, at - UNCLAIMED),
        sql`not exists (select 1 from placement_events e where e.placement_id = ${placementId} and e.photo = ${id})`,
      ),
    )
    .returning({ id, objectKey });
  if (gone.length === 0) return;
  await env.FILES.delete(gone.slice(0, MOST).map((row) => row.objectKey));
  const ids = JSON.stringify(gone.slice(0, MOST).map((row) => row.id));
  await db.delete(placementPhotos).where(sql`${id} in (select value from json_each(${ids}))`);
}

async function dropOld(env: Pick<Env, 'FILES'>, db: Db, at: number): Promise<void> {
  const [mark] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, META));
  const { id, objectKey } = placementPhotos;
  const old = await db
    .select({ id, objectKey })
    .from(placementPhotos)
    .where(and(gt(id, mark?.value ?? ''), lte(id, photoIdAt(at - PICTURE_KEPT)), ne(objectKey, '')))
    .orderBy(asc(id))
    .limit(MOST);
  const last = old.at(-1);
  if (!last) return;
  await env.FILES.delete(old.map((row) => row.objectKey));
  const ids = JSON.stringify(old.map((row) => row.id));
  await db.batch([
    db
      .update(placementPhotos)
      .set({ objectKey: '' })
      .where(sql`${id} in (select value from json_each(${ids}))`),
    db
      .insert(meta)
      .values({ key: META, value: last.id })
      .onConflictDoUpdate({ target: meta.key, set: { value: last.id } }),
  ]);
}
