/** Takes a crest: cleaned by its bytes like every file, held to what paper and pages can bear, and kept in the bucket. */
import { cleanAttachment } from '../../cases/attachments/clean/index.ts';
import { unavailable } from '../../platform/db.ts';
import { toHex } from '../../platform/ids.ts';
import { type Crest, type CrestPicture, crestObject } from '../../regency/crest.ts';

/** Bytes of the picture for paper, and its sides in pixels: a PDF decodes it whole. */
export const CREST_BYTES = 1_000_000;
export const CREST_SIDES = [64, 1200] as const;
/** Bytes of the one on pages: with it a page stays below 60 KB. */
export const SMALL_BYTES = 6 * 1024;
const SMALL_SIDE = 200;

export type CrestProblem = 'none' | 'too_heavy' | 'not_a_picture' | 'damaged' | 'too_small' | 'too_wide';

const endings = { png: 'png', jpeg: 'jpg', webp: 'webp' } as const;

interface Taken {
  picture: CrestPicture;
  bytes: Uint8Array;
}

/**
 * Names and types that the browser gave are never looked at.
 * @param small what the browser made of it for pages; one that does not fit is left out
 * @throws AppError unavailable when the bucket does not answer
 */
export async function takeCrest(
  env: Pick<Env, 'FILES'>,
  large: Uint8Array | null,
  small: Uint8Array | null,
): Promise<Crest | CrestProblem> {
  if (!large || large.length === 0) return 'none';
  const paper = await taken(large, CREST_BYTES, CREST_SIDES[1], ['png', 'jpeg']);
  if (typeof paper === 'string') return paper;
  if (Math.max(paper.picture.width, paper.picture.height) < CREST_SIDES[0]) return 'too_small';
  // A picture that is light enough serves both.
  const candidates = [small, large].filter((bytes) => bytes !== null);
  let page: Taken | null = null;
  for (const bytes of candidates) {
    const made = await taken(bytes, SMALL_BYTES, SMALL_SIDE, ['png', 'jpeg', 'webp']);
    if (typeof made !== 'string') page ??= made;
  }
  try {
    for (const { picture, bytes } of page ? [paper, page] : [paper])
      await env.FILES.put(crestObject(picture.name), bytes);
  } catch (error) {
    throw unavailable(error);
  }
  return { paper: paper.picture, page: page?.picture ?? null };
}

async function taken(
  bytes: Uint8Array,
  most: number,
  side: number,
  kinds: readonly (keyof typeof endings)[],
): Promise<Taken | CrestProblem> {
  if (bytes.length > most) return 'too_heavy';
  const cleaned = await cleanAttachment(bytes);
  if (!cleaned.ok) return cleaned.reason === 'unknown_type' ? 'not_a_picture' : 'damaged';
  const { kind, width = 0, height = 0 } = cleaned;
  if (kind === 'pdf' || !kinds.includes(kind)) return 'not_a_picture';
  if (Math.max(width, height) > side) return 'too_wide';
  const digest = await crypto.subtle.digest('SHA-256', cleaned.bytes);
  const name = `${toHex(new Uint8Array(digest)).slice(0, 32)}.${endings[kind]}`;
  return { picture: { name, width, height, bytes: cleaned.bytes.length }, bytes: cleaned.bytes };
}

export const crestProblemWords: Record<CrestProblem, string> = {
  none: 'Pilih gambar lambang dahulu.',
  too_heavy: 'Berkas ini lebih besar dari 1 MB. Pilih berkas yang lebih kecil.',
  not_a_picture: 'Berkas ini bukan gambar PNG atau JPEG. Simpan lambang sebagai PNG, lalu unggah lagi.',
  damaged: 'Gambar ini rusak atau tidak dapat dibaca. Simpan ulang sebagai PNG, lalu unggah lagi.',
  too_small: 'Gambar ini terlalu kecil untuk dicetak: sisi terpanjangnya paling sedikit 64 piksel.',
  too_wide: 'Gambar ini terlalu besar: sisi terpanjangnya paling banyak 1.200 piksel. Perkecil dahulu.',
};
