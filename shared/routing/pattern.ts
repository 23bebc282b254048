/**
 * The little language of the lexicon, one pattern between two commas:
 *
 *     lampu jalan        two words after each other (fillers between them are dropped beforehand)
 *     lampu|pju          either word, also with -nya, -ku, -lah, …
 *     ~minta             the stem with any affix: diminta, memintai, permintaan
 *     #                  any number
 *     @uang              any word of the group "uang"
 *     lampu .. mati      up to five words between, in one sentence
 *     lampu . mati       up to two
 *     lampu & jalan      both, in any order, at most twenty words apart
 *     lampu & !tetangga  not when this stands anywhere in the text
 */

export interface Phrase {
  /** Keys of the words that fit, and how many other words may stand before it. */
  slots: { keys: ReadonlySet<string>; gap: number }[];
}

export interface Pattern {
  /** As the lexicon writes it: shown as the reason. */
  source: string;
  all: Phrase[];
  none: Phrase[];
}

const NUMBER = '#';
const GAPS: Readonly<Record<string, number>> = { '.': 2, '..': 5 };

/** @throws Error naming the pattern that uses an unknown group */
export function parsePatterns(list: string, groups: Readonly<Record<string, string>>): Pattern[] {
  return list
    .split(',')
    .map((source) => source.trim().replace(/\s+/g, ' '))
    .filter(Boolean)
    .map((source) => parsePattern(source, groups));
}

function parsePattern(source: string, groups: Readonly<Record<string, string>>): Pattern {
  const parts = source.split('&').map((part) => part.trim());
  const phrase = (part: string) => parsePhrase(part, groups);
  return {
    source,
    all: parts.filter((part) => !part.startsWith('!')).map(phrase),
    none: parts.filter((part) => part.startsWith('!')).map((part) => phrase(part.slice(1))),
  };
}

function parsePhrase(part: string, groups: Readonly<Record<string, string>>): Phrase {
  const slots: Phrase['slots'] = [];
  let gap = 0;
  for (const slot of part.split(' ').filter(Boolean)) {
    if (slot in GAPS) {
      gap = GAPS[slot] ?? 0;
      continue;
    }
    slots.push({ keys: new Set(slot.split('|').flatMap((word) => expand(word, groups))), gap });
    gap = 0;
  }
  return { slots };
}

function expand(word: string, groups: Readonly<Record<string, string>>): string[] {
  if (!word.startsWith('@')) return [word];
  const group = groups[word.slice(1)];
  if (group === undefined) throw new Error(`routing data: no group ${word}`);
  return group
    .split(/[\s|]+/)
    .filter(Boolean)
    .flatMap((inner) => expand(inner, groups));
}

/** Every key the patterns use. */
export function keysOf(patterns: Iterable<Pattern>): Set<string> {
  const keys = new Set<string>([NUMBER]);
  for (const pattern of patterns)
    for (const phrase of [...pattern.all, ...pattern.none])
      for (const slot of phrase.slots) for (const key of slot.keys) keys.add(key);
  return keys;
}
