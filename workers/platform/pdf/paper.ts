/**
 * A document on A4, written from top to bottom: headings, paragraphs, facts, quotes, pictures; pages turn by themselves.
 * It knows nothing of complaints. Loaded by `import()` only: pdf-lib weighs more than a citizen's request may.
 */
import {
  degrees,
  PDFDocument,
  type PDFFont,
  type PDFImage,
  type PDFPage,
  rgb,
  StandardFonts,
} from '@cantoo/pdf-lib';
import { describe, type Letterhead, type PaperHead, SAMPLE } from './head.ts';
import { printable, wrap } from './text.ts';

/** Points; 72 to an inch. */
const A4: [number, number] = [595.28, 841.89];
const MARGIN = 56;
const BOTTOM = 70;
const WIDTH = A4[0] - 2 * MARGIN;
const TERM = 150;
const SIZE = 10.5;
const LEADING = 1.4;

const INK = rgb(0.1, 0.1, 0.12);
const SOFT = rgb(0.35, 0.35, 0.38);
const LINE = rgb(0.75, 0.75, 0.78);

export interface Column {
  title: string;
  /** Share of the width; all together make one whole, whatever they add up to. */
  width: number;
  /** Numbers stand at the right edge. */
  right?: boolean;
}

interface TextStyle {
  size?: number;
  bold?: boolean;
  soft?: boolean;
  /** Points from the left margin. */
  indent?: number;
  /** Points left free below. */
  gap?: number;
}

/** @returns the bytes of the PDF, with each page numbered "Halaman 1 dari 3" */
export async function makePaper(
  head: PaperHead,
  write: (paper: Paper) => void | Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await PDFDocument.create();
  describe(file, head);
  const fonts = {
    plain: await file.embedFont(StandardFonts.Helvetica),
    bold: await file.embedFont(StandardFonts.HelveticaBold),
  };
  const watermark = head.watermark ?? (head.sample ? SAMPLE : null);
  const paper = new Paper(file, fonts, watermark === null ? null : printable(watermark));
  if (head.letterhead) await paper.letterhead(head.letterhead);
  await write(paper);
  paper.number(printable(head.sample ? `${SAMPLE} · ${head.foot}` : head.foot));
  return new Uint8Array(await file.save({ useObjectStreams: false }));
}

export class Paper {
  #page: PDFPage;
  /** Where the next line's top stands, from the bottom. */
  #y: number;

