/** A photo that was sent before the step that it proves. */
import { and, eq } from 'drizzle-orm';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { placementEvents, placementPhotos } from '../table.ts';
import type { LifePhoto } from './life-rules.ts';

/**
 * @param key of the step: sent again, it names the same photo again
 * @throws AppError invalid when it is of another placement, or has proved something already
 */
export async function photoForStep(db: Db, placementId: number, id: string, key: string): Promise<LifePhoto> {
  const [photos, steps] = await db.batch([
    db
      .select({ id: placementPhotos.id, takenAt: placementPhotos.takenAt })
      .from(placementPhotos)
      .where(and(eq(placementPhotos.id, id), eq(placementPhotos.placementId, placementId))),
    db
      .select({ key: placementEvents.key })
      .from(placementEvents)
      .where(and(eq(placementEvents.placementId, placementId), eq(placementEvents.photo, id))),
  ]);
  const [photo] = photos;
  if (!photo) throw refusal('field.attachment');
  if (steps.some((step) => step.key !== key)) throw refusal('photo.twice');
  return photo;
}

const refusal = (message: 'field.attachment' | 'photo.twice') =>
  new AppError('invalid', { fields: [{ pointer: '/photo', message }] });
