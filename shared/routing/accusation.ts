/**
 * Does the text accuse somebody in office? domain.md section 2: such a text is held for the verifier before any
 * office sees it, with or without the words pungli, korupsi or suap. A missed one lets an office read who
 * accuses it; one held for nothing costs a verifier a minute. So the threshold leans towards holding.
 *
 * Named misconduct is looked for first; what it weighs, together with every word and circumstance, was learned
 * from examples, so that an accusation that names nothing is seen too.
 */

import type { Knowledge } from './knowledge.ts';
import type { Found } from './match.ts';
import { stemForms } from './stem.ts';
import type { Word } from './tokens.ts';
import type { Act, RoutingInput } from './types.ts';

export interface Accusation {
  /** Names of the acts and the lexicon entries that showed them, else the words that weighed most. */
  facts: string[];
  /** Offices of the people accused. */
  accused: string[];
}

/** Words between an act and the person who did it. */
const NEAR = 10;
/** An outsider this close is the one who did it. */
const BESIDE = 7;
/** A person named only to say where something is does not count. */
const ONLY_PLACE = 0.5;
const MOST_FACTS = 6;
/** "Kalau bukan korupsi, apa namanya": a question, not a denial. */
const RHETORIC = new Set(['kalau', 'apa', 'apakah', 'jika', 'kah']);

interface Scene {
  words: readonly Word[];
  knowledge: Knowledge;
  /** People in office who do something in the text, and those of them whom the words around blame. */
  people: Found[];
  blamed: Found[];
  places: Found[];
  outsiders: Found[];
  excuses: { id: string; found: Found }[];
  acts: { act: Act; found: Found }[];
  /** Everything that is weighed: words with their stems, and marks in square brackets. */
  marks: Set<string>;
}

type Kind = RoutingInput['kind'];

/** How an act decides alone: in any case, or unless all the rest speaks strongly against it. */
type Verdict = 'always' | 'unless' | 'open';

/** The accusation in a text, or null. */
export function accusationIn(
  words: readonly Word[],
  found: readonly Found[],
  knowledge: Knowledge,
  kind: Kind,
): Accusation | null {
  const scene = sceneOf(words, found, knowledge, kind);
  const verdict = verdictOf(scene, kind);
  const from = { always: -Infinity, unless: knowledge.doubt, open: knowledge.threshold }[verdict];
  return weigh(scene) >= from ? report(scene) : null;
}

/** What is weighed in a text, and what its acts decide before anything is weighed: for learning the weights. */
export function signsOf(
  words: readonly Word[],
  found: readonly Found[],
  knowledge: Knowledge,
  kind: Kind,
): { marks: ReadonlySet<string>; verdict: Verdict } {
  const scene = sceneOf(words, found, knowledge, kind);
  return { marks: scene.marks, verdict: verdictOf(scene, kind) };
}

function verdictOf({ acts }: Scene, kind: Kind): Verdict {
  if (acts.some(({ act }) => act.decides === 'always')) return 'always';
  return kind === 'complaint' && acts.some(({ act }) => act.decides === 'complaint') ? 'unless' : 'open';
}

