/**
 * Attachments cleaned by their bytes: what comes out holds the picture or the pages and nothing else, whatever the
 * file was called or declared to be. Pure, and made for workerd: no Node APIs, below 128 MB. Legal ground: UU 27/2022
 * (no more personal data than needed); at most 10 MB, without EXIF and GPS, right side up.
 */

import { findText, hasText } from './bytes.ts';
import { cleanJpeg } from './jpeg/index.ts';
import { MAX_BYTES } from './limits.ts';
import { cleanPdf } from './pdf/index.ts';
import { cleanPng, isPng } from './png.ts';
import { type Reason, Refused, refuse } from './reasons.ts';
import { cleanWebp, isWebp } from './webp.ts';

export { MAX_BYTES } from './limits.ts';
export { REASONS, type Reason } from './reasons.ts';

export type Kind = 'jpeg' | 'png' | 'webp' | 'pdf';

const MIME: Readonly<Record<Kind, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** Width and height in pixels as shown, for pictures only. */
export type CleanResult =
  | { ok: true; kind: Kind; mime: string; bytes: Uint8Array; width?: number; height?: number }
  | { ok: false; reason: Reason };

/** Cleans one file, or says why it is refused. `bytes` is only read. The result cleaned again is the same. */
export async function cleanAttachment(bytes: Uint8Array): Promise<CleanResult> {
  try {
    if (bytes.length === 0) refuse('empty');
    if (bytes.length > MAX_BYTES) refuse('too_large');
    const kind = recognise(bytes);
    return { ok: true, kind, mime: MIME[kind], ...CLEANERS[kind](bytes) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    throw error;
  }
}

type Cleaned = { bytes: Uint8Array; width?: number; height?: number };

const CLEANERS: Readonly<Record<Kind, (bytes: Uint8Array) => Cleaned>> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  pdf: cleanPdf,
};

/** Brands of ISO base media files that hold HEVC pictures. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** @throws Refused `heic` or `unknown_type` */
function recognise(bytes: Uint8Array): Kind {
  if (hasText(bytes, 0, '\xff\xd8\xff')) return 'jpeg';
  if (isPng(bytes)) return 'png';
  if (isWebp(bytes)) return 'webp';
  if (hasText(bytes, 4, 'ftyp') && HEIC_BRANDS.some((brand) => hasText(bytes, 8, brand))) refuse('heic');
  // Readers let something stand before a PDF; the fresh file has nothing there.
  if (findText(bytes, '%PDF-', 0, 1024) >= 0) return 'pdf';
  return refuse('unknown_type');
}
