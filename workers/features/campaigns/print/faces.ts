/**
 * Public Sans in a document, as a font of one byte a letter: what Indonesian needs is in it, and no font engine has to be
 * loaded for it. Loaded by `import()` only.
 */
import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { fonts } from '../../../ui/generated/fonts.ts';
import { addCompressed } from './streams.ts';

export interface Face {
  name: string;
  ref: PDFRef;
  /** Width of a text in ems. @param text as `printable` leaves it */
  width: (text: string) => number;
  /** Its letters as the page names them. */
  encode: (text: string) => string;
}

export interface Faces {
  plain: Face;
  bold: Face;
}

export async function embedFaces(file: PDFDocument): Promise<Faces> {
  return { plain: await embed(file, fonts.regular, 80), bold: await embed(file, fonts.bold, 140) };
}

/** No symbols, upright. */
const FLAGS = 32;
/** Byte of the first letter. */
const FIRST = 32;

/** @param stem thickness of upright strokes, for readers that have to imitate the font */
async function embed(file: PDFDocument, font: typeof fonts.regular, stem: number): Promise<Face> {
  const { context } = file;
  const bytes = Uint8Array.from(atob(font.file), (char) => char.charCodeAt(0));
  const program = await addCompressed(context, bytes, { Length1: bytes.length });
  const descriptor = {
    ...{ Type: 'FontDescriptor', FontName: font.name, Flags: FLAGS, FontBBox: font.box, ItalicAngle: 0 },
    ...{ Ascent: font.ascent, Descent: font.descent, CapHeight: font.capHeight, StemV: stem },
    FontFile2: program,
  };
  const dictionary = {
    ...{ Type: 'Font', Subtype: 'TrueType', BaseFont: font.name, Encoding: 'WinAnsiEncoding' },
    ...{ FirstChar: FIRST, LastChar: FIRST + font.widths.length - 1, Widths: font.widths },
    FontDescriptor: context.register(context.obj(descriptor)),
  };
  const place = new Map([...font.letters].map((letter, n) => [letter, n]));
  const at = (letter: string) => place.get(letter) ?? 0;
  return {
    name: font.name,
    ref: context.register(context.obj(dictionary)),
    width: (text) => [...text].reduce((sum, letter) => sum + (font.widths[at(letter)] ?? 0), 0) / 1000,
    encode: (text) => `<${[...text].map((letter) => (at(letter) + FIRST).toString(16)).join('')}>`,
  };
}
