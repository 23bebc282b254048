/**
 * What of a text points to its reporter by its mere form: telephone numbers, e-mail addresses, numbers as long as a NIK,
 * and the words of a contact. Only suggestions: names, kinship and places are for a person to find.
 */

/** Stands where something was. Always as long, so that it does not tell how long it was. */
export const BLACK = '████';

/** Where something stands in a text: from the first character to before the last, in UTF-16 units. */
export type Span = [from: number, to: number];

export interface Known {
  name?: string | null;
  email?: string | null;
  phone?: string | null;
}

/** Digits as people write numbers: with blanks, dots, strokes, brackets, and +62 in front. */
const NUMBER = /\+?\(?\d[\d().\s/-]{6,24}\d/g;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** The shortest telephone number, without its blanks. */
const FEWEST = 8;
/** Shorter parts of a name are also words of the language. */
const NAME_LETTERS = 4;

/** @returns what should be blacked out, in order and apart from each other */
export function identifying(text: string, known: Known = {}): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(EMAIL)) found.push([match.index, match.index + match[0].length]);
  for (const match of text.matchAll(NUMBER)) {
    if (isNumberOfSomebody(match[0])) found.push([match.index, match.index + match[0].length]);
  }
  for (const word of wordsOf(known)) found.push(...places(text, word));
  return joined(found);
}

/** @param spans in order and apart, e.g. from `identifying` */
export function blackOut(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const [from, to] of spans) {
    out += text.slice(at, from) + BLACK;
    at = to;
  }
  return out + text.slice(at);
}

/** Dates and sums of money have digits too: a sum is written with dots before three digits, a date has at most eight. */
function isNumberOfSomebody(written: string): boolean {
  const digits = written.replaceAll(/\D/g, '');
  if (/^\d{1,3}(\.\d{3})+$/.test(written)) return false;
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(written)) return false;
  return digits.length >= FEWEST;
}

function wordsOf({ name, email, phone }: Known): string[] {
  const parts = (name ?? '').split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= NAME_LETTERS);
  return [name ?? '', ...parts, email ?? '', phone ?? ''].map((word) => word.trim()).filter(Boolean);
}

/** Whole words only, in whatever case. */
function places(text: string, word: string): Span[] {
  const escaped = word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(whole)].map((match) => [match.index, match.index + match[0].length]);
}

function joined(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}
