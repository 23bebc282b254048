/** The frame of a JPEG picture: its size, its components, and how their blocks lie (T.81 B.2.2 and A.2). */

import { u16 } from '../bytes.ts';
import { MAX_PIXELS } from '../limits.ts';
import { refuse } from '../reasons.ts';
import { type BlockMemory, type Blocks, OpenBlocks, PackedBlocks } from './blocks.ts';
import type { Segment } from './markers.ts';

const BASELINE = 0xc0;
const EXTENDED = 0xc1;
const PROGRESSIVE = 0xc2;

export interface Component<Store extends Blocks = Blocks> {
  id: number;
  /** Sampling factors across and down, 1 … 4. */
  h: number;
  v: number;
  quantTable: number;
  /** Steps in zigzag order, known from the component's first scan on; null until then. */
  quant: Uint16Array | null;
  /** Blocks in a row of whole MCUs; block (x, y) has number y * blocksWide + x. */
  blocksWide: number;
  /** Blocks that carry picture, without the filling up to whole MCUs. */
  usedWide: number;
  usedHigh: number;
  blocks: Store;
}

interface FrameOf<Store extends Blocks> {
  width: number;
  height: number;
  /** Whole MCUs across and down, the last of each maybe partly used. */
  mcusWide: number;
  mcusHigh: number;
  components: Component<Store>[];
}

/** Sequential pictures are packed, progressive ones lie open. */
export type Frame =
  | ({ progressive: false } & FrameOf<PackedBlocks>)
  | ({ progressive: true } & FrameOf<OpenBlocks>);

/** @throws Refused `damaged`, `unsupported` or `too_many_pixels` */
export function readFrame(bytes: Uint8Array, { marker, start, end }: Segment, memory: BlockMemory): Frame {
  if (marker !== BASELINE && marker !== EXTENDED && marker !== PROGRESSIVE) refuse('unsupported');
  const count = bytes[start + 5] ?? 0;
  if (end - start !== 6 + 3 * count) refuse('damaged');
  if (bytes[start] !== 8 || (count !== 1 && count !== 3 && count !== 4)) refuse('unsupported');
  const height = u16(bytes, start + 1);
  const width = u16(bytes, start + 3);
  if (width === 0 || height === 0) refuse('damaged');
  if (width * height > MAX_PIXELS) refuse('too_many_pixels');
  const specs = Array.from({ length: count }, (_, i) => readSpec(bytes, start + 6 + 3 * i, count));
  if (new Set(specs.map(({ id }) => id)).size !== count) refuse('damaged');
  // T.81 B.2.3: what is written below is one scan of everything, which may hold ten blocks an MCU.
  if (specs.reduce((sum, { h, v }) => sum + h * v, 0) > 10) refuse('unsupported');
  const size = {
    width,
    height,
    hMax: Math.max(...specs.map(({ h }) => h)),
    vMax: Math.max(...specs.map(({ v }) => v)),
  };
  const mcus = {
    width,
    height,
    mcusWide: Math.ceil(width / (8 * size.hMax)),
    mcusHigh: Math.ceil(height / (8 * size.vMax)),
  };
  if (marker === PROGRESSIVE) {
    const components = specs.map((spec) => layOut(spec, size, mcus, (n) => new OpenBlocks(n, memory)));
    return { progressive: true, ...mcus, components };
  }
  const components = specs.map((spec) => layOut(spec, size, mcus, (n) => new PackedBlocks(n, memory)));
  return { progressive: false, ...mcus, components };
}

type Spec = Pick<Component, 'id' | 'h' | 'v' | 'quantTable'>;

function readSpec(bytes: Uint8Array, at: number, count: number): Spec {
  const sampling = bytes[at + 1] ?? 0;
  const spec = { id: bytes[at] ?? 0, h: sampling >> 4, v: sampling & 15, quantTable: bytes[at + 2] ?? 0 };
  if (spec.h < 1 || spec.h > 4 || spec.v < 1 || spec.v > 4) refuse('damaged');
  // A component alone is never interleaved, whatever its factors say.
  return count === 1 ? { ...spec, h: 1, v: 1 } : spec;
}

function layOut<Store extends Blocks>(
  spec: Spec,
  size: { width: number; height: number; hMax: number; vMax: number },
  { mcusWide, mcusHigh }: { mcusWide: number; mcusHigh: number },
  make: (count: number) => Store,
): Component<Store> {
  return {
    ...spec,
    quant: null,
    blocksWide: mcusWide * spec.h,
    usedWide: Math.ceil(Math.ceil((size.width * spec.h) / size.hMax) / 8),
    usedHigh: Math.ceil(Math.ceil((size.height * spec.v) / size.vMax) / 8),
    blocks: make(mcusWide * spec.h * mcusHigh * spec.v),
  };
}
