/**
 * A sheet of paper in millimetres from its upper left corner, written as vectors in the colours of a printing press. Its
 * drawing instructions are kept as text (ISO 32000-1, 8.2): as objects of the library fifty sheets take a hundred megabytes.
 * Loaded by `import()` only.
 */
import { PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { wrap } from '../../../platform/pdf/text.ts';
import type { CodeDrawing } from './drawing.ts';
import type { Face } from './faces.ts';
import { addCompressed } from './streams.ts';

/** Cyan, magenta, yellow, black. Codes and text are black alone: four inks on each other would blur. */
export const colours = {
  ink: '0 0 0 1',
  soft: '0 0 0 0.68',
  white: '0 0 0 0',
  main: '0.9 0.2 0.5 0.5',
  sun: '0 0.22 0.85 0',
  tint: '0.06 0 0.03 0.04',
} as const;
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

/** A picture of the document; its sides in pixels. */
export interface Picture {
  ref: PDFRef;
  width: number;
  height: number;
}

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
  readonly #crest: Picture | null;
  readonly #edge: number;
  /** Names that the page has for them. */
  readonly #fonts = new Map<Face, PDFName>();
  #picture: PDFName | null = null;
  readonly #written: string[] = [];

  constructor(page: PDFPage, cut: Cut, crest: Picture | null) {
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
    this.write(
      `q ${this.placed(1, 0, 0)} cm ${colour} k ${x + r} ${y} m ${right - r} ${y} l`,
      `${right - handle} ${y} ${right} ${y + handle} ${right} ${y + r} c ${right} ${low - r} l`,
      `${right} ${low - handle} ${right - handle} ${low} ${right - r} ${low} c ${x + r} ${low} l`,
      `${x + handle} ${low} ${x} ${low - handle} ${x} ${low - r} c ${x} ${y + r} l`,
      `${x} ${y + handle} ${x + handle} ${y} ${x + r} ${y} c h f Q`,
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
    this.write(
      `BT ${colour} k ${this.fontName(face)} ${size * POINTS} Tf`,
      `1 0 0 1 ${this.right(left)} ${this.up(y)} Tm ${face.encode(text)} Tj ET`,
    );
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
    const squares = drawing.ink.map((run) => `${run.x} ${run.y} ${run.length} 1 re`);
    this.write(`q ${this.placed(module, x, y)} cm ${colours.ink} k`, ...squares, 'f Q');
    if (!drawing.patch) return;
    const [at, width] = [drawing.patch.at * module, drawing.patch.side * module];
    this.rect(x + at, y + at, width, width, colours.white);
    this.picture(x + at + width * 0.08, y + at + width * 0.08, width * 0.84, width * 0.84);
  }

  /** The crest within a box, in its middle. @returns how wide it became, 0 where there is none */
  picture(x: number, y: number, width: number, height: number, align: 'left' | 'centre' = 'centre'): number {
    if (!this.#crest) return 0;
    const scale = Math.min(width / this.#crest.width, height / this.#crest.height);
    const size = { width: this.#crest.width * scale, height: this.#crest.height * scale };
    const left = align === 'left' ? x : x + (width - size.width) / 2;
    this.#picture ??= this.#page.node.newXObject('Crest', this.#crest.ref);
    const [from, low] = [this.right(left), this.up(y + (height + size.height) / 2)];
    this.write(
      `q ${size.width * POINTS} 0 0 ${size.height * POINTS} ${from} ${low} cm ${this.#picture} Do Q`,
    );
    return size.width;
  }

  /** Puts what was drawn on the page; the last thing to be done. */
  async close(): Promise<void> {
    const { node, doc } = this.#page;
    node.set(PDFName.of('Contents'), await addCompressed(doc.context, this.#written.join('\n')));
  }

  /** A number has at most four decimals, a thousandth of a point and less, and no exponent, which PDF does not know. */
  private write(...instructions: string[]): void {
    const fine = /\d+(?:\.\d+)?e-\d+|\d+\.\d{5,}/g;
    for (const line of instructions) this.#written.push(line.replace(fine, (n) => Number(n).toFixed(4)));
  }

  /** The matrix of a drawing in its own unit, from its own upper left corner. */
  private placed(unit: number, x: number, y: number): string {
    const scale = unit * POINTS;
    return `${scale} 0 0 ${-scale} ${this.right(x)} ${this.up(y)}`;
  }

  private fontName(face: Face): PDFName {
    const known = this.#fonts.get(face) ?? this.#page.node.newFontDictionary(face.name, face.ref);
    this.#fonts.set(face, known);
    return known;
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
