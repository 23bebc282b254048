/**
 * Turning a picture without loss: whole blocks change places, and inside a block the frequencies do.
 * A mirrored side must begin with a whole MCU, so up to 15 pixels of the far edge that fill no MCU are cut off,
 * as lossless tools do; a side shorter than one MCU keeps its filling instead.
 */

import type { Component, Frame } from './frame.ts';

/** First transpose, then mirror left-right and top-bottom. */
interface Turn {
  transpose: boolean;
  mirrorX: boolean;
  mirrorY: boolean;
}

const turn = (transpose: boolean, mirrorX: boolean, mirrorY: boolean): Turn => ({
  transpose,
  mirrorX,
  mirrorY,
});

/** By Exif orientation 1 … 8 (tag 0x0112). */
const TURNS: readonly Turn[] = [
  turn(false, false, false),
  turn(false, true, false),
  turn(false, true, true),
  turn(false, false, true),
  turn(true, false, false),
  turn(true, true, false),
  turn(true, true, true),
  turn(true, false, true),
];

export interface TurnedComponent {
  source: Component;
  h: number;
  v: number;
  /** Steps in zigzag order. */
  quant: Uint16Array;
}

export interface TurnedFrame {
  width: number;
  height: number;
  mcusWide: number;
  mcusHigh: number;
  components: TurnedComponent[];
  /** Puts block (x, y) of a component of the turned picture into `block`, in zigzag order. */
  load(component: TurnedComponent, x: number, y: number, block: Int16Array): void;
}

/** How `frame` looks once `orientation` (1 … 8) is applied; its blocks are read where they lie. */
export function turnFrame(frame: Frame, orientation: number): TurnedFrame {
  const { transpose, mirrorX, mirrorY } = TURNS[orientation - 1] ?? turn(false, false, false);
  const components = frame.components.map((source) => turnComponent(source, transpose));
  const mcuWidth = 8 * Math.max(...components.map(({ h }) => h));
  const mcuHeight = 8 * Math.max(...components.map(({ v }) => v));
  const width = side(transpose ? frame.height : frame.width, mcuWidth, mirrorX);
  const height = side(transpose ? frame.width : frame.height, mcuHeight, mirrorY);
  const mcusWide = Math.ceil(width / mcuWidth);
  const mcusHigh = Math.ceil(height / mcuHeight);
  const { to, sign } = frequencies({ transpose, mirrorX, mirrorY });
  const load: TurnedFrame['load'] = ({ source, h, v }, x, y, block) => {
    const column = mirrorX ? mcusWide * h - 1 - x : x;
    const row = mirrorY ? mcusHigh * v - 1 - y : y;
    const number = transpose ? column * source.blocksWide + row : row * source.blocksWide + column;
    source.blocks.load(number, block, to, sign);
  };
  return { width, height, mcusWide, mcusHigh, components, load };
}

const side = (length: number, mcu: number, mirrored: boolean): number =>
  mirrored ? Math.max(1, Math.floor(length / mcu)) * mcu : length;

function turnComponent(source: Component, transpose: boolean): TurnedComponent {
  const steps = source.quant ?? new Uint16Array(64);
  if (!transpose) return { source, h: source.h, v: source.v, quant: steps };
  const quant = new Uint16Array(64);
  for (const [k, to] of TRANSPOSED.entries()) quant[to] = steps[k] ?? 0;
  return { source, h: source.v, v: source.h, quant };
}

/** Row and column of every place of the zigzag (T.81 figure 5). */
const ZIGZAG: readonly { row: number; column: number }[] = Array.from({ length: 64 }, (_, place) => ({
  row: place >> 3,
  column: place & 7,
})).sort((a, b) => {
  const diagonal = a.row + a.column;
  return diagonal - b.row - b.column || (diagonal % 2 === 0 ? b.row - a.row : a.row - b.row);
});

const TRANSPOSED = Uint8Array.from(ZIGZAG, ({ row, column }) =>
  ZIGZAG.findIndex((other) => other.row === column && other.column === row),
);

/** Where each coefficient goes, and whether its sign changes: mirroring negates the odd frequencies of that side. */
function frequencies({ transpose, mirrorX, mirrorY }: Turn): { to: Uint8Array; sign: Int8Array } {
  const to = transpose ? TRANSPOSED : Uint8Array.from(ZIGZAG.keys());
  const sign = Int8Array.from(ZIGZAG, ({ row, column }) => {
    const across = transpose ? row : column;
    const down = transpose ? column : row;
    return (mirrorX && across % 2 === 1) !== (mirrorY && down % 2 === 1) ? -1 : 1;
  });
  return { to, sign };
}
