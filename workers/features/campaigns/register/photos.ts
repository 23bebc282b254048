/** Photos that prove that something hangs: cleaned, sealed in the bucket, and each good for one proof only. */
import { and, eq } from 'drizzle-orm';
import { PHOTO_HOLDS_DAYS } from '../../../../shared/campaign.ts';
import { type TimeZone, ZONE_OFFSET } from '../../../../shared/working-time.ts';
import { type CleanResult, cleanAttachment } from '../../../cases/attachments/clean/index.ts';
import { photoTaken } from '../../../cases/attachments/clean/taken.ts';
import { DAY, MINUTE } from '../../../platform/clock.ts';
import { constraintOf, type Db, unavailable } from '../../../platform/db.ts';
import { newToken } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { loadKeys } from '../../../privacy/keys.ts';
import { sealBytes } from '../../../privacy/seal.ts';
import { digestOf } from '../../files.ts';
import { photoPlace } from '../queries.ts';
import { placementEvents, placementPhotos } from '../table.ts';

export interface NewPhoto {
  placementId: number;
  bytes: Uint8Array;
  /** When it was taken as the phone says it (epoch ms); counts where the photo itself does not say. */
  takenAt?: number | null;
  /** As in the placement's life: "staff:12", "link:3". */
  by: string;
  /** Key of the step it is sent for: the same send again is answered as the first time. */
  key?: string | null;
  /** Epoch ms. */
  now: number;
  zone: TimeZone;
}

export interface StoredPhoto {
  id: string;
  /** Epoch ms, never later than now. */
  takenAt: number;
}

/** Ids begin with the time, so that the sweep finds old ones without looking at all. */
export const photoIdAt = (ms: number): string => ms.toString(16).padStart(12, '0');

/** A picture goes after so long; its row stays. */
export const PICTURE_KEPT = 365 * DAY;

/** Can the picture of a step still be shown? @param now epoch ms */
export const hasPicture = (id: string, now: number): boolean => id > photoIdAt(now - PICTURE_KEPT);

/**
 * Takes a photo for the next step of a placement's life. It counts only with that step: one that no step names is removed
 * after a day. The row comes before the object, so that a send that broke off goes on where it was.
 * @throws AppError invalid at /photo with what to do, unavailable when D1 or R2 did not answer
 */
export async function storePhoto(
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>,
  db: Db,
  photo: NewPhoto,
): Promise<StoredPhoto> {
  const cleaned = await cleanAttachment(photo.bytes);
  if (!cleaned.ok) throw refusal(reasonOf(cleaned));
  if (cleaned.kind === 'pdf') throw refusal('photo.no_picture');
  const written = photoTaken(photo.bytes, ZONE_OFFSET[photo.zone]);
  const takenAt = plausible(written, photo.now) ?? plausible(photo.takenAt ?? null, photo.now) ?? photo.now;
  if (takenAt < photo.now - PHOTO_HOLDS_DAYS * DAY) throw refusal('photo.old');
  const stored = await claimDigest(db, photo, {
    id: photoIdAt(photo.now) + newToken().slice(12),
    placementId: photo.placementId,
    objectKey: newToken(),
    kind: cleaned.kind,
    bytes: cleaned.bytes.length,
    digest: await digestOf(cleaned.bytes),
    takenAt,
    uploadedAt: photo.now,
    by: photo.by,
  });
  try {
    const sealed = await sealBytes(await loadKeys(env), photoPlace(stored.id), new Uint8Array(cleaned.bytes));
    await env.FILES.put(stored.objectKey, sealed);
  } catch (error) {
    throw unavailable(error);
  }
  return { id: stored.id, takenAt: stored.takenAt };
}

type Row = typeof placementPhotos.$inferSelect;

/** The row of this picture: a new one, or that of the same send, which broke off or whose answer was lost. */
async function claimDigest(db: Db, photo: NewPhoto, row: Row): Promise<Row> {
  try {
    await db.insert(placementPhotos).values(row);
    return row;
  } catch (error) {
    if (constraintOf(error) !== 'placement_photos.digest') throw unavailable(error);
  }
  const [before] = await db
    .select({ row: placementPhotos, event: placementEvents.seq, key: placementEvents.key })
    .from(placementPhotos)
    .leftJoin(
      placementEvents,
      and(
        eq(placementEvents.placementId, placementPhotos.placementId),
        eq(placementEvents.photo, placementPhotos.id),
      ),
    )
    .where(eq(placementPhotos.digest, row.digest));
  const same = before?.event == null || (photo.key != null && before.key === photo.key);
  if (!before || before.row.placementId !== photo.placementId || !same) throw refusal('photo.twice');
  // Fresh again, so that the sweep does not remove it at this moment.
  const [kept] = await db
    .update(placementPhotos)
    .set({ uploadedAt: photo.now, by: photo.by })
    .where(eq(placementPhotos.digest, row.digest))
    .returning()
    .catch((error: unknown) => {
      throw unavailable(error);
    });
  if (!kept) throw new AppError('unavailable', { retryAfter: 5 });
  return kept;
}

/** A camera whose clock was never set, or runs ahead, says nothing. */
function plausible(taken: number | null, now: number): number | null {
  if (taken === null || !Number.isFinite(taken)) return null;
  return taken < CLOCKS_BEGIN || taken > now + SLACK ? null : Math.min(taken, now);
}

/** Cameras begin with the year they were made when nobody sets them. */
const CLOCKS_BEGIN = Date.UTC(2023, 6, 20);
/** Clocks of phones differ by so much. */
const SLACK = 10 * MINUTE;

const reasonOf = ({ reason }: Extract<CleanResult, { ok: false }>) =>
  reason === 'unknown_type' ? 'photo.no_picture' : (`upload.${reason}` as const);

function refusal(message: 'photo.no_picture' | 'photo.twice' | 'photo.old' | ReturnType<typeof reasonOf>) {
  return new AppError('invalid', { fields: [{ pointer: '/photo', message }] });
}
