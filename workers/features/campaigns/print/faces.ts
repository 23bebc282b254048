/** Public Sans in a document; only the letters that are used go into it. Loaded by `import()` only. */
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import { fonts } from '../../../ui/generated/fonts.ts';

export interface Face {
  font: PDFFont;
  /** Width of a text in ems. */
  width: (text: string) => number;
}

export interface Faces {
  plain: Face;
  bold: Face;
}

export async function embedFaces(file: PDFDocument): Promise<Faces> {
  file.registerFontkit({ create });
  return { plain: await embed(file, fonts.regular), bold: await embed(file, fonts.bold) };
}

/** pdf-lib takes any `encode` for one that returns bytes; this fontkit's writes to a stream, and `encodeStream` makes it. */
function create(bytes: Uint8Array) {
  const font = fontkit.create(bytes);
  const begin = font.createSubset.bind(font);
  const createSubset = () => {
    const subset = begin();
    return {
      includeGlyph: (glyph: Parameters<typeof subset.includeGlyph>[0]) => subset.includeGlyph(glyph),
      encodeStream: () => subset.encodeStream(),
    };
  };
  return Object.assign(font, { createSubset });
}

async function embed(file: PDFDocument, base64: string): Promise<Face> {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  const font = await file.embedFont(bytes, { subset: true });
  // The same words stand on every page.
  const known = new Map<string, number>();
  const width = (text: string) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const measured = font.widthOfTextAtSize(text, 1);
    known.set(text, measured);
    return measured;
  };
  return { font, width };
}
