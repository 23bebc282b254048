/** What the status page knows of the running system, before it is put into words. */
import { MINUTE } from '../../platform/clock.ts';
import type { KeyTrouble } from '../../privacy/key-words.ts';

/** Trouble that is over for so long is over. */
export const FRESH = 30 * MINUTE;
/** A small regency has few messages: of queues that lose some a longer time tells. */
export const QUEUE_FRESH = 12 * FRESH;

/** What the running system noted about itself. Times are epoch ms. */
export interface Notes {
  /** When a sweep last got to its end. */
  sweptAt: number | null;
  /** Sweeps that did not get to their end: when, newest last, and which parts failed in the newest. */
  unfinished: { at: number[]; parts: string[] } | null;
  /** Work that an earlier sweep had hinted at and the next still found undone: its message was lost, or waits long. */
  foundAgain: { since: number; last: number; count: number } | null;
  /** Files, as they were when they were counted last. */
  files: { at: number; count: number; bytes: number } | null;
  /** A count of files on its way. */
  filesWalk: { cursor: string; count: number; bytes: number } | null;
  backupAt: number | null;
  /** Of the machine; null on Cloudflare. Bytes. */
  disk: { at: number; free: number; size: number } | null;
}

/** Rows of each kind that are looked at; there may be more. */
export const MOST = 25;
/** What waits: how many (at most `MOST`), and since when the oldest has. */
export interface Waiting {
  count: number;
  /** Epoch ms; null = nothing waits. */
  since: number | null;
}

/** Entries of the history that wait to be taken up. */
export interface Behind extends Waiting {
  /** Of all entries those that were taken up, in percent, rounded down. */
  reached: number;
}

/** Notices by the reason that stands beside them. */
export interface ByReason extends Waiting {
  reasons: string[];
}

export interface Figures {
  notes: Notes;
  unrouted: Waiting;
  clocks: Waiting;
  /** Notices whose time has come. */
  mail: Waiting;
  /** Tried more than once and still waiting. */
  retried: ByReason;
  /** In the last seven days. */
  failed: ByReason;
  uncertain: Waiting;
  /** What the slowest of the folds of figures has before it. */
  counting: Behind;
  /** Null = the search database does not answer. */
  search: Behind | null;
  /** Kinds of long work that runs, and how many of each. */
  jobs: Record<string, number>;
  deadLetters: Waiting & { queues: string[] };
  /** Bytes; null = not known. */
  database: number | null;
  searchDatabase: number | null;
  settings: number;
  /** "kind/id" of settings that the pack and staff changed both. */
  conflicts: string[];
  /** Since when an erasure has not been copied to the files. */
  erasureUnlogged: number | null;
  keys: KeyTrouble[];
  /** First entry of all, epoch ms; null = no case yet. */
  firstAt: number | null;
}
