/**
 * Whether a text is nearly another one: by the runs of three words that both have. Numbers and dates count as any number,
 * so that the same letter with another date is still the same letter. Pure.
 */

const RUN = 3;

/**
 * From here on a text is "nearly" another. Chosen on examples (test/unit/similarity.test.ts): letters that were sent
 * again with another street or date lie above 0.6, letters on like matters that somebody wrote anew below 0.35.
 */
export const NEARLY = 0.5;

/** Lower-case words without punctuation; every number is "#". */
export function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\d[\d.,/:-]*/gu, '#')
    .split(/[^\p{L}#]+/u)
    .filter(Boolean);
}

/** Runs of three words; of a shorter text the whole of it. */
function runsOf(text: string): Set<string> {
  const words = plainWords(text);
  if (words.length <= RUN) return new Set(words.length === 0 ? [] : [words.join(' ')]);
  return new Set(words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' ')));
}

/** @returns from 0, nothing in common, to 1, the same words; 0 also where one of them has no words */
export function similarity(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((run) => b.has(run)).length;
  return (2 * shared) / (a.size + b.size);
}

/** Is it nearly one of these? */
export function isNearly(text: string, others: readonly string[]): boolean {
  return others.some((other) => similarity(text, other) >= NEARLY);
}
