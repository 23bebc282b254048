/** Photos inside a PDF lose what the camera wrote into them. */

import { concat, hasText, latin1, u32 } from '../bytes.ts';
import { stripJpeg } from '../jpeg/index.ts';
import { MAX_BYTES } from '../limits.ts';
import { refuse } from '../reasons.ts';
import { inflate } from '../zlib/index.ts';
import { type Dict, isDict, type Value } from './values.ts';

const STRIP: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  '/DCTDecode': stripJpeg,
  '/DCT': stripJpeg,
  '/JPXDecode': stripJpeg2000,
};

/**
 * A stream's data, cleaned where it is a photo; `dict` then says how it is packed now.
 * @throws Refused `damaged`, or `unsupported` for a photo behind any packing but zlib
 */
export function cleanImage(
  dict: Dict,
  data: Uint8Array,
  resolve: (value: Value | undefined) => Value | undefined,
): Uint8Array {
  const filter = resolve(dict.get('/Filter'));
  const filters = (Array.isArray(filter) ? filter : [filter]).map(resolve);
  const last = filters.at(-1);
  const strip = typeof last === 'string' ? STRIP[last] : undefined;
  if (strip === undefined || typeof last !== 'string') {
    if (filters.some((name) => typeof name === 'string' && name in STRIP)) refuse('unsupported');
    return data;
  }
  if (filters.length > 2 || (filters.length === 2 && filters[0] !== '/FlateDecode')) refuse('unsupported');
  const pieces: Uint8Array[] = [];
  if (filters.length === 2) inflate(data, MAX_BYTES, (piece) => pieces.push(piece.slice()));
  const parameters = resolve(dict.get('/DecodeParms'));
  const own = resolve(Array.isArray(parameters) ? parameters.at(-1) : parameters);
  dict.set('/Filter', last);
  dict.delete('/DecodeParms');
  if (isDict(own)) dict.set('/DecodeParms', own);
  return strip(filters.length === 2 ? concat(pieces) : data);
}

/** Boxes that make the picture (ISO/IEC 15444-1 annex I); uuid and xml boxes hold Exif and XMP. */
const BOXES = ['jP  ', 'ftyp', 'jp2h', 'jp2c'];

function stripJpeg2000(bytes: Uint8Array): Uint8Array {
  // A bare codestream has no boxes.
  if (hasText(bytes, 0, '\xff\x4f\xff\x51')) return bytes;
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const declared = u32(bytes, at);
    // 0: to the end. 1: a 64-bit length follows, which nothing of this size needs.
    const end = declared === 0 ? bytes.length : at + declared;
    if (declared === 1 || end < at + 8 || end > bytes.length) refuse('damaged');
    if (BOXES.includes(latin1(bytes, at + 4, at + 8))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return concat(kept);
}
