/**
 * Words of a search. Of a text every form is kept on which one of its words may be built ("berlubang": berlubang, lubang);
 * of a query only the word as it was typed, without the particles that hang on it. So "lubang" finds "berlubang" and
 * "lubangnya". Whole words only: what is stored are digests of words (docs/search.md).
 */
import { bareForms, stemForms } from './routing/stem.ts';
import { type Writing, wordsOf } from './routing/tokens.ts';

/** Words of one query; the others are left out. */
export const MOST_TERMS = 8;

/** How people write, for a search: slang written out and fillers dropped, and nothing joined or weighed. */
export function searchWriting(slang: Record<string, string>, stopwords: string): Writing {
  const split = (text: string) => text.split(/\s+/).filter(Boolean);
  return {
    slang: new Map(Object.entries(slang).map(([from, to]) => [from, split(to)])),
    stopwords: new Set(split(stopwords)),
    locators: new Set(),
    requests: new Set(),
    phrases: new Map(),
  };
}

/** Every form under which a word of the text is found. */
export function formsOf(text: string, writing: Writing): Set<string> {
  const forms = new Set<string>();
  for (const { text: word } of wordsOf(text, writing)) for (const form of stemForms(word)) forms.add(form);
  return forms;
}

/** One thing that was typed: found where all of its words stand, or where it is the case's number. */
export interface Term {
  /** Each word in its forms, of which one is enough. */
  words: string[][];
  /** As a number or a part of one; null = it cannot be one. */
  number: string | null;
}

/** @returns at most `MOST_TERMS`; none when only fillers were typed */
export function termsOf(query: string, writing: Writing): Term[] {
  const terms = query.split(/\s+/).map((piece): Term => {
    const words = [...new Set(wordsOf(piece, writing).map(({ text }) => text))];
    const number = plainNumber(piece);
    // A filler is no number, though the last part of a code may be letters only.
    const isNumber = number.length >= 4 && (words.length > 0 || /\d/.test(number));
    return { words: words.map(bareForms), number: isNumber ? number : null };
  });
  return terms.filter(({ words, number }) => words.length > 0 || number !== null).slice(0, MOST_TERMS);
}

/** A number as it is compared: capital letters and digits, "lt-7k3m q9xa" → LT7K3MQ9XA. */
export const plainNumber = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** A number and those of its parts by which people call it: without what stands in front, and the last part. */
export function numberForms(number: string): string[] {
  const parts = number.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const [, ...rest] = parts;
  const forms = [parts.join(''), rest.join(''), parts.at(-1) ?? ''].map(plainNumber);
  return [...new Set(forms.filter((form) => form.length >= 4))];
}

/** The longest words of a text, each in its forms: short ones stand in every report. */
export function tellingWords(text: string, writing: Writing, most: number): string[][] {
  const words = [...new Set(wordsOf(text, writing).map(({ text: word }) => word))];
  return words
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
    .slice(0, most)
    .map(bareForms);
}
