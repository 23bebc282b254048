/** What every format has: whose it is, the code with its address, and the national system. Sizes in millimetres. */
import { type CodeDrawing, scansFrom } from '../drawing.ts';
import type { Faces } from '../faces.ts';
import { colours, type Sheet } from '../sheet.ts';
import { fromHere, national, type Promised, purpose, trialWords } from '../words.ts';

/** What a sheet tells, of the regency and of its place. */
export interface Content {
  faces: Faces;
  /** e.g. "Kabupaten Luwu Timur". */
  regency: string;
  promised: Promised;
  emergency: readonly { number: string; name: string }[];
  /** Name of the place, e.g. "Desa Maleku, Kecamatan Mangkutana". */
  place: string;
  /** As people type it, e.g. "kanal.example.id/7K3MQ9". */
  address: string;
  drawing: CodeDrawing;
}

/** Crest and name of the regency. @param size height of the crest */
export function head(sheet: Sheet, { faces, regency }: Content, x: number, y: number, size: number): void {
  const crest = sheet.picture(x, y, size * 1.4, size, 'left');
  const from = crest > 0 ? x + crest + size * 0.25 : x;
  const width = sheet.cut.width - from - x;
  const name = sheet.fitted(regency, width, 1, { face: faces.bold, size: size * 0.42 });
  sheet.line(regency, from, y + size * 0.42, name);
  const what = sheet.fitted(purpose, width, 1, {
    face: faces.plain,
    size: size * 0.26,
    colour: colours.soft,
  });
  sheet.line(purpose, from, y + size * 0.86, what);
}

/** From how far the code scans that is drawn so large. @param side with its border */
export const distance = ({ drawing }: Content, side: number): string =>
  fromHere(scansFrom((side * drawing.inner) / drawing.side));

/** The national system's name and addresses across the foot of the sheet. */
export function foot(sheet: Sheet, { faces }: Content, y: number, margin: number, size: number): void {
  const { width, height } = sheet.cut;
  sheet.band(y, height - y, colours.tint);
  const middle = y + (height - y) / 2;
  const label = { face: faces.plain, size: size * 0.62, colour: colours.soft };
  sheet.line(national.label, margin, middle - size * 0.42, label);
  sheet.line(national.name, margin, middle + size * 0.72, { face: faces.bold, size: size * 1.1 });
  const style = { face: faces.bold, size, colour: colours.main, align: 'right' as const };
  const addresses = national.addresses.join('   ·   ');
  const room = width - 2 * margin - faces.bold.width(national.name) * size * 1.1 - size * 2;
  sheet.line(
    addresses,
    width - margin,
    middle + size * 0.36,
    sheet.fitted(addresses, room, 1, { ...style, size: size * 1.05 }),
  );
}

/** Across the head of a sheet that is only for trying. */
export function trialMark(sheet: Sheet, { faces }: Content): void {
  const { width } = sheet.cut;
  const size = width * 0.022;
  sheet.band(0, size * 1.9, colours.sun);
  sheet.line(trialWords, width / 2, size * 1.35, { face: faces.bold, size, align: 'centre' });
}
