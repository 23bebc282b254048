/** Finds many patterns in one text at once: one look-up a word, then only the phrases that start with it. */

import { keysOf, type Pattern, type Phrase } from './pattern.ts';
import { bareForms, slips, stemForms } from './stem.ts';
import type { Word } from './tokens.ts';

export interface Found {
  pattern: Pattern;
  /** First and last word. */
  start: number;
  end: number;
  /** 1, or less when it only names a place. */
  weight: number;
}

/** Words between two phrases joined by "&". */
const APART = 20;
/** Shorter words are not corrected: one letter makes another word of them. */
const LONG_WORD = 7;

interface Span {
  start: number;
  end: number;
}

export class Matcher {
  private readonly keys: Set<string>;
  private readonly byFirst = new Map<string, Phrase[]>();
  private readonly corrections = new Map<string, string>();
  private readonly patterns: readonly Pattern[];

  constructor(patterns: readonly Pattern[]) {
    this.patterns = patterns;
    this.keys = keysOf(patterns);
    for (const pattern of patterns)
      for (const phrase of [...pattern.all, ...pattern.none])
        for (const key of phrase.slots[0]?.keys ?? [])
          this.byFirst.set(key, [...(this.byFirst.get(key) ?? []), phrase]);
    for (const key of this.keys) {
      const word = key.replace('~', '');
      if (word.length < LONG_WORD) continue;
      for (const slip of slips(word)) if (!this.corrections.has(slip)) this.corrections.set(slip, word);
    }
  }

  /** Keys of the lexicon that this word stands for. */
  keysOf(word: string): string[] {
    const found = this.exactKeys(word);
    if (found.length > 0 || word.length < LONG_WORD - 1) return found;
    for (const form of bareForms(word)) {
      const meant =
        this.corrections.get(form) ??
        slips(form).find((slip) => slip.length >= LONG_WORD - 1 && this.exactKeys(slip).length > 0);
      if (meant) return this.exactKeys(meant);
    }
    return found;
  }

  private exactKeys(word: string): string[] {
    const found = /^\d+$/.test(word) ? ['#'] : [];
    for (const form of bareForms(word)) if (this.keys.has(form)) found.push(form);
    for (const stem of stemForms(word)) if (this.keys.has(`~${stem}`)) found.push(`~${stem}`);
    return found;
  }

  /** All patterns found, in the order of the lexicon; each as often as its first phrase stands in the text. */
  find(words: readonly Word[]): Found[] {
    const cache = new Map<string, string[]>();
    const keys = words.map(({ text }) => {
      const known = cache.get(text) ?? this.keysOf(text);
      cache.set(text, known);
      return known;
    });
    const spans = new Map<Phrase, Span[]>();
    keys.forEach((own, start) => {
      for (const key of own)
        for (const phrase of this.byFirst.get(key) ?? []) {
          const end = follow(phrase, words, keys, start);
          if (end === null) continue;
          const list = spans.get(phrase) ?? [];
          if (list.at(-1)?.start !== start) list.push({ start, end });
          spans.set(phrase, list);
        }
    });
    if (spans.size === 0) return [];
    return this.patterns.flatMap((pattern) => occurrences(pattern, spans, words));
  }
}

function follow(phrase: Phrase, words: readonly Word[], keys: string[][], start: number): number | null {
  const sentence = words[start]?.sentence;
  let at = start;
  for (const slot of phrase.slots.slice(1)) {
    const last = at + slot.gap + 1;
    let next = at + 1;
    while (next <= last && !(keys[next] ?? []).some((key) => slot.keys.has(key))) next += 1;
    if (next > last || words[next]?.sentence !== sentence) return null;
    at = next;
  }
  return at;
}

function occurrences(pattern: Pattern, spans: Map<Phrase, Span[]>, words: readonly Word[]): Found[] {
  if (pattern.none.some((phrase) => spans.has(phrase))) return [];
  const [first, ...others] = pattern.all;
  const out: Found[] = [];
  for (const span of (first && spans.get(first)) || []) {
    let { start, end } = span;
    const complete = others.every((phrase) => {
      const near = spans.get(phrase)?.find((one) => one.start - end <= APART && start - one.end <= APART);
      if (near) [start, end] = [Math.min(start, near.start), Math.max(end, near.end)];
      return near !== undefined;
    });
    if (!complete) continue;
    const weight = Math.max(words[span.start]?.weight ?? 1, words[span.end]?.weight ?? 1);
    out.push({ pattern, start, end, weight: others.length > 0 ? 1 : weight });
  }
  return out;
}
