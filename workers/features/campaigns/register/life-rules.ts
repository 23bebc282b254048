/** What a step does to a piece of material. Pure. */
import {
  endedLives,
  hangs,
  type Life,
  lifeMoves,
  PHOTO_HOLDS_DAYS,
  photoLives,
} from '../../../../shared/campaign.ts';
import { DAY } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';

/** Somebody is reminded so long before the photo stops to count. */
export const CHECK_AHEAD = 7 * DAY;

/** What the life of a placement decides: columns of its row. Times are epoch ms. */
export interface LifeState {
  life: Life;
  photo: string | null;
  photoAt: number | null;
  checkAt: number | null;
  retiredAt: number | null;
}

export interface LifePhoto {
  id: string;
  /** Epoch ms. */
  takenAt: number;
}

/**
 * The state after a step.
 * @param at epoch ms
 * @throws AppError conflict for a step that is not possible from here; invalid without a photo, or with one that proves
 * nothing: older than 90 days, or no younger than the one before it was damaged, gone or taken down
 */
export function lifeAfter(
  state: LifeState,
  step: { life: Life; at: number; photo?: LifePhoto | undefined },
): LifeState {
  if (!lifeMoves[state.life].includes(step.life)) throw new AppError('conflict', { detail: 'life_move' });
  const seen = seenAfter(state, step.photo, step.at);
  const proven = { life: step.life, photoAt: seen.photoAt };
  if (photoLives.includes(step.life)) {
    if (!step.photo) throw refusal('field.hang_photo');
    if (!hangs(proven, step.at)) throw refusal('field.photo_old');
    if (!photoLives.includes(state.life) && seen.photo !== step.photo.id) throw refusal('field.photo_old');
  }
  return {
    life: step.life,
    ...seen,
    checkAt: photoLives.includes(step.life) ? checkDue(seen.photoAt) : null,
    retiredAt: endsCode(step.life) ? step.at : null,
  };
}

/** Does its code lead to the plain form from here? */
export const endsCode = (life: Life): boolean => endedLives.includes(life);

/** When somebody is reminded of a photo. @param photoAt epoch ms */
export const checkDue = (photoAt: number | null): number | null =>
  photoAt === null ? null : photoAt + PHOTO_HOLDS_DAYS * DAY - CHECK_AHEAD;

/** The youngest photo counts, also when an older one arrives later; none was taken in the future. */
function seenAfter(
  { photo, photoAt }: LifeState,
  added: LifePhoto | undefined,
  at: number,
): Pick<LifeState, 'photo' | 'photoAt'> {
  const takenAt = Math.min(added?.takenAt ?? 0, at);
  return added && takenAt > (photoAt ?? 0) ? { photo: added.id, photoAt: takenAt } : { photo, photoAt };
}

const refusal = (message: 'field.hang_photo' | 'field.photo_old') =>
  new AppError('invalid', { fields: [{ pointer: '/photo', message }] });
