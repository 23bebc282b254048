/**
 * A sheet of paper in millimetres from its upper left corner, written as vectors in the colours of a printing press.
 * Loaded by `import()` only.
 */
import {
  appendBezierCurve,
  closePath,
  cmyk,
  concatTransformationMatrix,
  fill,
  lineTo,
  moveTo,
  type PDFImage,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rectangle,
  setFillingColor,
} from '@cantoo/pdf-lib';
import { wrap } from '../../../platform/pdf/text.ts';
import type { CodeDrawing } from './drawing.ts';
import type { Face } from './faces.ts';

/** Codes and text are black alone: four inks on each other would blur. */
export const colours = {
  ink: cmyk(0, 0, 0, 1),
  soft: cmyk(0, 0, 0, 0.68),
  white: cmyk(0, 0, 0, 0),
  main: cmyk(0.9, 0.2, 0.5, 0.5),
  sun: cmyk(0, 0.22, 0.85, 0),
  tint: cmyk(0.06, 0, 0.03, 0.04),
};
export type Colour = (typeof colours)[keyof typeof colours];

/** Finished size, and how far colour runs beyond the cut; 0 for an office printer, which cuts nothing. */
export interface Cut {
  width: number;
  height: number;
  bleed: number;
}

/** Room for crop marks outside the bleed. */
const MARKS = 6;
const POINTS = 72 / 25.4;
/** Bézier handle of a quarter circle. */
const ROUND = 0.5523;

export interface TextStyle {
  face: Face;
  /** Height of the letters' em. */
  size: number;
  colour?: Colour;
  align?: 'left' | 'centre' | 'right';
  /** Distance of lines in ems. */
  leading?: number;
}

export class Sheet {
  readonly cut: Cut;
  readonly #page: PDFPage;
  readonly #crest: PDFImage | null;
  readonly #edge: number;

  constructor(page: PDFPage, cut: Cut, crest: PDFImage | null) {
    this.cut = cut;
    this.#page = page;
    this.#crest = crest;
    this.#edge = cut.bleed > 0 ? cut.bleed + MARKS : 0;
    const [width, height] = [cut.width + 2 * this.#edge, cut.height + 2 * this.#edge];
    page.setSize(width * POINTS, height * POINTS);
    const box = (margin: number) =>
      [margin, margin, width - 2 * margin, height - 2 * margin].map((side) => side * POINTS) as Box;
    page.setTrimBox(...box(this.#edge));
    page.setBleedBox(...box(this.#edge - cut.bleed));
    if (cut.bleed > 0) this.marks();
  }

  /** @param round radius of its corners */
  rect(x: number, y: number, width: number, height: number, colour: Colour, round = 0): void {
    const [r, handle] = [round, round * (1 - ROUND)];
    const [right, low] = [x + width, y + height];
    this.drawn(
      1,
      0,
      0,
      setFillingColor(colour),
      moveTo(x + r, y),
      lineTo(right - r, y),
      appendBezierCurve(right - handle, y, right, y + handle, right, y + r),
      lineTo(right, low - r),
      appendBezierCurve(right, low - handle, right - handle, low, right - r, low),
      lineTo(x + r, low),
      appendBezierCurve(x + handle, low, x, low - handle, x, low - r),
      lineTo(x, y + r),
      appendBezierCurve(x, y + handle, x + handle, y, x + r, y),
      closePath(),
      fill(),
    );
  }

  /** Across the whole width, over the cut. */
  band(y: number, height: number, colour: Colour): void {
    const { width, bleed } = this.cut;
    const low = y + height >= this.cut.height ? bleed : 0;
    const high = y <= 0 ? bleed : 0;
    this.rect(-bleed, y - high, width + 2 * bleed, height + high + low, colour);
  }

  /** One line. @param y of its baseline @param x of its left, middle or right, by `align` */
  line(text: string, x: number, y: number, style: TextStyle): void {
    const { face, size, colour = colours.ink, align = 'left' } = style;
    const width = face.width(text) * size;
    const left = align === 'left' ? x : align === 'centre' ? x - width / 2 : x - width;
    const options = { size: size * POINTS, font: face.font, color: colour };
    this.#page.drawText(text, { x: this.right(left), y: this.up(y), ...options });
  }

  /** Lines below each other. @param y of the first line's top @returns where the text ends */
  block(text: string, x: number, y: number, width: number, style: TextStyle): number {
    const { face, size, leading = 1.3, align = 'left' } = style;
    const lines = wrap(text, width / size, face.width);
    const from = align === 'left' ? x : align === 'centre' ? x + width / 2 : x + width;
    for (const [n, line] of lines.entries()) this.line(line, from, y + size * (0.95 + n * leading), style);
    return y + lines.length * size * leading;
  }

  /** The style, smaller where the text would not stand in so many lines. */
  fitted(text: string, width: number, lines: number, style: TextStyle): TextStyle {
    let { size } = style;
    while (size > style.size / 4 && wrap(text, width / size, style.face.width).length > lines) size *= 0.96;
    return { ...style, size };
  }

  /** The code with its white border and the crest in its middle. @param side with the border */
  code(drawing: CodeDrawing, x: number, y: number, side: number): void {
    const module = side / drawing.side;
    this.rect(x, y, side, side, colours.white);
    const squares = drawing.ink.map((run) => rectangle(run.x, run.y, run.length, 1));
    this.drawn(module, x, y, setFillingColor(colours.ink), ...squares, fill());
    if (!drawing.patch) return;
    const [at, width] = [drawing.patch.at * module, drawing.patch.side * module];
    this.rect(x + at, y + at, width, width, colours.white);
    this.picture(x + at + width * 0.08, y + at + width * 0.08, width * 0.84, width * 0.84);
  }

  /** The crest within a box, in its middle. @returns how wide it became, 0 where there is none */
  picture(x: number, y: number, width: number, height: number, align: 'left' | 'centre' = 'centre'): number {
    if (!this.#crest) return 0;
    const size = this.#crest.scaleToFit(width, height);
    const left = align === 'left' ? x : x + (width - size.width) / 2;
    this.#page.drawImage(this.#crest, {
      x: this.right(left),
      y: this.up(y + (height + size.height) / 2),
      width: size.width * POINTS,
      height: size.height * POINTS,
    });
    return size.width;
  }

  private drawn(scale: number, x: number, y: number, ...operators: Operators): void {
    const unit = scale * POINTS;
    this.#page.pushOperators(
      pushGraphicsState(),
      concatTransformationMatrix(unit, 0, 0, -unit, this.right(x), this.up(y)),
      ...operators,
      popGraphicsState(),
    );
  }

  /** Where to cut: two hairlines at each corner, outside the bleed. */
  private marks(): void {
    const { width, height, bleed } = this.cut;
    const thin = 0.1;
    for (const x of [0, width]) {
      for (const y of [-bleed - MARKS, height + bleed + 1])
        this.rect(x - thin / 2, y, thin, MARKS - 1, colours.ink);
    }
    for (const y of [0, height]) {
      for (const x of [-bleed - MARKS, width + bleed + 1])
        this.rect(x, y - thin / 2, MARKS - 1, thin, colours.ink);
    }
  }

  private right(x: number): number {
    return (x + this.#edge) * POINTS;
  }

  private up(y: number): number {
    return (this.cut.height + this.#edge - y) * POINTS;
  }
}

type Box = [number, number, number, number];
type Operators = Parameters<PDFPage['pushOperators']>;
