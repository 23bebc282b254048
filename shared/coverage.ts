/** How far each place has come: what hangs there, and whether anybody has noticed it. Pure. */
import { hangs, type Life, type Material } from './campaign.ts';
import { shownCount } from './small-counts.ts';

/**
 * From nothing to reports, in this order: where a place has several pieces, it stands where the furthest one does.
 * `lapsed` hung once: its photo is too old, or it was damaged or is gone. `silent` hangs, and nobody has scanned it.
 */
export const tileStates = [
  'idle',
  'planned',
  'printed',
  'lapsed',
  'silent',
  'hung',
  'scanned',
  'reported',
] as const;
export type TileState = (typeof tileStates)[number];

/** Without a scan for so many days since it was hung, a piece is silent (local: two weeks hold two market days and two Fridays). */
export const SILENT_DAYS = 14;
const SILENT_AFTER = SILENT_DAYS * 86_400_000;

/** A piece of material at a place. */
export interface Piece {
  /** "desa 73.24.01.2001", see `placeKey`. */
  place: string;
  code: string;
  material: Material;
  campaignId: number | null;
  life: Life;
  /** When its latest photo was taken; epoch ms. */
  photoAt: number | null;
  /** When it was last hung; epoch ms. */
  hungAt: number | null;
  scanned: number;
  submitted: number;
}

/**
 * @param now epoch ms
 * @param invented the data are a demo's: else one to four reports are not told, and the piece stands as scanned
 */
export function pieceState(piece: Piece, now: number, invented: boolean): TileState {
  const { life } = piece;
  if (life === 'planned' || life === 'printed') return life;
  if (!hangs(piece, now)) return ended.includes(life) ? 'idle' : 'lapsed';
  if (shownCount(piece.submitted, invented)) return 'reported';
  if (piece.scanned > 0) return 'scanned';
  return piece.hungAt !== null && now - piece.hungAt >= SILENT_AFTER ? 'silent' : 'hung';
}

const ended: readonly Life[] = ['idle', 'replaced', 'removed'];

/** The furthest of them; `idle` of none. */
export function furthest(states: readonly TileState[]): TileState {
  return states.reduce<TileState>(
    (far, state) => (tileStates.indexOf(state) > tileStates.indexOf(far) ? state : far),
    'idle',
  );
}

export interface Share {
  /** Places with something hung. */
  hung: number;
  /** All places. */
  places: number;
}

/** Whole percent, but never 0 or 100 where that is not so; null of nothing. */
export function percentOf({ hung, places }: Share): number | null {
  if (places === 0) return null;
  const percent = Math.round((hung / places) * 100);
  if (hung > 0 && hung < places) return Math.min(99, Math.max(1, percent));
  return percent;
}
