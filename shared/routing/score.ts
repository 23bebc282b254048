/** How much of the text speaks for which office. */

import { KECAMATAN, type Knowledge } from './knowledge.ts';
import type { Found } from './match.ts';

export interface Evidence {
  office: string;
  /** Sum of the weights, each further word counting less than the one before. */
  score: number;
  /** Lexicon entries, the heaviest first. */
  facts: string[];
}

/** Each further sign of the same office counts this much of the one before. */
const FADING = 0.6;
/** A sign of several words is surer than a single word by this factor. */
const SEVERAL_WORDS = 1.3;
/** People say first what it is about: the last word counts this much less than the first. */
const LATER = 0.3;
/** Shorter texts are treated as if they had this many words. */
const SHORTEST = 8;

/**
 * Offices by their evidence, best first.
 * @param length of the text in words
 * @param kecamatan office of the place, stands in for topics that go to "the kecamatan"
 * @param extra what the reporter said outside the text: a category, an office
 */
export function evidenceOf(
  found: readonly Found[],
  length: number,
  knowledge: Knowledge,
  kecamatan: string | null,
  extra: readonly { office: string; weight: number; fact: string }[] = [],
): Evidence[] {
  const signs = new Map<string, { weight: number; fact: string }[]>();
  const add = (office: string, weight: number, fact: string) =>
    signs.set(office, [...(signs.get(office) ?? []), { weight, fact }]);

  const best = new Map<string, { office: string; weight: number; fact: string }>();
  for (const one of found) {
    const meaning = knowledge.meanings.get(one.pattern);
    if (meaning?.kind !== 'topic' || isPartOfAnother(one, found, knowledge)) continue;
    const office = meaning.office === KECAMATAN ? kecamatan : meaning.office;
    if (office === null) continue;
    const said = 1 - (LATER * one.start) / Math.max(SHORTEST, length);
    const weight = meaning.weight * one.weight * said * (isSeveral(one) ? SEVERAL_WORDS : 1);
    // One word speaks once for an office, however many entries it is in.
    const key = `${office} ${one.start}`;
    if (weight > (best.get(key)?.weight ?? 0)) best.set(key, { office, weight, fact: one.pattern.source });
  }
  for (const sign of [...best.values(), ...extra]) add(sign.office, sign.weight, sign.fact);

  return [...signs]
    .map(([office, own]) => {
      own.sort((a, b) => b.weight - a.weight);
      const score = own.reduce((sum, sign, rank) => sum + sign.weight * FADING ** rank, 0);
      return { office, score, facts: [...new Set(own.map(({ fact }) => fact))] };
    })
    .sort((a, b) => b.score - a.score || (a.office < b.office ? -1 : 1));
}

/** "jalan" inside "lampu jalan" says nothing of its own. */
function isPartOfAnother(one: Found, found: readonly Found[], knowledge: Knowledge): boolean {
  return found.some(
    (other) =>
      other.start <= one.start &&
      other.end >= one.end &&
      other.end - other.start > one.end - one.start &&
      isTight(other) &&
      knowledge.meanings.get(other.pattern)?.kind === 'topic',
  );
}

const isSeveral = ({ pattern }: Found): boolean =>
  pattern.all.length > 1 || (pattern.all[0]?.slots.length ?? 0) > 1;

/** The words of the phrase stand right after each other. */
const isTight = ({ pattern, start, end }: Found): boolean =>
  pattern.all.length === 1 && pattern.all[0]?.slots.length === end - start + 1;
