/** Reads PDF values from bytes, strictly and in linear time: the first thing that makes no sense ends it. */

import { hasText, latin1 } from '../bytes.ts';
import { refuse } from '../reasons.ts';
import type { Dict, Value } from './values.ts';

/** Values that may still be read of one file; every object is read about three times. */
export interface Budget {
  left: number;
}

/** Values that one object may hold, and how deep they may lie in each other. */
const MOST_IN_ONE = 300_000;
const DEEPEST = 60;

const SPACE = 1;
const DELIMITER = 2;
/** By byte: 1 white space, 2 delimiter, 0 regular (7.2.2). */
const CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = SPACE;
for (const character of '()<>[]{}/%') CLASS[character.charCodeAt(0)] = DELIMITER;

const PERCENT = 0x25;
const OPEN = 0x28;
const CLOSE = 0x29;
const BACKSLASH = 0x5c;

export class Parser {
  position: number;
  readonly #bytes: Uint8Array;
  readonly #budget: Budget;
  #left = MOST_IN_ONE;

  constructor(bytes: Uint8Array, position: number, budget: Budget) {
    this.#bytes = bytes;
    this.position = position;
    this.#budget = budget;
  }

  /** The value that begins here, white space and comments passed over. @throws Refused `damaged`, `too_complex` */
  value(depth = 0): Value {
    if (depth > DEEPEST || --this.#left < 0 || --this.#budget.left < 0) refuse('too_complex');
    this.skipSpace();
    switch (String.fromCharCode(this.#bytes[this.position] ?? 0)) {
      case '/':
        return this.#name();
      case '(':
        return this.#string();
      case '[':
        return this.#array(depth);
      case '<':
        return this.#bytes[this.position + 1] === 0x3c ? this.#dict(depth) : this.#hexString();
      default:
        return this.#word();
    }
  }

  /** "n g obj": its number, with the position behind it; null, and nothing is moved, where it does not stand here. */
  header(): number | null {
    const start = this.position;
    const number = this.#integer();
    if (number !== null && this.#integer() !== null && this.keyword('obj')) return number;
    this.position = start;
    return null;
  }

  /** Takes a keyword that stands here after white space, if it does. */
  keyword(word: string): boolean {
    const start = this.position;
    this.skipSpace();
    if (hasText(this.#bytes, this.position, word)) {
      this.position += word.length;
      return true;
    }
    this.position = start;
    return false;
  }

  skipSpace(): void {
    for (;;) {
      const byte = this.#bytes[this.position];
      if (byte === PERCENT) this.#skipComment();
      else if (byte !== undefined && CLASS[byte] === SPACE) this.position++;
      else return;
    }
  }

  /** Passes one run of regular characters, or one delimiter. */
  skipToken(): void {
    const start = this.position;
    this.#skipRegular();
    if (this.position === start) this.position++;
  }

  /** Whether nothing is left. */
  get done(): boolean {
    return this.position >= this.#bytes.length;
  }

  #skipComment(): void {
    for (;;) {
      const byte = this.#bytes[this.position];
      if (byte === undefined || byte === 10 || byte === 13) return;
      this.position++;
    }
  }

  #skipRegular(): void {
    while (!this.done && CLASS[this.#bytes[this.position] ?? 0] === 0) this.position++;
  }

  #regular(): string {
    const start = this.position;
    this.#skipRegular();
    // No number, keyword or name is longer (annex C); what follows would not fit and is refused.
    if (this.position - start > 512) refuse('damaged');
    return latin1(this.#bytes, start, this.position);
  }

  #integer(): number | null {
    this.skipSpace();
    const start = this.position;
    this.#skipRegular();
    const length = this.position - start;
    const text = length <= 10 ? latin1(this.#bytes, start, this.position) : '';
    return /^\d+$/.test(text) ? Number(text) : null;
  }

  #word(): Value {
    const text = this.#regular();
    if (text === 'true' || text === 'false' || text === 'null') return text;
    if (!/^[-+.\d]+$/.test(text)) refuse('damaged');
    const end = this.position;
    if (/^\d{1,10}$/.test(text) && this.#integer() !== null && this.keyword('R'))
      return { ref: Number(text) };
    this.position = end;
    return text;
  }

  #name(): string {
    this.position++;
    const plain = this.#regular().replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return `/${plain.replace(/[^!-~]|[()<>[\]{}/%#]/g, (c) => `#${c.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
  }

  #string(): string {
    const start = this.position;
    let open = 0;
    do {
      const byte = this.#bytes[this.position++];
      if (byte === undefined) refuse('damaged');
      if (byte === BACKSLASH) this.position++;
      else if (byte === OPEN) open++;
      else if (byte === CLOSE) open--;
    } while (open > 0);
    return latin1(this.#bytes, start, this.position);
  }

  #hexString(): string {
    const end = this.#bytes.indexOf(0x3e, this.position);
    if (end < 0) refuse('damaged');
    const text = latin1(this.#bytes, this.position + 1, end).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[\dA-Fa-f]*$/.test(text)) refuse('damaged');
    this.position = end + 1;
    return `<${text}>`;
  }

  #array(depth: number): Value[] {
    this.position++;
    const items: Value[] = [];
    while (!this.keyword(']')) items.push(this.value(depth + 1));
    return items;
  }

  #dict(depth: number): Dict {
    this.position += 2;
    const dict: Dict = new Map();
    while (!this.keyword('>>')) {
      const key = this.value(depth + 1);
      if (typeof key !== 'string' || !key.startsWith('/')) refuse('damaged');
      dict.set(key, this.value(depth + 1));
    }
    return dict;
  }
}
