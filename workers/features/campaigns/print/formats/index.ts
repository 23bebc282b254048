/** The formats: their sizes, and which sheets a placement has in each. */

import type { PdfFormat } from '../choice.ts';
import type { Cut, Sheet } from '../sheet.ts';
import { calls } from '../words.ts';
import { brochureBack } from './brochure.ts';
import type { Content } from './parts.ts';
import { poster } from './poster.ts';
import { xBanner } from './x-banner.ts';

/** Printers ask for 3 mm and crop marks; the door sheet comes from an office printer as it is. */
const BLEED = 3;

interface Format {
  cut: Cut;
  sheets: readonly ((sheet: Sheet, content: Content) => void)[];
}

export const formats: Record<PdfFormat, Format> = {
  a3_poster: {
    cut: { width: 297, height: 420, bleed: BLEED },
    sheets: [(sheet, content) => poster(sheet, content, calls.place, false)],
  },
  a4_door_sheet: {
    cut: { width: 210, height: 297, bleed: 0 },
    sheets: [(sheet, content) => poster(sheet, content, calls.office, true)],
  },
  a5_brochure: {
    cut: { width: 148, height: 210, bleed: BLEED },
    sheets: [(sheet, content) => poster(sheet, content, calls.place, false), brochureBack],
  },
  x_banner: { cut: { width: 600, height: 1600, bleed: BLEED }, sheets: [xBanner] },
};
