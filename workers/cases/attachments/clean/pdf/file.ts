/**
 * The objects of a PDF file by number. The cross-reference is not believed: the file is read from front to back, and
 * of two objects with one number the later counts, as with updates. Objects are read again when they are asked for, so
 * a file takes little more memory than its bytes.
 */

import { concat, findText, u16 } from '../bytes.ts';
import { refuse } from '../reasons.ts';
import { inflate } from '../zlib/index.ts';
import { type Budget, Parser } from './parser.ts';
import { type Dict, isDict, isRef, type Value } from './values.ts';

/** An object: its value, and the data behind it where it is a stream. */
export interface PdfObject {
  value: Value;
  data: Uint8Array | null;
}

interface Place {
  bytes: Uint8Array;
  at: number;
  /** Where in the file it stands, or the object stream that holds it: the larger is the newer. */
  order: number;
}

/** Bytes that all object streams of a file may unpack to. */
const MOST_UNPACKED = 16 << 20;
const MOST_VALUES = 4_000_000;
/** A report of 200 pages with tags has some tens of thousands. */
const MOST_OBJECTS = 150_000;

export class PdfFile {
  root = 0;
  readonly #places = new Map<number, Place>();
  readonly #objectStreams: { dict: Dict; data: Uint8Array; order: number }[] = [];
  readonly #budget: Budget = { left: MOST_VALUES };

  /** @throws Refused `damaged`, `encrypted_pdf`, `unsupported` or `too_complex` */
  static read(bytes: Uint8Array): PdfFile {
    const file = new PdfFile();
    file.#scan(bytes);
    let left = MOST_UNPACKED;
    for (const { dict, data, order } of file.#objectStreams) {
      const unpacked = file.#unpack(dict, data, left);
      left -= unpacked.length;
      file.#index(dict, unpacked, order);
    }
    return file;
  }

  /** @throws Refused `damaged` or `too_complex` */
  get(number: number): PdfObject | null {
    const place = this.#places.get(number);
    if (place === undefined) return null;
    return this.#object(new Parser(place.bytes, place.at, this.#budget), place.bytes);
  }

  /** What a value stands for: itself, or the object that it refers to. A reference to a reference is nothing. */
  resolve(value: Value | undefined): Value | undefined {
    if (!isRef(value)) return value;
    const target = this.get(value.ref)?.value;
    return isRef(target) ? undefined : target;
  }

  #scan(bytes: Uint8Array): void {
    const parser = new Parser(bytes, 0, this.#budget);
    for (parser.skipSpace(); !parser.done; parser.skipSpace()) {
      const order = parser.position;
      const number = parser.header();
      if (number !== null) {
        // The parser's allowance is for one object, so each begins with one of its own.
        const own = new Parser(bytes, parser.position, this.#budget);
        this.#place(number, { bytes, at: own.position, order });
        this.#note(this.#object(own, bytes), order);
        parser.position = own.position;
      } else if (parser.keyword('trailer')) {
        const trailer = parser.value();
        if (isDict(trailer)) this.#noteTrailer(trailer);
      } else parser.skipToken();
    }
  }

  #note({ value, data }: PdfObject, order: number): void {
    if (data === null || !isDict(value)) return;
    const type = this.resolve(value.get('/Type'));
    if (type === '/XRef') this.#noteTrailer(value);
    if (type === '/ObjStm') this.#objectStreams.push({ dict: value, data, order });
  }

  #noteTrailer(trailer: Dict): void {
    if (isDict(this.resolve(trailer.get('/Encrypt')))) refuse('encrypted_pdf');
    if (isRef(trailer.get('/Encrypt'))) refuse('encrypted_pdf');
    const root = trailer.get('/Root');
    if (isRef(root)) this.root = root.ref;
  }

  #object(parser: Parser, bytes: Uint8Array): PdfObject {
    const value = parser.value();
    if (!isDict(value) || !parser.keyword('stream')) return { value, data: null };
    let start = parser.position;
    if (u16(bytes, start) === 0x0d0a) start += 2;
    else if (bytes[start] === 10 || bytes[start] === 13) start++;
    const end = this.#streamEnd(bytes, start, value, parser);
    return { value, data: bytes.subarray(start, end) };
  }

  /** Where a stream's data ends: by its length where `endstream` confirms it, else before the next `endstream`. */
  #streamEnd(bytes: Uint8Array, start: number, dict: Dict, parser: Parser): number {
    const declared = dict.get('/Length');
    const length = isRef(declared) ? this.#knownLength(declared.ref) : Number(declared);
    if (Number.isInteger(length) && length >= 0 && start + length <= bytes.length) {
      parser.position = start + length;
      for (let space = 0; space < 2 && [10, 13, 32].includes(bytes[parser.position] ?? 0); space++)
        parser.position++;
      if (findText(bytes, 'endstream', parser.position, parser.position + 9) >= 0) {
        parser.position += 9;
        return start + length;
      }
    }
    const end = findText(bytes, 'endstream', start);
    if (end < 0) refuse('damaged');
    parser.position = end + 9;
    if (end - start >= 2 && u16(bytes, end - 2) === 0x0d0a) return end - 2;
    return end > start && (bytes[end - 1] === 10 || bytes[end - 1] === 13) ? end - 1 : end;
  }

  #knownLength(number: number): number {
    const place = this.#places.get(number);
    const value = place && new Parser(place.bytes, place.at, this.#budget).value();
    return typeof value === 'string' ? Number(value) : Number.NaN;
  }

  #unpack(dict: Dict, data: Uint8Array, limit: number): Uint8Array {
    const filter = this.resolve(dict.get('/Filter'));
    const names = filter === undefined ? [] : Array.isArray(filter) ? filter : [filter];
    if (names.length === 0) return data;
    if (names.length > 1 || names[0] !== '/FlateDecode' || dict.has('/DecodeParms')) refuse('unsupported');
    const pieces: Uint8Array[] = [];
    inflate(data, limit, (piece) => pieces.push(piece.slice()));
    return concat(pieces);
  }

  /** The objects of an object stream: pairs of number and offset, then the values (7.5.7). */
  #index(dict: Dict, bytes: Uint8Array, order: number): void {
    const first = Number(this.resolve(dict.get('/First')));
    const count = Number(this.resolve(dict.get('/N')));
    if (!Number.isInteger(first) || !Number.isInteger(count) || count * 4 > bytes.length) refuse('damaged');
    const parser = new Parser(bytes, 0, this.#budget);
    for (let i = 0; i < count; i++) {
      const number = Number(parser.value());
      const at = first + Number(parser.value());
      if (!Number.isInteger(number) || !Number.isInteger(at)) refuse('damaged');
      if ((this.#places.get(number)?.order ?? -1) <= order) this.#place(number, { bytes, at, order });
    }
  }

  #place(number: number, place: Place): void {
    this.#places.set(number, place);
    if (this.#places.size > MOST_OBJECTS) refuse('too_complex');
  }
}
