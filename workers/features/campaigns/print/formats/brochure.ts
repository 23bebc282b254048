/** Back of the brochure: what happens to a report, who guards it, whom to call first. */
import { colours, type Sheet } from '../sheet.ts';
import { danger, guarded, journey, typed } from '../words.ts';
import { type Content, distance, foot } from './parts.ts';

const MARGIN = 11;
const CODE = 37;

export function brochureBack(sheet: Sheet, content: Content): void {
  const { faces, promised, address, drawing } = content;
  const { width } = sheet.cut;
  const inner = width - 2 * MARGIN;
  sheet.band(0, 25, colours.main);
  const title = { face: faces.bold, size: 8.4, colour: colours.white };
  sheet.line('Setelah Anda melapor', MARGIN, 17.5, title);

  let y = 31;
  for (const [when, what] of journey(promised)) {
    sheet.rect(MARGIN, y + 0.4, 1.2, 11.4, colours.sun, 0.6);
    sheet.line(when, MARGIN + 4.5, y + 4.2, { face: faces.bold, size: 4.4, colour: colours.main });
    y = Math.max(y + 16, sheet.block(what, MARGIN + 4.5, y + 6.2, inner - 4.5, body(content)) + 3.4);
  }
  y += 0.5;
  for (const sentence of guarded) y = sheet.block(sentence, MARGIN, y, inner, body(content)) + 0.6;

  y = emergency(sheet, content, y + 3, inner);
  const top = y + 4;
  sheet.code(drawing, MARGIN - 3, top, CODE);
  const [x, room] = [MARGIN + CODE, inner - CODE];
  const soft = { face: faces.plain, size: 3.3, colour: colours.soft };
  sheet.line(typed, x, top + 9, soft);
  sheet.line(address, x, top + 16, sheet.fitted(address, room, 1, { face: faces.bold, size: 6 }));
  sheet.block(content.place, x, top + 19, room, { face: faces.plain, size: 3.5 });
  sheet.line(distance(content, CODE), x, top + 32, { ...soft, colour: colours.ink });
  foot(sheet, content, 195, MARGIN, 3.8);
}

const body = ({ faces }: Content) => ({ face: faces.plain, size: 3.7, leading: 1.32 });

/** @returns where it ends */
function emergency(sheet: Sheet, content: Content, y: number, width: number): number {
  const { faces } = content;
  if (content.emergency.length === 0) return y;
  const columns = 2;
  const rows = Math.ceil(content.emergency.length / columns);
  const height = 10 + rows * 6.2;
  sheet.rect(MARGIN, y, width, height, colours.tint, 2);
  sheet.line(danger, MARGIN + 4, y + 6, { face: faces.bold, size: 4 });
  for (const [n, { number, name }] of content.emergency.entries()) {
    const x = MARGIN + 4 + (n % columns) * (width / columns);
    const line = y + 12.4 + Math.floor(n / columns) * 6.2;
    sheet.line(number, x, line, { face: faces.bold, size: 4.4 });
    const room = width / columns - 17;
    sheet.line(name, x + 11, line, sheet.fitted(name, room, 1, { face: faces.plain, size: 3 }));
  }
  return y + height;
}
