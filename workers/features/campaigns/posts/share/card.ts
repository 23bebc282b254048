/**
 * The picture that messengers and social media show beside a shared link: whose channel it is, what it is about, the short
 * address, and SP4N-LAPOR!'s own ways, as on all printed matter. Loaded by `import()` only.
 */
import { writePng } from '../../../../platform/png.ts';
import { Canvas, type Picture, type Rgb } from './canvas.ts';
import { type Lettering, lettering } from './lettering.ts';

/** As Facebook, WhatsApp and X show it whole. */
export const CARD = { width: 1200, height: 630 };

const MARGIN = 72;
const CREST = 132;

const WHITE: Rgb = [255, 255, 255];
/** The colours of the pages (ui/styles/base.css). */
const INK: Rgb = [31, 35, 40];
const SOFT: Rgb = [85, 91, 99];
const MAIN: Rgb = [11, 90, 84];

export interface CardWords {
  /** "Pemerintah Kabupaten Luwu Timur" */
  whose: string;
  /** What it is about, e.g. the name of a program. */
  headline: string;
  /** "kanal.example.id/7K3MQ9" */
  address: string;
}

/** @param crest null where there is none that can be drawn */
export async function drawCard(words: CardWords, crest: Picture | null): Promise<Uint8Array<ArrayBuffer>> {
  const [plain, bold] = [lettering('regular'), lettering('bold')];
  const canvas = new Canvas(CARD.width, CARD.height, WHITE);
  canvas.rectangle(0, 0, CARD.width, 18, MAIN);
  canvas.rectangle(0, CARD.height - 108, CARD.width, 108, MAIN);
  let left = MARGIN;
  if (crest) {
    const scale = Math.min(CREST / crest.height, (2 * CREST) / crest.width);
    const [width, height] = [Math.round(crest.width * scale), Math.round(crest.height * scale)];
    canvas.place(crest, left, MARGIN + Math.round((CREST - height) / 2), width, height);
    left += width + 32;
  }
  const write = (face: Lettering, text: string, size: number, x: number, y: number, colour: Rgb) =>
    canvas.fill(face.outlines(text, fitting(face, text, size, CARD.width - MARGIN - x), x, y), colour);
  write(plain, words.whose, 38, left, MARGIN + 58, SOFT);
  write(bold, 'Kanal Pengaduan', 46, left, MARGIN + 114, INK);
  const { size, lines } = headlineOf(bold, words.headline);
  for (const [index, line] of lines.entries())
    write(bold, line, size, MARGIN, 318 + (index + (2 - lines.length) / 2) * size * 1.12, INK);
  write(plain, 'Pendamping SP4N-LAPOR!: lapor.go.id · SMS 1708 · @lapor1708', 28, MARGIN, 488, SOFT);
  write(bold, words.address, 46, MARGIN, CARD.height - 38, WHITE);
  return writePng(CARD.width, CARD.height, 3, canvas.pixels);
}

/** A size at which the text fits. */
const fitting = (face: Lettering, text: string, size: number, width: number): number =>
  Math.min(size, width / Math.max(face.width(text), 0.001));

/** The largest size at which the headline takes two lines. */
function headlineOf(face: Lettering, text: string): { size: number; lines: string[] } {
  for (const size of [92, 80, 68, 58]) {
    const lines = wrapped(face, text, (CARD.width - 2 * MARGIN) / size);
    if (lines.length <= 2) return { size, lines };
  }
  const [first = '', ...rest] = wrapped(face, text, (CARD.width - 2 * MARGIN) / 58);
  return { size: 58, lines: [first, rest.join(' ')] };
}

/** @param width in ems */
function wrapped(face: Lettering, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ');
    if (lines.length > 0 && face.width(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
