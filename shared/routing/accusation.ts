/**
 * Does the text accuse somebody in office? domain.md section 2: such a text is held for the verifier before any
 * office sees it, with or without the words pungli, korupsi or suap. A missed one lets an office read who
 * accuses it; one held for nothing costs a verifier a minute. So doubt holds.
 */

import type { Knowledge } from './knowledge.ts';
import type { Found } from './match.ts';
import type { Word } from './tokens.ts';
import type { Act, RoutingInput } from './types.ts';

export interface Accusation {
  /** Names of the acts and the lexicon entries that showed them. */
  facts: string[];
  /** Offices of the people accused, null entries left out. */
  accused: string[];
}

/** Words between an act and the person who did it. */
const NEAR = 10;
/** An outsider this close is the one who did it. */
const BESIDE = 7;
/** A person named only to say where something is does not count. */
const ONLY_PLACE = 0.5;
/** "Kalau bukan korupsi, apa namanya": a question, not a denial. */
const RHETORIC = new Set(['kalau', 'apa', 'apakah', 'jika', 'kah']);

interface Scene {
  words: readonly Word[];
  knowledge: Knowledge;
  /** People in office who do something in the text, and those of them whom the words around blame. */
  people: Found[];
  actors: Found[];
  places: Found[];
  outsiders: Found[];
  excuses: { id: string; found: Found }[];
  /** Weights of the different hints. */
  hints: Map<string, number>;
  /** Mentions of people in office that blame nobody. */
  neutral: Found[];
  isCalmed: boolean;
}

/** The accusation in a text, or null. */
export function accusationIn(
  words: readonly Word[],
  found: readonly Found[],
  knowledge: Knowledge,
  kind: RoutingInput['kind'],
): Accusation | null {
  const hints = new Map<string, number>();
  const scene: Scene = { words, knowledge, people: [], actors: [], places: [], outsiders: [], excuses: [], hints, neutral: [], isCalmed: false };
  const acts: { act: Act; found: Found }[] = [];
  for (const one of found) {
    const meaning = knowledge.meanings.get(one.pattern);
    if (meaning?.kind === 'act') acts.push({ act: meaning.act, found: one });
    if (meaning?.kind === 'actor' && isAgent(one, words)) scene.people.push(one);
    if (meaning?.kind === 'hint') hints.set(meaning.id, meaning.weight);
    if (meaning?.kind === 'place') scene.places.push(one);
    if (meaning?.kind === 'outsider') scene.outsiders.push(one);
    if (meaning?.kind === 'excuse') scene.excuses.push({ id: meaning.id, found: one });
    if (meaning?.kind === 'excuse' && meaning.calms) scene.isCalmed = true;
    if (meaning?.kind === 'neutral') scene.neutral.push(one);
  }
  scene.actors = scene.people.filter((actor) => isBlamed(actor, scene));
  const proven = acts.filter(({ act, found: one }) => stands(act, one, scene, kind));
  if (proven.length > 0) return report(proven, scene);
  return isSuspicious(scene, kind) ? report([], scene) : null;
}

/** Not one who is only asked for help or named to say where something is. */
const isAgent = (one: Found, words: readonly Word[]): boolean =>
  one.weight > ONLY_PLACE && !words[one.start]?.asked;

/**
 * Not one whom the words around him only ask, praise or miss; and one who stands in a request is its addressee,
 * unless the request is to have him punished.
 */
const isBlamed = (actor: Found, { neutral, hints }: Scene): boolean =>
  (actor.weight <= 1 || hints.has('sanksi')) &&
  !neutral.some((one) => one.start <= actor.start && actor.start <= one.end);

/** Enough small signs, and nothing that explains them. */
function isSuspicious(scene: Scene, kind: RoutingInput['kind']): boolean {
  if (scene.isCalmed) return false;
  const { person, place, alone, wish } = scene.knowledge.enough;
  const needed = scene.actors.length > 0 ? person : scene.places.length > 0 ? place : alone;
  const sum = [...scene.hints.values()].reduce((total, weight) => total + weight, 0);
  return sum >= needed + (kind === 'complaint' ? 0 : wish);
}

function stands(act: Act, one: Found, scene: Scene, kind: RoutingInput['kind']): boolean {
  if (isExcused(act, one, scene)) return false;
  if (act.negatable && isNegated(one, scene)) return false;
  if (act.needs === 'sure') return true;
  const isNear = (reach: number) => (other: Found) => distance(one, other) <= reach;
  const isWish = kind !== 'complaint';
  if (act.needs === 'near') return !isWish && !scene.isCalmed && scene.actors.some(isNear(NEAR));
  const outsiderDidIt = scene.outsiders.some(isNear(BESIDE)) && !scene.people.some(isNear(BESIDE));
  return !outsiderDidIt && (scene.people.length > 0 || (scene.places.length > 0 && !isWish));
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

function report(proven: { act: Act; found: Found }[], scene: Scene): Accusation {
  const named = proven.flatMap(({ act, found }) => [act.id, found.pattern.source]);
  const facts = named.length > 0 ? named : scene.hints.keys();
  const accused = scene.people.flatMap(({ pattern }) => {
    const meaning = scene.knowledge.meanings.get(pattern);
    return meaning?.kind === 'actor' && meaning.office ? [meaning.office] : [];
  });
  return { facts: [...new Set(facts)], accused: [...new Set(accused)] };
}
