/**
 * Learns what each word and mark weighs when the router asks whether a text accuses somebody in office: logistic
 * regression over the examples, pulled towards zero so that rare words weigh little.
 * Usage: node test/support/weigh-signs.ts FILE.csv …  > weights.json
 * With --folds it learns nothing for use: it tells how texts of the complaint files come out that were left out in
 * turn, by pull and threshold. The acts of the lexicon are not left out, so this is kinder than new texts are.
 */
import { signsOf } from '../../shared/routing/accusation.ts';
import { knowledgeOf } from '../../shared/routing/knowledge.ts';
import { wordsOf } from '../../shared/routing/tokens.ts';
import { parseCsv, readText } from './csv.ts';
import { context } from './score-routing.ts';

interface Text {
  id: string;
  /** The row is one of a file of whole complaints, so it may be left out and tested; examples are only learned. */
  tested: boolean;
  marks: string[];
  verdict: ReturnType<typeof signsOf>['verdict'];
  accuses: number;
}

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
/** An act that decides in complaints is overruled below this. */
const DOUBT = -3;
const BIAS = '[teks]';
/** What --folds tries. */
const FOLDS = 5;
const FOLD_STEPS = 400;
const PULLS = [2, 3, 5, 8];
const DOUBTS = [-Infinity, -4, -3, -2, -1.5, -1];
const THRESHOLDS = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5];

const knowledge = knowledgeOf(context);

function textsOf(file: string): Text[] {
  return parseCsv(readText(file)).map((row) => {
    const words = wordsOf(row.text ?? '', knowledge.writing);
    const kind = row.kind === 'aspiration' || row.kind === 'information' ? row.kind : 'complaint';
    const { marks, verdict } = signsOf(words, knowledge.matcher.find(words), knowledge, kind);
    return {
      id: row.id ?? '',
      tested: !file.endsWith('examples.csv'),
      marks: [...marks],
      verdict,
      accuses: row.accuses_official === 'yes' ? 1 : 0,
    };
  });
}

/** Accelerated gradient descent (Nesterov) on the weighted log-loss. */
function learn(texts: readonly Text[], pull: number, steps: number): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { marks } of texts) for (const mark of marks) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  const vocabulary = [...seen].filter(([, times]) => times >= SEEN_AT_LEAST).map(([mark]) => mark);
  const place = new Map(vocabulary.map((mark, at) => [mark, at]));
  const examples = texts.map(({ marks, accuses }) => ({
    marks: marks.flatMap((mark) => place.get(mark) ?? []),
    accuses,
  }));
  const step = 1 / (pull + 0.25 * ACCUSATION_COUNTS * squaredNorm(examples, vocabulary.length));
  let weights = new Float64Array(vocabulary.length);
  let ahead = weights.slice();
  let pace = 1;
  for (let round = 0; round < steps; round++) {
    const slope = ahead.map((weight, at) => (vocabulary[at] === BIAS ? 0 : pull * weight));
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
  return new Map(vocabulary.map((mark, at) => [mark, weights[at] ?? 0]));
}

/** Largest eigenvalue of the examples' Gram matrix, by power iteration. */
function squaredNorm(examples: readonly Example[], size: number): number {
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

/** Prints, for each pull and threshold, which tested texts would be missed or held for nothing. */
function tryFolds(texts: readonly Text[]): void {
  const tested = texts.filter((text) => text.tested);
  const fold = new Map(tested.map((text, at) => [text, at % FOLDS]));
  for (const pull of PULLS) {
    const sums = Array.from({ length: FOLDS }, (_, own) => {
      const weights = learn(
        texts.filter((text) => fold.get(text) !== own),
        pull,
        FOLD_STEPS,
      );
      return tested
        .filter((text) => fold.get(text) === own)
        .map((text) => ({ text, sum: text.marks.reduce((sum, mark) => sum + (weights.get(mark) ?? 0), 0) }));
    }).flat();
    const holding = (from: { unless: number; open: number }) => {
      const isHeld = ({ text, sum }: (typeof sums)[number]) =>
        text.verdict === 'always' || sum >= from[text.verdict];
      const missed = sums.filter((one) => one.text.accuses && !isHeld(one)).map(({ text }) => text.id);
      const harmless = sums.filter((one) => !one.text.accuses && isHeld(one)).map(({ text }) => text.id);
      return `missed ${missed.length}, harmless held ${harmless.length}: ${missed.join(' ')} | ${harmless.join(' ')}`;
    };
    for (const open of THRESHOLDS)
      console.log(`pull ${pull} threshold ${open}:`, holding({ unless: -Infinity, open }));
    for (const unless of DOUBTS)
      console.log(`pull ${pull} doubt ${unless}:`, holding({ unless, open: THRESHOLD }));
  }
}

const given: string[] = process.argv.slice(2);
const texts = given.filter((argument) => !argument.startsWith('--')).flatMap(textsOf);
if (given.includes('--folds')) tryFolds(texts);
else {
  const kept = [...learn(texts, PULL, STEPS)]
    .map(([mark, weight]): [string, number] => [mark, Math.round(weight * 100) / 100])
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  console.log(
    JSON.stringify({ threshold: THRESHOLD, doubt: DOUBT, weights: Object.fromEntries(kept) }, null, 2),
  );
}
