/** zlib data unpacked by the platform's own stream, never further than allowed: a small file may hold gigabytes. */

import { refuse } from './reasons.ts';

/** The platform unpacks a whole write before it waits: zlib's best is 1,032 : 1, so this is at most 8 MB at once. */
const STEP = 8192;

/**
 * Passes every unpacked piece to `take`.
 * @param limit bytes after which the file is refused as `too_complex`
 * @returns how many bytes came out
 * @throws Refused `damaged` for data that is no zlib stream, is cut short, or has something behind its end
 */
export async function inflateEach(
  packed: readonly Uint8Array[],
  limit: number,
  take: (piece: Uint8Array) => void,
): Promise<number> {
  const stream = new DecompressionStream('deflate');
  const writer = stream.writable.getWriter();
  // Not awaited here: the writes go on only as the loop below reads. An error shows up in the reader.
  const feeding = feed(writer, packed).catch(() => undefined);
  const reader = stream.readable.getReader();
  let total = 0;
  for (;;) {
    const next = await reader.read().catch(() => refuse('damaged'));
    if (next.done) break;
    const piece: Uint8Array = next.value;
    total += piece.length;
    if (total > limit) {
      await reader.cancel().catch(() => undefined);
      refuse('too_complex');
    }
    take(piece);
  }
  await feeding;
  return total;
}

async function feed(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  packed: readonly Uint8Array[],
): Promise<void> {
  for (const part of packed) {
    for (let at = 0; at < part.length; at += STEP) await writer.write(part.subarray(at, at + STEP));
  }
  await writer.close();
}
