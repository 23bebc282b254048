/** What stands in the index for a word: a keyed digest, so that a leaked copy of it tells nothing. */
import { searchWriting } from '../../../shared/search.ts';
import type { Keys } from '../../privacy/keys.ts';
import { macHex } from '../../privacy/mac.ts';

/** word: of a text; number: of a case; scope: who may find it, and its area. They never meet. */
export type Kind = 'word' | 'number' | 'scope';

/** 48 bits: among a million different words, two meet by chance once in some hundred indexes. */
const LENGTH = 12;

/** @returns makes digests, each different word once */
export function digester(keys: Keys): (kind: Kind, values: Iterable<string>) => Promise<string[]> {
  const known = new Map<string, Promise<string>>();
  const one = (kind: Kind, value: string): Promise<string> => {
    const place = `${kind}:${value}`;
    const digest =
      known.get(place) ?? macHex(keys, 'search', kind, value).then((hex) => hex.slice(0, LENGTH));
    known.set(place, digest);
    return digest;
  };
  return (kind, values) => Promise.all([...values].map((value) => one(kind, value)));
}

let writing: Promise<ReturnType<typeof searchWriting>> | null = null;

/** How Indonesian is written; loaded by the first search of an isolate, since no citizen's request needs it. */
export function readWriting() {
  writing ??= import('../../../shared/regencies/indonesia/routing/index.ts').then(({ routing }) =>
    searchWriting(routing.slang ?? {}, routing.stopwords ?? ''),
  );
  return writing;
}
