/** From a citizen's text to the words the lexicon knows: lower case, slang written out, fillers dropped. */

import { bareForms } from './stem.ts';
import type { RoutingData } from './types.ts';

export interface Word {
  text: string;
  sentence: number;
  /** 1; less when the word only says where something is ("depan SD"), more when it is asked for. */
  weight: number;
  /** Stands right behind "mohon", "tolong": the one who is asked. */
  asked: boolean;
}

/** How the regency's people write, ready for look-up. */
export interface Writing {
  slang: ReadonlyMap<string, string[]>;
  stopwords: ReadonlySet<string>;
  locators: ReadonlySet<string>;
  requests: ReadonlySet<string>;
  /** First word → the phrases that start with it, longest first. */
  phrases: ReadonlyMap<string, { words: string[]; to: string }[]>;
}

/** A longer text than anyone reads is cut here, so that time stays bounded. Characters. */
const LONGEST = 12_000;
/** So is a longer word than there is: looking for its slips takes time that grows with its square. Characters. */
const LONGEST_WORD = 40;
/** What a thing weighs that stands behind "depan", "dekat", …, and how many words that reaches. */
const PLACE_WEIGHT = 0.35;
const PLACE_REACH = 2;
/** What a thing weighs that is asked for ("minta tambah tiang lampu"), and how many words that reaches. */
const REQUEST_WEIGHT = 1.3;
const REQUEST_REACH = 6;

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);

export function writingOf(data: RoutingData): Writing {
  const phrases = new Map<string, { words: string[]; to: string }[]>();
  for (const [phrase, to] of Object.entries(data.phrases ?? {})) {
    const words = split(phrase);
    const first = words[0];
    if (!first) continue;
    const rows = phrases.get(first) ?? [];
    rows.push({ words, to });
    phrases.set(first, rows);
  }
  for (const rows of phrases.values()) rows.sort((a, b) => b.words.length - a.words.length);
  return {
    slang: new Map(Object.entries(data.slang ?? {}).map(([from, to]) => [from, split(to)])),
    stopwords: new Set(split(data.stopwords ?? '')),
    locators: new Set(split(data.locators ?? '')),
    requests: new Set(split(data.requests ?? '')),
    phrases,
  };
}

/** Letters and digits only, in sentences; "50rb" becomes "50 rb", "anak2" becomes "anak". */
function rawSentences(text: string): string[][] {
  return text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’`]/g, '')
    .toLowerCase()
    .replace(/(\d)[.,](?=\d)/g, '$1')
    .replace(/(?<=[a-z]{3})2(?![0-9])/g, ' ')
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/([a-z])(?=\d)/g, '$1 ')
    .replace(/([a-z])\1{2,}/g, '$1')
    .split(/[.?!;\n]+/)
    .map((sentence) => split(sentence.replace(/[^a-z0-9]+/g, ' ')).map((word) => word.slice(0, LONGEST_WORD)))
    .filter((sentence) => sentence.length > 0);
}

/** Slang written out, also when a particle hangs on it: "lobangnya" → lubang. */
function writtenOut(word: string, { slang }: Writing): string[] {
  const form = bareForms(word).find((one) => slang.has(one) && (one === word || one.length > 3));
  return (form && slang.get(form)) || [word];
}

/** Joins "kepala desa" to "kades" and the like. */
function joinPhrases(words: string[], writing: Writing): string[] {
  const out: string[] = [];
  for (let at = 0; at < words.length; ) {
    const rows = writing.phrases.get(words[at] ?? '') ?? [];
    const hit = rows.find((row) => row.words.every((word, step) => words[at + step] === word));
    out.push(hit ? hit.to : (words[at] ?? ''));
    at += hit ? hit.words.length : 1;
  }
  return out;
}

/** The words of a text in order. Never throws; an empty text gives none. */
export function wordsOf(text: string, writing: Writing): Word[] {
  const out: Word[] = [];
  rawSentences(text).forEach((raw, sentence) => {
    const plain = raw.flatMap((word) => writtenOut(word, writing));
    let place = 0;
    let request = 0;
    let before = '';
    for (const word of joinPhrases(plain, writing)) {
      if (writing.requests.has(word)) request = REQUEST_REACH + (writing.stopwords.has(word) ? 0 : 1);
      if (writing.locators.has(word)) {
        place = PLACE_REACH;
        before = '';
      } else if (word && word !== before && !writing.stopwords.has(word)) {
        const weight = place > 0 ? PLACE_WEIGHT : request > 0 ? REQUEST_WEIGHT : 1;
        out.push({ text: word, sentence, weight, asked: request === REQUEST_REACH });
        place -= 1;
        request -= 1;
        before = word;
      }
    }
  });
  return out;
}
