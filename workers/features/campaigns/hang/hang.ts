/** A finding from the spot: photo, position, remark. All that a kecamatan's link can do. */
import * as z from 'zod';
import { type Life, lifeMoves } from '../../../../shared/campaign.ts';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Keys } from '../../../privacy/keys.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import type { PlacementRow } from '../queries.ts';
import { type LifeStep, takeStep } from '../register/life.ts';
import { storePhoto } from '../register/photos.ts';
import type { HangLink } from './links.ts';
import { findings, isOf, lifeOf, officeOf } from './pieces.ts';
import { pieceWithCode, stepOf } from './queries.ts';

export const remarkLimit = 500;

/** A number as a form sends it; empty = not given. */
const given = (least: number, most: number) =>
  z
    .string()
    .optional()
    .transform((text) => (text?.trim() ? Number(text) : undefined))
    .pipe(z.number('field.position').min(least, 'field.position').max(most, 'field.position').optional());

export const findingSchema = z
  .object({
    what: z.enum(findings).default('up'),
    lat: given(-90, 90),
    lon: given(-180, 180),
    /** Epoch ms, as the phone says it. */
    taken: z.coerce.number().optional().catch(undefined),
    remark: z.string().trim().max(remarkLimit).default(''),
    key: z.uuid(),
  })
  .refine(({ what, remark }) => what === 'up' || remark !== '', {
    path: ['remark'],
    message: 'field.hang_remark',
  });

export type FindingInput = z.output<typeof findingSchema> & { photo: Uint8Array | null };

export interface HangContext {
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>;
  db: Db;
  keys: Keys;
  regency: Regency;
  link: HangLink;
  /** Epoch ms. */
  now: number;
}

/** Somebody else may report the same place at the same moment. */
const TRIES = 5;

/**
 * Takes a finding. The same send again, and what somebody else has reported already, changes nothing.
 * @param code of the placement, in capitals
 * @returns the life it has now
 * @throws AppError not_found for a place that the link is not about, conflict, invalid, unavailable
 */
export async function hang(ctx: HangContext, code: string, input: FindingInput): Promise<Life> {
  const { db, keys, link, now } = ctx;
  const by = `link:${link.id}`;
  const before = await sentBefore(db, input.key, code);
  if (before) return before.life;
  let piece = await pieceOf(ctx, code);
  if (piece.life === input.what) return piece.life;
  requirePossible(piece, input);
  const photo =
    input.photo &&
    (await storePhoto(ctx.env, db, {
      ...{ placementId: piece.id, bytes: input.photo, by, key: input.key, now },
      takenAt: input.taken,
      zone: ctx.regency.about.timeZone,
    }));
  for (let attempt = 1; ; attempt++) {
    const step: LifeStep = {
      ...{ life: lifeOf(input.what, piece), at: now, by, key: input.key, remark: input.remark },
      photo: photo ?? undefined,
      position: positionOf(input),
    };
    try {
      return (await takeStep(db, keys, piece, step)).life;
    } catch (error) {
      // Page and service worker of one phone may have sent it at once.
      const sent = await sentBefore(db, input.key, code);
      if (sent) return sent.life;
      const moved = error instanceof AppError && error.detail === 'placement_changed';
      if (!moved || attempt === TRIES) throw error;
      piece = await pieceOf(ctx, code);
    }
  }
}

/** @throws AppError key_reused for another place, so that no photo is taken for one that has arrived */
async function sentBefore(db: Db, key: string, code: string) {
  const step = await stepOf(db, key);
  if (step && step.code !== code) throw new AppError('key_reused');
  return step;
}

/** @throws AppError not_found */
async function pieceOf({ db, regency, link }: HangContext, code: string): Promise<PlacementRow> {
  const piece = await pieceWithCode(db, code);
  if (!piece || !isOf(link, officeOf(regency, link.district), piece))
    throw new AppError('not_found', { detail: 'hang_place' });
  return piece;
}

/** Before its photo is kept. @throws AppError conflict, invalid */
function requirePossible(piece: PlacementRow, { what, photo }: FindingInput): void {
  if (!lifeMoves[piece.life].includes(lifeOf(what, piece))) {
    throw new AppError('conflict', { detail: 'life_move' });
  }
  if (what === 'up' && !photo) {
    throw new AppError('invalid', { fields: [{ pointer: '/photo', message: 'field.hang_photo' }] });
  }
}

const positionOf = ({ lat, lon }: FindingInput) =>
  lat === undefined || lon === undefined ? undefined : { lat, lon };
