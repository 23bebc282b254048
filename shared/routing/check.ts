/** Looks whether what somebody typed is something the router understands. Pure. */
import { type Pattern, parsePatterns } from './pattern.ts';
import type { Spelling } from './rows.ts';
import type { Topic } from './types.ts';

/** Characters of one list; the longest of any pack is a third of it. */
export const LONGEST_LIST = 6_000;
/** Lists with more entries cost every decision time. */
export const MOST_PATTERNS = 400;
const LONGEST_SPELLING = 60;

export interface PatternProblem {
  kind: /** Nothing in it that a text could match, e.g. only "!x". */
    | 'only_without'
    /** `@name` of a group that is not there. */
    | 'unknown_group'
    /** A sign the language does not know, or one in the wrong place. */
    | 'sign'
    | 'too_long'
    | 'too_many';
  /** The entry, as typed; '' when it is about the whole list. */
  entry: string;
  /** The group or the sign. */
  what: string;
}

/** A word, the beginnings of words that the language knows, or a gap. */
const SLOT = /^(?:\.{1,2}|(?:#|[@~]?[a-z0-9]+)(?:\|(?:#|[@~]?[a-z0-9]+))*)$/;
const GAP = /^\.{1,2}$/;

/** A list of patterns as it is kept: small letters, one space, entries that are there twice only once. */
export function tidyList(typed: string): string {
  const entries = typed
    .toLowerCase()
    .split(/[,\n]/)
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter(Boolean);
  return [...new Set(entries)].join(', ');
}

/** What is wrong with a tidy list, entry by entry; nothing when the router can use all of it. */
export function checkList(list: string, groups: Readonly<Record<string, string>>): PatternProblem[] {
  if (list.length > LONGEST_LIST) return [{ kind: 'too_long', entry: '', what: String(LONGEST_LIST) }];
  const entries = list.split(',').map((entry) => entry.trim());
  if (entries.length > MOST_PATTERNS) return [{ kind: 'too_many', entry: '', what: String(MOST_PATTERNS) }];
  return entries.filter(Boolean).flatMap((entry) => checkEntry(entry, groups) ?? []);
}

function checkEntry(entry: string, groups: Readonly<Record<string, string>>): PatternProblem | null {
  const parts = entry.split('&').map((part) => part.trim());
  for (const part of parts) {
    const slots = part.replace(/^!\s*/, '').split(' ').filter(Boolean);
    if (slots.length === 0) return { kind: 'sign', entry, what: part || '&' };
    const strange = slots.find((slot) => !SLOT.test(slot));
    if (strange !== undefined) return { kind: 'sign', entry, what: strange };
    for (const word of slots.flatMap((slot) => slot.split('|')))
      if (word.startsWith('@') && !Object.hasOwn(groups, word.slice(1)))
        return { kind: 'unknown_group', entry, what: word };
    // A gap stands between two words.
    const gap = [slots[0], slots.at(-1)].find((slot) => slot !== undefined && GAP.test(slot));
    if (gap !== undefined) return { kind: 'sign', entry, what: gap };
  }
  const [pattern] = parsePatterns(entry, groups);
  return pattern === undefined || hasWord(pattern) ? null : { kind: 'only_without', entry, what: '!' };
}

const hasWord = ({ all }: Pattern): boolean => all.some(({ slots }) => slots.length > 0);

export type TopicField = 'strong' | 'medium' | 'weak';
export const topicFields: readonly TopicField[] = ['strong', 'medium', 'weak'];

/** The lists of a topic as they are kept. A list that is empty stays out, as in the pack, where it may. */
export function tidyTopic({ to, strong, medium, weak = '' }: Topic): Topic {
  const little = tidyList(weak);
  return {
    to,
    strong: tidyList(strong),
    medium: tidyList(medium),
    ...(little === '' ? {} : { weak: little }),
  };
}

/** A topic without any word says nothing. */
export const isEmptyTopic = ({ strong, medium, weak = '' }: Topic): boolean => strong + medium + weak === '';

/** What is typed as another spelling, as the router compares it: letters, digits and single spaces. */
export function tidySpelling({ from, to }: Spelling): Spelling {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return { from: plain(from), to: plain(to) };
}

/** Which fields of a tidy spelling cannot be kept. */
export function spellingProblems({ from, to }: Spelling): ('from' | 'to')[] {
  const wrong: ('from' | 'to')[] = [];
  if (from === '' || from.length > LONGEST_SPELLING) wrong.push('from');
  if (to === '' || to.length > LONGEST_SPELLING || to === from) wrong.push('to');
  return wrong;
}
