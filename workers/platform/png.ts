/** Writes PNG pictures: 8 bits a channel, no filter, compressed by the runtime. */
import { crc32 } from './crc32.ts';

/** Colour types of PNG, by the channels of a pixel. */
const colourTypes = { 1: 0, 3: 2 } as const;

/**
 * @param channels 1 = grey, 3 = RGB
 * @param pixels row after row from the top left, `channels` bytes a pixel
 * @throws RangeError when there are more or fewer bytes than the size says
 */
export async function writePng(
  width: number,
  height: number,
  channels: 1 | 3,
  pixels: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const line = width * channels;
  if (pixels.length !== line * height) throw new RangeError('pixels do not fit the size');
  // Each row begins with its filter; 0 = none.
  const rows = new Uint8Array((line + 1) * height);
  for (let y = 0; y < height; y++) rows.set(pixels.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, colourTypes[channels], 0, 0, 0], 8);
  const parts = [
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', await deflate(rows)),
    chunk('IEND', new Uint8Array(0)),
  ];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function chunk(name: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(name), 4);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
