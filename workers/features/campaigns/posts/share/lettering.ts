/** Words as outlines of Public Sans. Loaded by `import()` only. */
import fontkit from '@pdf-lib/fontkit';
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
  const font = fontkit.create(Uint8Array.from(atob(fonts[face].file), (char) => char.charCodeAt(0)));
  // A sign that the font does not have is left out.
  const glyphsOf = (text: string) => font.glyphsForString(text).filter((glyph) => glyph.id !== 0);
  const em = font.unitsPerEm;
  return {
    width: (text) => glyphsOf(text).reduce((sum, { advanceWidth }) => sum + advanceWidth / em, 0),
    outlines: (text, size, x, y) => {
      let pen = x;
      return glyphsOf(text).flatMap((glyph) => {
        const at = pen;
        pen += (glyph.advanceWidth * size) / em;
        return flat(commandsOf(glyph.path), (px, py) => [at + (px * size) / em, y - (py * size) / em]);
      });
    },
  };
}

interface Command {
  command: string;
  args: number[];
}

/** Its types leave them out. */
const commandsOf = (path: object): readonly Command[] => (path as { commands: Command[] }).commands;

/** Curves as short lines. */
function flat(commands: readonly Command[], to: (x: number, y: number) => Point): Point[][] {
  const outlines: Point[][] = [];
  let [x, y] = [0, 0];
  for (const { command, args } of commands) {
    if (command === 'closePath') continue;
    if (command === 'moveTo') outlines.push([]);
    const [ex = x, ey = y] = args.slice(-2);
    const own = outlines.at(-1);
    // Control points between where the pen is and where it goes.
    const points: Point[] = [[x, y]];
    for (let at = 0; at < args.length; at += 2) points.push([args[at] ?? 0, args[at + 1] ?? 0]);
    const pieces = points.length > 2 ? PIECES : 1;
    for (let piece = 1; piece <= pieces; piece++) {
      const [px, py] = command === 'moveTo' ? [ex, ey] : along(points, piece / pieces);
      own?.push(to(px, py));
    }
    [x, y] = [ex, ey];
  }
  return outlines;
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
