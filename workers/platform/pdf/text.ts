/**
 * Text as the standard fonts of PDF can print it (WinAnsi, ISO 32000-1 annex D.2), and its breaking into lines. Pure.
 * A font of our own that knows every script would weigh more than all of Kanal; what cannot be printed shows as a mark.
 */

/** Stands for letters and small pictures that the font does not have. */
export const UNPRINTABLE = '(?)';

const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

const isPrintable = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || BEYOND_LATIN_1.includes(char);
};

/** Signs that have a plain spelling. */
const spellings: [RegExp, string][] = [
  [/\r\n?/g, '\n'],
  [/[\t\u2000-\u200a\u202f\u3000]/g, ' '],
  [/[\u200b-\u200f\u2060\ufeff\u00ad]|\ufe0e|\ufe0f/g, ''],
  [/[\u2010\u2011\u2212]/g, '-'],
  [/[\u2192\u21d2]/g, '->'],
  [/[\u2190\u21d0]/g, '<-'],
  [/\u2264/g, '<='],
  [/\u2265/g, '>='],
  [/[\u25a0\u2588]/g, '\u2022'],
];

/** @returns the text with line feeds kept and every run of unprintable signs as one mark */
export function printable(text: string): string {
  const spelt = spellings.reduce((so, [sign, plain]) => so.replace(sign, plain), text.normalize('NFC'));
  let out = '';
  for (const char of spelt) {
    if (char === '\n' || isPrintable(char)) out += char;
    else if (!out.endsWith(UNPRINTABLE)) out += UNPRINTABLE;
  }
  return out;
}

/**
 * Breaks at spaces, and inside a word only when it is wider than a line.
 * @param text printable; its line feeds stay breaks
 * @param measure width of a text, in the unit of `width`
 * @returns lines, none wider than `width` unless it is a single letter
 */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(' ').filter(Boolean)) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (measure(longer) <= width) {
        current = longer;
        continue;
      }
      if (current !== '') lines.push(current);
      const pieces = broken(word, width, measure);
      current = pieces.pop() ?? '';
      lines.push(...pieces);
    }
    lines.push(current);
    return lines;
  });
}

function broken(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const char of word) {
    if (piece !== '' && measure(piece + char) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  return [...pieces, piece];
}
