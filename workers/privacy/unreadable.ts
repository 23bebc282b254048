/** What cannot be opened: a key is missing or is another one, or the value was altered or moved. */
import { AppError } from '../platform/problem.ts';

/** Ids as people choose them for KEYS; what does not look like one is not repeated on a page. */
const KEY_ID = /^[\w-]{1,20}$/;

/**
 * 503 when nobody catches it: it may be readable again once the key is back, so work waits and is tried again. Its
 * message names the place, never the value.
 */
export class Unreadable extends AppError {
  /** Of the key that it was sealed with; '' when that cannot be told. */
  readonly key: string;
  /** What stands on a page instead. */
  readonly shown: string;

  constructor(place: { table: string; column: string }, key: string, why: 'missing' | 'refused') {
    super('unavailable', {
      detail: 'unreadable',
      retryAfter: 300,
      cause: new Error(`Cannot open ${place.table}.${place.column}`),
    });
    this.key = KEY_ID.test(key) ? key : '';
    this.shown = unreadableText(this.key, why);
  }
}

/** Is this what stands in the place of a value? For what only masks; never to decide what is stored. */
export const isUnreadable = (text: string | null): boolean => text?.startsWith(MARK) ?? false;

const MARK = '[tidak dapat dibuka';

function unreadableText(key: string, why: 'missing' | 'refused'): string {
  if (key === '') return `${MARK}]`;
  return why === 'missing' ? `${MARK}: kunci ${key} tidak ada]` : `${MARK}: kunci ${key} tidak cocok]`;
}
