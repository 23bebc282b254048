/** Poster, door sheet and front of the brochure: one composition for sheets of the shape of A, whatever their size. */
import { colours, type Sheet } from '../sheet.ts';
import { steps, typed } from '../words.ts';
import { type Content, distance, foot, head } from './parts.ts';

/** Laid out for A3; other sizes are the same in small. */
const A3 = 297;

/**
 * @param call what it calls out
 * @param inset the coloured field ends before the edge, for printers that leave one white
 */
export function poster(
  sheet: Sheet,
  content: Content,
  call: { lines: readonly [string, string]; lead: string },
  inset: boolean,
): void {
  const { faces, address, place, drawing } = content;
  const u = sheet.cut.width / A3;
  const margin = 20 * u;
  const width = sheet.cut.width - 2 * margin;
  head(sheet, content, margin, 18 * u, 22 * u);
  const [first, second] = call.lines;
  const large = { face: faces.bold, size: 34 * u };
  sheet.line(first, margin - 2 * u, 84 * u, sheet.fitted(first, width, 1, large));
  sheet.line(second, margin - 2 * u, 118 * u, {
    ...sheet.fitted(second, width, 1, large),
    colour: colours.main,
  });
  sheet.block(call.lead, margin, 127 * u, width, { face: faces.plain, size: 7.6 * u, leading: 1.32 });

  const [top, height] = [157 * u, 190 * u];
  if (inset) sheet.rect(margin / 2, top, sheet.cut.width - margin, height, colours.main, 6 * u);
  else sheet.band(top, height, colours.main);
  const side = 170 * u;
  sheet.rect(margin, top + 10 * u, side, side, colours.white, 5 * u);
  sheet.code(drawing, margin + 2 * u, top + 12 * u, side - 4 * u);
  guide(sheet, content, margin + side + 12 * u, top + 10 * u, u, side - 4 * u);

  const below = top + height + 7 * u;
  sheet.line(typed, margin, below + 4 * u, { face: faces.plain, size: 6 * u, colour: colours.soft });
  sheet.line(
    address,
    margin,
    below + 18.5 * u,
    sheet.fitted(address, width, 1, { face: faces.bold, size: 14.5 * u }),
  );
  const name = sheet.fitted(place, width, 1, { face: faces.plain, size: 6.4 * u });
  sheet.line(place, margin, below + 29.5 * u, name);
  foot(sheet, content, 392 * u, margin, 7.4 * u);
}

/** How it goes, in three steps beside the code. @param side of the code with its border */
function guide(sheet: Sheet, content: Content, x: number, y: number, u: number, side: number): void {
  const { faces } = content;
  const width = sheet.cut.width - x - 18 * u;
  let from = y + 2 * u;
  for (const [n, [title, text]] of steps.entries()) {
    sheet.rect(x, from, 13 * u, 13 * u, colours.sun, 6.5 * u);
    sheet.line(String(n + 1), x + 6.5 * u, from + 9.4 * u, {
      face: faces.bold,
      size: 8.4 * u,
      align: 'centre',
    });
    sheet.line(title, x + 17 * u, from + 9.8 * u, { face: faces.bold, size: 9 * u, colour: colours.white });
    const style = { face: faces.plain, size: 6.2 * u, colour: colours.white };
    from = sheet.block(text, x, from + 17 * u, width, style) + 10 * u;
  }
  const far = distance(content, side);
  const style = { face: faces.bold, size: 6 * u, colour: colours.sun };
  sheet.block(far, x, y + side - 13 * u, width, style);
}
