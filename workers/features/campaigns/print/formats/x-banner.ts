/** X-banner of 60 × 160 cm: the code stands at the height of the chest; the corners stay free for the eyelets. */
import { colours, type Sheet } from '../sheet.ts';
import { calls, steps, typed } from '../words.ts';
import { type Content, distance, foot, head } from './parts.ts';

const MARGIN = 48;
const CODE = 440;

export function xBanner(sheet: Sheet, content: Content): void {
  const { faces, address, place, drawing } = content;
  const { width } = sheet.cut;
  const inner = width - 2 * MARGIN;
  head(sheet, content, MARGIN, 58, 56);
  const [first, second] = calls.place.lines;
  const large = { face: faces.bold, size: 79 };
  sheet.line(first, MARGIN - 4, 226, sheet.fitted(first, inner, 1, large));
  sheet.line(second, MARGIN - 4, 308, { ...sheet.fitted(second, inner, 1, large), colour: colours.main });
  sheet.block(calls.place.lead, MARGIN, 330, inner, { face: faces.plain, size: 20, leading: 1.34 });

  const top = 452;
  sheet.band(top, 660, colours.main);
  const left = (width - CODE) / 2;
  sheet.rect(left - 8, top + 40, CODE + 16, CODE + 16, colours.white, 12);
  sheet.code(drawing, left, top + 48, CODE);
  const white = { face: faces.bold, colour: colours.white, align: 'centre' as const };
  sheet.line(distance(content, CODE), width / 2, top + 536, { ...white, size: 17, colour: colours.sun });
  sheet.line(typed, width / 2, top + 578, { ...white, face: faces.plain, size: 17 });
  sheet.line(address, width / 2, top + 620, sheet.fitted(address, inner, 1, { ...white, size: 34 }));

  let y = 1152;
  for (const [n, [title, text]] of steps.entries()) {
    sheet.rect(MARGIN, y, 40, 40, colours.sun, 20);
    sheet.line(String(n + 1), MARGIN + 20, y + 28.5, { face: faces.bold, size: 25, align: 'centre' });
    sheet.line(title, MARGIN + 58, y + 16, { face: faces.bold, size: 23 });
    const style = { face: faces.plain, size: 17 };
    sheet.line(text, MARGIN + 58, y + 41, sheet.fitted(text, inner - 58, 1, style));
    y += 72;
  }
  sheet.block(place, MARGIN, 1372, inner, sheet.fitted(place, inner, 2, { face: faces.bold, size: 22 }));
  foot(sheet, content, 1452, MARGIN, 23);
}
