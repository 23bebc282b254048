/**
 * Learns what each word and mark weighs when the router asks whether a text accuses somebody in office: logistic
 * regression over the examples, pulled towards zero so that rare words weigh little.
 * Usage: node test/support/weigh-signs.ts [--without-odd] FILE.csv …  > weights.json
 */
import { marksOf } from '../../shared/routing/accusation.ts';
import { knowledgeOf } from '../../shared/routing/knowledge.ts';
import { wordsOf } from '../../shared/routing/tokens.ts';
import { parseCsv, readText } from './csv.ts';
import { context } from './score-routing.ts';

interface Example {
  marks: number[];
  accuses: number;
}

/** Pull towards zero, how much heavier an accusation counts, steps, and the rarest mark that is learned. */
const PULL = 3;
const ACCUSATION_COUNTS = 2;
const STEPS = 1500;
const SEEN_AT_LEAST = 3;
/** Weights smaller than this change nothing. */
const SMALLEST = 0.03;
const THRESHOLD = -0.25;
const BIAS = '[teks]';

const given: string[] = process.argv.slice(2);
const files = given.filter((argument) => !argument.startsWith('--'));

const knowledge = knowledgeOf(context);
const texts = files.flatMap((file) =>
  parseCsv(readText(file))
    .filter(({ id = '' }) => !(given.includes('--without-odd') && /^b\d*[13579]$/.test(id)))
    .map((row) => {
      const words = wordsOf(row.text ?? '', knowledge.writing);
      const kind = row.kind === 'aspiration' || row.kind === 'information' ? row.kind : 'complaint';
      const marks = marksOf(words, knowledge.matcher.find(words), knowledge, kind);
      return { marks: [...marks], accuses: row.accuses_official === 'yes' ? 1 : 0 };
    }),
);
const seen = new Map<string, number>();
for (const { marks } of texts) for (const mark of marks) seen.set(mark, (seen.get(mark) ?? 0) + 1);
const vocabulary = [...seen].filter(([, times]) => times >= SEEN_AT_LEAST).map(([mark]) => mark);
const place = new Map(vocabulary.map((mark, at) => [mark, at]));
const examples: Example[] = texts.map(({ marks, accuses }) => ({
  marks: marks.flatMap((mark) => place.get(mark) ?? []),
  accuses,
}));

/** Accelerated gradient descent (Nesterov) on the weighted log-loss. */
function learn(): Float64Array {
  const size = vocabulary.length;
  const step = 1 / (PULL + 0.25 * ACCUSATION_COUNTS * squaredNorm(size));
  let weights = new Float64Array(size);
  let ahead = weights.slice();
  let pace = 1;
  for (let round = 0; round < STEPS; round++) {
    const slope = ahead.map((weight, at) => (vocabulary[at] === BIAS ? 0 : PULL * weight));
    for (const { marks, accuses } of examples) {
      const sum = marks.reduce((total, at) => total + (ahead[at] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-sum)) - accuses) * (accuses ? ACCUSATION_COUNTS : 1);
      for (const at of marks) slope[at] = (slope[at] ?? 0) + error;
    }
    const next = ahead.map((weight, at) => weight - step * (slope[at] ?? 0));
    const faster = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const current = weights;
    ahead = next.map((weight, at) => weight + ((pace - 1) / faster) * (weight - (current[at] ?? 0)));
    [weights, pace] = [next, faster];
  }
  return weights;
}

/** Largest eigenvalue of the examples' Gram matrix, by power iteration. */
function squaredNorm(size: number): number {
  let vector = new Float64Array(size).fill(1);
  let norm = 1;
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(size);
    for (const { marks } of examples) {
      const sum = marks.reduce((total, at) => total + (vector[at] ?? 0), 0);
      for (const at of marks) next[at] = (next[at] ?? 0) + sum;
    }
    norm = Math.hypot(...next);
    vector = next.map((value) => value / norm);
  }
  return norm;
}

const weights = learn();
const kept = vocabulary
  .map((mark, at): [string, number] => [mark, Math.round((weights[at] ?? 0) * 100) / 100])
  .filter(([, weight]) => Math.abs(weight) >= SMALLEST)
  .sort(([a], [b]) => (a < b ? -1 : 1));
console.log(JSON.stringify({ threshold: THRESHOLD, weights: Object.fromEntries(kept) }, null, 2));
