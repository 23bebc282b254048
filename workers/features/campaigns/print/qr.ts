/**
 * QR codes of short addresses, as SVG and PNG with the address in letters below. In capitals they are alphanumeric: 29
 * modules a side instead of 61, which scan from twice as far.
 */
import encodeQR from 'qr';
import { writePng } from '../../../platform/png.ts';
import { type CodeDrawing, runsOf } from './drawing.ts';
import { isInk, LETTER } from './letters.ts';

/** White modules around the code, as the standard asks. */
const BORDER = 4;
/** Modules below it for the letters. */
const BELOW = 5;
/** Longest text that level H holds within 29 modules; a longer one takes level Q, which holds 47. */
const LONGEST_H = 35;
/** Pixels a module: 740 a side, sharp on an A3 sheet. */
const PIXELS = 20;

/** What the code says: an address is the same in capitals, as scheme and host do not tell them apart. */
export const qrText = (origin: string, code: string): string => `${origin}/${code}`.toUpperCase();

/** What stands below it, for those who type. */
export const lettersOf = (text: string): string => text.replace(/^HTTPS?:\/\//, '');

/** The same as people read it best, e.g. "kanal.example.id/7K3MQ9". */
export const addressOf = (origin: string, code: string): string =>
  `${origin.replace(/^https?:\/\//, '').toLowerCase()}/${code}`;

/** Black modules, row by row, with the white border. */
export function modulesOf(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: text.length <= LONGEST_H ? 'high' : 'quartile', border: BORDER });
}

export function qrSvg(text: string): string {
  const modules = modulesOf(text);
  const ink = modules.flatMap((row, y) => runsOf(row).map(([x, length]) => ({ x, y, length })));
  return codeSvg({ side: modules.length, ink }, lettersOf(text));
}

/** A drawing with the address in letters below. */
export function codeSvg({ side, ink }: Pick<CodeDrawing, 'side' | 'ink'>, letters: string): string {
  const black = ink.map(({ x, y, length }) => `M${x} ${y}h${length}v1h-${length}z`);
  const size = Math.min(3, (side - 2) / (letters.length * 0.6));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side + BELOW}" ` +
    `width="${side * 10}" height="${(side + BELOW) * 10}" role="img" aria-label="${escaped(letters)}">` +
    `<path fill="#fff" d="M0 0h${side}v${side + BELOW}H0z"/>` +
    `<path shape-rendering="crispEdges" d="${black.join('')}"/>` +
    `<text x="${side / 2}" y="${side + 2}" font-family="monospace" font-size="${size.toFixed(2)}" ` +
    `font-weight="700" text-anchor="middle">${escaped(letters)}</text></svg>`
  );
}

export function qrPng(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const modules = modulesOf(text);
  const width = modules.length * PIXELS;
  const height = width + BELOW * PIXELS;
  const letters = lettersOf(text);
  const dot = Math.max(1, Math.floor((width - 2 * PIXELS) / (letters.length * LETTER.step)));
  const left = Math.floor((width - letters.length * LETTER.step * dot) / 2);
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const black =
        y < width
          ? modules[Math.floor(y / PIXELS)]?.[Math.floor(x / PIXELS)]
          : isInk(letters, Math.floor((x - left) / dot), Math.floor((y - width) / dot));
      if (black) pixels[y * width + x] = 0;
    }
  }
  return writePng(width, height, 1, pixels);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