  constructor(
    private readonly file: PDFDocument,
    private readonly fonts: { plain: PDFFont; bold: PDFFont },
    private readonly watermark: string | null,
  ) {
    [this.#page, this.#y] = this.newPage();
  }

  heading(text: string, level: 1 | 2 = 2): void {
    const size = level === 1 ? 17 : 12.5;
    this.space(level === 1 ? 0 : 10);
    // A heading never stands alone at the foot of a page.
    this.need(size * LEADING + 3 * SIZE * LEADING);
    this.text(text, { size, bold: true, gap: level === 1 ? 6 : 4 });
  }

  text(text: string, style: TextStyle = {}): void {
    const { size = SIZE, bold = false, soft = false, indent = 0, gap = 5 } = style;
    const font = bold ? this.fonts.bold : this.fonts.plain;
    for (const line of this.lines(text, font, size, WIDTH - indent)) {
      this.line(line, MARGIN + indent, font, size, soft);
    }
    this.space(gap);
  }

  /** What somebody wrote, with a bar at its left. */
  quote(text: string): void {
    for (const line of this.lines(text, this.fonts.plain, SIZE, WIDTH - 14)) {
      this.need(SIZE * LEADING);
      const bar = { x: MARGIN + 2, y: this.#y - SIZE * LEADING, width: 1.5, height: SIZE * LEADING };
      this.#page.drawRectangle({ ...bar, color: LINE });
      this.line(line, MARGIN + 14, this.fonts.plain, SIZE, false);
    }
    this.space(6);
  }

  /** Terms at the left, what they are at the right. */
  facts(rows: readonly (readonly [term: string, value: string])[]): void {
    for (const [term, value] of rows) {
      const terms = this.lines(term, this.fonts.bold, SIZE - 1, TERM - 10);
      const values = this.lines(value, this.fonts.plain, SIZE, WIDTH - TERM);
      for (let i = 0; i < Math.max(terms.length, values.length); i++) {
        this.need(SIZE * LEADING);
        const top = this.#y;
        if (terms[i]) this.draw(terms[i] ?? '', MARGIN, top, this.fonts.bold, SIZE - 1, true);
        this.line(values[i] ?? '', MARGIN + TERM, this.fonts.plain, SIZE, false);
      }
      this.space(3);
    }
  }

  /** No row is broken over two pages, and every page begins with the titles. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const size = SIZE - 1.5;
    const step = size * LEADING;
    const unit = WIDTH / columns.reduce((sum, { width }) => sum + width, 0);
    const cells = (row: readonly string[], font: PDFFont) =>
      columns.map(({ width }, n) => this.lines(row[n] ?? '', font, size, width * unit - 6));
    const write = (lines: string[][], font: PDFFont) => {
      const top = this.#y;
      let left = MARGIN;
      for (const [n, { width, right }] of columns.entries()) {
        for (const [i, line] of (lines[n] ?? []).entries()) {
          const indent = right ? width * unit - 6 - font.widthOfTextAtSize(line, size) : 0;
          this.draw(line, left + indent, top - i * step, font, size, false);
        }
        left += width * unit;
      }
      this.#y = top - Math.max(1, ...lines.map(({ length }) => length)) * step - 3;
      this.#page.drawRectangle({ x: MARGIN, y: this.#y + 1, width: WIDTH, height: 0.4, color: LINE });
    };
    const titles = cells(
      columns.map(({ title }) => title),
      this.fonts.bold,
    );
    const heightOf = (lines: string[][]) => Math.max(1, ...lines.map(({ length }) => length)) * step + 3;
    this.need(heightOf(titles) + 3 * step);
    write(titles, this.fonts.bold);
    for (const row of rows) {
      const lines = cells(row, this.fonts.plain);
      if (this.#y - heightOf(lines) < BOTTOM) {
        [this.#page, this.#y] = this.newPage();
        write(titles, this.fonts.bold);
      }
      write(lines, this.fonts.plain);
    }
    this.space(8);
  }

  /** Bars of what is counted, each with its number beside it, with their heading on one page; they hold in black and white. */
  bars(title: string, rows: readonly (readonly [label: string, value: number, told: string])[]): void {
    const size = SIZE - 1.5;
    const most = Math.max(1, ...rows.map(([, value]) => value));
    const room = WIDTH - TERM - 90;
    const step = size * LEADING + 2;
    this.need(4 * SIZE + rows.length * step);
    this.heading(title);
    for (const [label, value, told] of rows) {
      this.need(step);
      const [line = ''] = this.lines(label, this.fonts.plain, size, TERM - 8);
      this.draw(line, MARGIN, this.#y, this.fonts.plain, size, false);
      const width = (room * value) / most;
      const at = { x: MARGIN + TERM, y: this.#y - size - 1, height: size, color: SOFT };
      if (width > 0) this.#page.drawRectangle({ ...at, width });
      this.draw(told, MARGIN + TERM + width + 6, this.#y, this.fonts.plain, size, false);
      this.#y -= step;
    }
    this.space(8);
  }

  /**
   * At most as wide as the text and 300 points high, with its caption; kept together.
   * @param kind only these two can stand in a PDF
   * @returns false when the bytes are no picture that can be read
   */
  async picture(bytes: Uint8Array, kind: 'jpeg' | 'png', caption: string): Promise<boolean> {
    const image = await this.embedded(bytes, kind);
    if (!image) return false;
    const { width, height } = image.scaleToFit(WIDTH, 300);
    this.need(height + 2 * SIZE * LEADING);
    this.#page.drawImage(image, { x: MARGIN, y: this.#y - height, width, height });
    this.#y -= height + 4;
    this.text(caption, { size: 9, soft: true, gap: 10 });
    return true;
  }

  /** Crest and name over a line. A crest that cannot be read is left out with its name: a paper never fails for it. */
  async letterhead({ name, crest }: Letterhead): Promise<void> {
    const image = await this.embedded(crest.bytes, crest.kind);
    if (!image) return;
    const { width, height } = image.scaleToFit(60, 48);
    this.#page.drawImage(image, { x: MARGIN, y: this.#y - height, width, height });
    const lines = this.lines(name, this.fonts.bold, 13, WIDTH - width - 12);
    for (const [n, line] of lines.entries())
      this.draw(line, MARGIN + width + 12, this.#y - 8 - n * 13 * LEADING, this.fonts.bold, 13, false);
    this.#y -= Math.max(height, 8 + lines.length * 13 * LEADING) + 4;
    this.rule();
    this.space(6);
  }

  private async embedded(bytes: Uint8Array, kind: 'jpeg' | 'png'): Promise<PDFImage | null> {
    try {
      return kind === 'jpeg' ? await this.file.embedJpg(bytes) : await this.file.embedPng(bytes);
    } catch {
      return null;
    }
  }

  rule(): void {
    this.need(12);
    this.#page.drawRectangle({ x: MARGIN, y: this.#y - 4, width: WIDTH, height: 0.7, color: LINE });
    this.#y -= 12;
  }

  get pages(): number {
    return this.file.getPageCount();
  }

  /** Goes on at the top of a new page. */
  page(): void {
    [this.#page, this.#y] = this.newPage();
  }

  space(points: number): void {
    this.#y -= points;
  }

  /** Writes foot and number on every page; the last thing to be done. */
  number(foot: string): void {
    const pages = this.file.getPages();
    for (const [i, page] of pages.entries()) {
      const text = `${foot} · Halaman ${i + 1} dari ${pages.length}`;
      const lines = this.lines(text, this.fonts.plain, 8, WIDTH);
      for (const [n, line] of lines.entries()) {
        page.drawText(line, { x: MARGIN, y: 44 - n * 11, size: 8, font: this.fonts.plain, color: SOFT });
      }
    }
  }

  private lines(text: string, font: PDFFont, size: number, width: number): string[] {
    return wrap(printable(text).trimEnd(), width, (part) => font.widthOfTextAtSize(part, size));
  }

  private line(text: string, x: number, font: PDFFont, size: number, soft: boolean): void {
    this.need(size * LEADING);
    this.draw(text, x, this.#y, font, size, soft);
    this.#y -= size * LEADING;
  }

  private draw(text: string, x: number, top: number, font: PDFFont, size: number, soft: boolean): void {
    if (text) this.#page.drawText(text, { x, y: top - size, size, font, color: soft ? SOFT : INK });
  }

  private need(points: number): void {
    if (this.#y - points < BOTTOM) [this.#page, this.#y] = this.newPage();
  }

  private newPage(): [PDFPage, number] {
    const page = this.file.addPage(A4);
    if (this.watermark) {
      const size = 20;
      for (const y of [120, 360, 600]) {
        const place = { x: 70, y, size, font: this.fonts.bold, rotate: degrees(24) };
        page.drawText(this.watermark, { ...place, color: rgb(0.9, 0.9, 0.92) });
      }
    }
    return [page, A4[1] - MARGIN];
  }
}
