/** What a pack is made of: files, each made in an invocation of its own. */
import type { Db } from '../../../platform/db.ts';
import type { Keys } from '../../../privacy/keys.ts';
import type { Regency } from '../../../regency/snapshot.ts';

/** One file of a pack; `what` and `from` are for its maker. Kept as JSON: no personal data. */
export interface Step {
  /** ASCII, with its ending, e.g. "lembar-pimpinan.pdf". */
  name: string;
  /** For people. */
  title: string;
  what: string;
  /** Where its share of a long list begins. */
  from?: number;
}

export interface MadeFile {
  bytes: Uint8Array<ArrayBuffer>;
  /** 0 for what has none, as a table. */
  pages: number;
}

export interface PackContext {
  env: Env;
  db: Db;
  keys: Keys;
  regency: Regency;
  /** Id of the meeting, or of the indicator. */
  subject: string;
  /** When the pack was asked for, epoch ms: every file of it says the same. */
  askedAt: number;
  /** The files that were made before, in order, for one that holds them all. */
  earlier: () => AsyncIterable<{ name: string; bytes: Uint8Array<ArrayBuffer> }>;
}

/** How packs of a kind are made. */
export interface Maker {
  /** Where its subject is shown. */
  home: (subject: string) => string;
  /** What its subject is called. @throws AppError not_found */
  called: (db: Db, subject: string) => Promise<string>;
  /** @throws AppError not_found, conflict when there is nothing to make a pack of yet */
  plan: (context: Omit<PackContext, 'earlier'>) => Promise<Step[]>;
  /** The same step made twice is the same file. @throws when something did not answer */
  make: (context: PackContext, step: Step) => Promise<MadeFile>;
}
