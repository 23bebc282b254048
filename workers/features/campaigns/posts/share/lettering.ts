/** Words as outlines of Public Sans. Loaded by `import()` only. */
import { fonts } from '../../../../ui/generated/fonts.ts';
import type { Point } from './canvas.ts';

/** Pieces of a curve: at the size of a headline each is some three pixels long. */
const PIECES = 8;

export interface Lettering {
  /** Width of a text in ems. */
  width: (text: string) => number;
  /** @param size pixels an em; the text stands on y */
  outlines: (text: string, size: number, x: number, y: number) => Point[][];
}

export function lettering(face: keyof typeof fonts): Lettering {
  const { letters, widths, outlines } = fonts[face];
  const place = new Map([...letters].map((letter, n) => [letter, n]));
  // A sign that the font does not have is left out.
  const glyphsOf = (text: string) =>
    [...text].flatMap((letter) => {
      const n = place.get(letter);
      return n === undefined ? [] : [{ width: (widths[n] ?? 0) / 1000, outline: outlines[n] ?? '' }];
    });
  return {
    width: (text) => glyphsOf(text).reduce((sum, { width }) => sum + width, 0),
    outlines: (text, size, x, y) => {
      let pen = x;
      return glyphsOf(text).flatMap(({ width, outline }) => {
        const at = pen;
        pen += width * size;
        return flat(outline, (px, py) => [at + (px * size) / 1000, y - (py * size) / 1000]);
      });
    },
  };
}

/** A path of lines and curves as closed shapes of short lines. */
function flat(path: string, to: (x: number, y: number) => Point): Point[][] {
  const shapes: Point[][] = [];
  let pen: Point = [0, 0];
  for (const [, command, numbers = ''] of path.matchAll(/([MLQC])([^A-Z]*)/g)) {
    const args = numbers.match(/-?\d+/g)?.map(Number) ?? [];
    // Control points between where the pen is and where it goes.
    const points: Point[] = [pen];
    for (let at = 0; at < args.length; at += 2) points.push([args[at] ?? 0, args[at + 1] ?? 0]);
    pen = points.at(-1) ?? pen;
    if (command === 'M') shapes.push([]);
    const pieces = points.length > 2 ? PIECES : 1;
    for (let piece = 1; piece <= pieces; piece++) shapes.at(-1)?.push(to(...along(points, piece / pieces)));
  }
  return shapes;
}

/** A point of the curve that its control points describe (de Casteljau). */
function along(points: readonly Point[], share: number): Point {
  let row = points;
  while (row.length > 1)
    row = row.slice(1).map(([bx, by], index): Point => {
      const [ax, ay] = row[index] ?? [bx, by];
      return [ax + (bx - ax) * share, ay + (by - ay) * share];
    });
  return row[0] ?? [0, 0];
}
