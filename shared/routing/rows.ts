/**
 * The router's knowledge as rows that can be changed one by one, and back: a topic is a row, a spelling is a row, the rest of
 * `RoutingData` is a row a part.
 */
import type { RoutingData, Topic } from './types.ts';

/** Another way to write something: one word ("lobang") or several ("pak desa"), and the words that are meant. */
export interface Spelling {
  from: string;
  to: string;
}

/**
 * Topics with ids that stay when others come and go: the office or category it speaks for, and which of its topics it is,
 * counted from 1 in the pack's order, e.g. "cat:jalan-jembatan:2".
 */
export function namedTopics(topics: readonly Topic[]): { id: string; topic: Topic }[] {
  const counts = new Map<string, number>();
  return topics.map((topic) => {
    const n = (counts.get(topic.to) ?? 0) + 1;
    counts.set(topic.to, n);
    return { id: `${topic.to}:${n}`, topic };
  });
}

/** Rows in force, each kind in its order. */
export interface RuleRows {
  /** Parts of `RoutingData` by name, parsed. */
  parts: Readonly<Record<string, unknown>>;
  topics: readonly Topic[];
  spellings: readonly Spelling[];
}

/** What the rules know, from its rows. A spelling of the regency's own goes before the pack's. */
export function routingDataOf({ parts, topics, spellings }: RuleRows): RoutingData {
  const data = parts as unknown as RoutingData;
  const pairs = (several: boolean) =>
    Object.fromEntries(
      spellings.filter(({ from }) => from.includes(' ') === several).map(({ from, to }) => [from, to]),
    );
  return {
    ...data,
    topics: [...topics],
    slang: { ...data.slang, ...pairs(false) },
    phrases: { ...data.phrases, ...pairs(true) },
  };
}
