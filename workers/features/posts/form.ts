/** The form of a post as it was typed. */
import { type Posted, type StoredFile, storedFiles } from '../files.ts';

const fields = ['link', 'topic', 'area', 'outcome', 'code', 'note'] as const;

export type TypedPost = Record<(typeof fields)[number], string> & {
  /** A screenshot that is stored already. */
  stored: StoredFile | null;
};

export const blankPost = (): TypedPost => readPost({});

/** @param posted from `parseBody({ all: true })` */
export function readPost(posted: Posted): TypedPost {
  const text = (name: string) => {
    const [first] = [posted[name] ?? ''].flat();
    return typeof first === 'string' ? first.trim() : '';
  };
  const texts = Object.fromEntries(fields.map((name) => [name, text(name)])) as Record<
    (typeof fields)[number],
    string
  >;
  return { ...texts, stored: storedFiles([posted.stored ?? []].flat())[0] ?? null };
}
