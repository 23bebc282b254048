/**
 * Reads a PNG row by row and makes it smaller on the way (ISO/IEC 15948): a crest of 1,200 pixels that is decoded whole takes
 * a hundred megabytes, and no sheet shows more than half of them.
 */

/** Widest and highest that is kept, in pixels: 150 to an inch on an X-banner. */
const MOST = 500;
/** Bytes of a pixel by colour type, at 8 bits a channel. */
const channelsOf: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export interface Pixels {
  width: number;
  height: number;
  /** Three bytes a pixel, and its opacity. */
  colour: Uint8Array<ArrayBuffer>;
  alpha: Uint8Array<ArrayBuffer>;
}

interface Header {
  width: number;
  height: number;
  type: number;
  palette: Uint8Array;
  /** Opacity of the palette's colours. */
  opacity: Uint8Array;
  data: Uint8Array<ArrayBuffer>[];
}

/** @returns null for what is no PNG of 8 bits a channel, row after row */
export async function readPng(bytes: Uint8Array<ArrayBuffer>): Promise<Pixels | null> {
  const header = headerOf(bytes);
  if (!header) return null;
  const { width, height, type } = header;
  const factor = Math.ceil(Math.max(width, height) / MOST);
  const out = { width: Math.floor(width / factor), height: Math.floor(height / factor) };
  const colour = new Uint8Array(out.width * out.height * 3);
  const alpha = new Uint8Array(out.width * out.height);
  // Sums of a row of the result: colours by their opacity, and opacity.
  const sums = new Float64Array(out.width * 4);
  let y = 0;
  for await (const row of rowsOf(header, channelsOf[type] ?? 1)) {
    for (let x = 0; x < out.width * factor; x++) add(sums, Math.floor(x / factor) * 4, header, row, x);
    if (++y % factor === 0 && y / factor <= out.height) {
      for (let x = 0; x < out.width; x++) {
        const at = (y / factor - 1) * out.width + x;
        const seen = sums[4 * x + 3] ?? 0;
        for (let c = 0; c < 3; c++)
          colour[3 * at + c] = seen > 0 ? Math.round((sums[4 * x + c] ?? 0) / seen) : 255;
        alpha[at] = Math.round(seen / factor ** 2);
      }
      sums.fill(0);
    }
  }
  return y === height ? { ...out, colour, alpha } : null;
}

/** Adds a pixel to a pixel of the result. */
function add(sums: Float64Array, at: number, header: Header, row: Uint8Array, x: number): void {
  const { type, palette, opacity } = header;
  const from = x * (channelsOf[type] ?? 1);
  const first = row[from] ?? 0;
  let seen = 255;
  if (type === 6) seen = row[from + 3] ?? 255;
  else if (type === 4) seen = row[from + 1] ?? 255;
  else if (type === 3) seen = opacity[first] ?? 255;
  for (let c = 0; c < 3; c++) {
    let value = first;
    if (type === 3) value = palette[3 * first + c] ?? 0;
    else if (type === 2 || type === 6) value = row[from + c] ?? 0;
    sums[at + c] = (sums[at + c] ?? 0) + value * seen;
  }
  sums[at + 3] = (sums[at + 3] ?? 0) + seen;
}

function headerOf(bytes: Uint8Array<ArrayBuffer>): Header | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (bytes.length < 33 || name(12) !== 'IHDR') return null;
  const [depth, type, interlaced] = [bytes[24], bytes[25] ?? 0, bytes[28]];
  const header: Header = {
    ...{ width: view.getUint32(16), height: view.getUint32(20), type },
    ...{ palette: new Uint8Array(0), opacity: new Uint8Array(0), data: [] },
  };
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const data = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    const kind = name(at + 4);
    if (kind === 'PLTE') header.palette = data;
    // One colour of other types that counts as none is left to the library.
    else if (kind === 'tRNS' && type !== 3) return null;
    else if (kind === 'tRNS') header.opacity = data;
    else if (kind === 'IDAT') header.data.push(data);
  }
  return depth === 8 && interlaced === 0 && type in channelsOf ? header : null;
}

/** Rows without their filters; each is the same memory as the one before the last. */
async function* rowsOf({ width, data }: Header, channels: number): AsyncGenerator<Uint8Array> {
  const length = width * channels;
  let [row, above] = [new Uint8Array(length), new Uint8Array(length)];
  let [filter, filled] = [-1, 0];
  const reader = new Blob(data).stream().pipeThrough(new DecompressionStream('deflate')).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const chunk: Uint8Array = part.value;
    for (let at = 0; at < chunk.length; ) {
      if (filter < 0) filter = chunk[at++] ?? 0;
      const some = chunk.subarray(at, at + length - filled);
      row.set(some, filled);
      at += some.length;
      filled += some.length;
      if (filled < length) continue;
      unfilter(filter, row, above, channels);
      yield row;
      [row, above, filter, filled] = [above, row, -1, 0];
    }
  }
}

/** Millions of bytes go through here: nothing is made on the way. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, channels: number): void {
  if (filter === 0) return;
  for (let i = 0; i < row.length; i++) {
    const left = i < channels ? 0 : (row[i - channels] ?? 0);
    const up = above[i] ?? 0;
    let guess = left;
    if (filter === 2) guess = up;
    else if (filter === 3) guess = (left + up) >> 1;
    else if (filter === 4) guess = paeth(left, up, i < channels ? 0 : (above[i - channels] ?? 0));
    row[i] = (row[i] ?? 0) + guess;
  }
}

/** Whichever neighbour is nearest to left + up − corner. */
function paeth(left: number, up: number, corner: number): number {
  const a = Math.abs(up - corner);
  const b = Math.abs(left - corner);
  const c = Math.abs(left + up - 2 * corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