function sceneOf(words: readonly Word[], found: readonly Found[], knowledge: Knowledge, kind: Kind): Scene {
  const seen = {
    people: [] as Found[],
    places: [] as Found[],
    outsiders: [] as Found[],
    neutral: [] as Found[],
  };
  const excuses: Scene['excuses'] = [];
  const possible: Scene['acts'] = [];
  const marks = new Set<string>(['[teks]', `[${kind}]`]);
  for (const one of found) {
    const meaning = knowledge.meanings.get(one.pattern);
    if (meaning?.kind === 'act') possible.push({ act: meaning.act, found: one });
    if (meaning?.kind === 'actor' && isAgent(one, words)) seen.people.push(one);
    if (meaning?.kind === 'place') seen.places.push(one);
    if (meaning?.kind === 'outsider') seen.outsiders.push(one);
    if (meaning?.kind === 'neutral') seen.neutral.push(one);
    if (meaning?.kind === 'excuse') excuses.push({ id: meaning.id, found: one });
    if (meaning?.kind === 'excuse' || meaning?.kind === 'hint') marks.add(`[${meaning.id}]`);
  }
  const blamed = seen.people.filter(
    ({ start, weight }) => weight <= 1 && !seen.neutral.some((one) => one.start <= start && start <= one.end),
  );
  const scene: Scene = { words, knowledge, ...seen, blamed, excuses, acts: [], marks };
  scene.acts = possible.filter(({ act, found: one }) => stands(act, one, scene));
  for (const { act } of scene.acts) marks.add(`[${act.id}]`);
  if (blamed.length > 0) marks.add('[orang]');
  if (seen.people.length > blamed.length) marks.add('[disebut]');
  if (seen.places.length > 0) marks.add('[tempat]');
  if (seen.outsiders.length > 0) marks.add('[luar]');
  for (const { text } of words) for (const form of formsOf(text)) marks.add(form);
  return scene;
}

/** Not one who is only asked for help or named to say where something is. */
const isAgent = (one: Found, words: readonly Word[]): boolean =>
  one.weight > ONLY_PLACE && !words[one.start]?.asked;

/** A word as it is weighed: itself and every stem; names of places are left out, numbers are one. */
function formsOf(word: string): Iterable<string> {
  if (word.includes(':')) return [];
  return /^\d+$/.test(word) ? ['[angka]'] : stemForms(word).add(word);
}

function weigh({ marks, knowledge }: Scene): number {
  let sum = 0;
  for (const mark of marks) sum += knowledge.weights.get(mark) ?? 0;
  return sum;
}

function stands(act: Act, one: Found, scene: Scene): boolean {
  if (isExcused(act, one, scene)) return false;
  if (act.negatable && isNegated(one, scene)) return false;
  if (act.needs === 'sure') return true;
  const isNear = (reach: number) => (other: Found) => distance(one, other) <= reach;
  if (act.needs === 'near') return scene.blamed.some(isNear(NEAR));
  const outsiderDidIt = scene.outsiders.some(isNear(BESIDE)) && !scene.people.some(isNear(BESIDE));
  return !outsiderDidIt && scene.people.length + scene.places.length > 0;
}

const isExcused = (act: Act, one: Found, scene: Scene): boolean =>
  scene.excuses.some(
    ({ id, found }) => act.excusedBy?.includes(id) || (found.start <= one.end && one.start <= found.end),
  );

function isNegated({ start }: Found, { words, knowledge }: Scene): boolean {
  const word = (at: number) => words[at]?.text ?? '';
  const at = knowledge.between.has(word(start - 1)) ? start - 2 : start - 1;
  return knowledge.negations.has(word(at)) && !RHETORIC.has(word(at - 1));
}

/** Words between two finds, 0 when they touch or overlap. */
const distance = (a: Found, b: Found): number => Math.max(0, a.start - b.end, b.start - a.end);

function report({ acts, people, marks, knowledge }: Scene): Accusation {
  const named = acts.flatMap(({ act, found }) => [act.id, found.pattern.source]);
  const weight = (mark: string) => knowledge.weights.get(mark) ?? 0;
  const heaviest = [...marks]
    .filter((mark) => weight(mark) > 0 && mark !== '[complaint]' && mark !== '[teks]')
    .sort((a, b) => weight(b) - weight(a))
    .map((mark) => mark.replace(/[[\]]/g, ''));
  const accused = people.flatMap(({ pattern }) => {
    const meaning = knowledge.meanings.get(pattern);
    return meaning?.kind === 'actor' && meaning.office ? [meaning.office] : [];
  });
  return {
    facts: [...new Set(named.length > 0 ? named : heaviest)].slice(0, MOST_FACTS),
    accused: [...new Set(accused)],
  };
}
