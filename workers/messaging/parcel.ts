/** What the counting queue carries: parcels of scans, and hints. */
import * as z from 'zod';

/** Scans in one parcel: some 120 bytes each at most, of the 128 KB that a message may have. */
export const MOST_SCANS = 500;

/** The last instant with a four-digit year. */
const LAST = 253_402_300_799_999;

const scanSchema = z.strictObject({
  /** Placement id. */
  p: z.int().positive(),
  /** How many like it, within the same hour. */
  n: z.int().positive().max(MOST_SCANS),
  /** When the first of them was, epoch ms: a late one lands on its own day. */
  at: z.int().nonnegative().max(LAST),
  k: z.enum(['scan', 'open']),
  who: z.enum(['person', 'bot']),
  /** Hashes of the visitors under the day's salt; scans of people only, and absent when there was no salt to be had. */
  v: z
    .array(z.string().regex(/^[0-9a-f]{16}$/))
    .max(MOST_SCANS)
    .optional(),
});
export type Scan = z.infer<typeof scanSchema>;

/** The id is drawn once for each parcel, so that it counts once however often it is delivered. */
export const parcelSchema = z.strictObject({
  parcel: z.uuid(),
  scans: z.array(scanSchema).min(1).max(MOST_SCANS),
});
export type Parcel = z.infer<typeof parcelSchema>;

/** "Cases with a placement have changed." */
export const FOLD_HINT = 'fold:placements';
/** "The search index has more to take up than one round of work holds." */
export const SEARCH_HINT = 'fold:search';
/** "There is more for the figures of the evaluation to count than one round of work holds." */
export const FIGURES_HINT = 'fold:figures';
export const hintSchema = z.strictObject({
  ids: z
    .array(z.enum([FOLD_HINT, SEARCH_HINT, FIGURES_HINT]))
    .min(1)
    .max(MOST_SCANS),
});
