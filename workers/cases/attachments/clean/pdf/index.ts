/**
 * PDF (ISO 32000): every object that the pages lead to is copied into a fresh file, so updates, deleted objects, document
 * information and whatever stands before, between or behind stay away. Written here and not with the PDF library that
 * makes our own documents: 80 kB of hostile bytes keep its reader busy for minutes, and 300 kB take 700 MB.
 *
 * Not looked into: the drawing instructions of pages, fonts, and colour profiles.
 */

import { concat, fromLatin1 } from '../bytes.ts';
import { MAX_BYTES, MAX_PAGES } from '../limits.ts';
import { refuse } from '../reasons.ts';
import { PdfFile } from './file.ts';
import { cleanImage } from './images.ts';
import { cleanCatalog, cleanStreamDict, cleanValue, mustGo } from './rules.ts';
import { isDict, isRef, type Value, writeValue } from './values.ts';

const HEADER = '%PDF-1.7\n%\x81\x81\x81\x81\n';

/** @throws Refused `damaged`, `encrypted_pdf`, `too_many_pages`, `unsupported` or `too_complex` */
export function cleanPdf(bytes: Uint8Array): { bytes: Uint8Array } {
  const copy = new Copy(PdfFile.read(bytes));
  return { bytes: copy.write() };
}

class Copy {
  readonly #file: PdfFile;
  /** New numbers by old ones, in the order in which objects are met; null: what stood there is gone. */
  readonly #numbers = new Map<number, number | null>();
  readonly #waiting: number[] = [];
  #pages = 0;

  constructor(file: PdfFile) {
    this.#file = file;
  }

  write(): Uint8Array {
    this.#number(this.#file.root);
    const parts = [fromLatin1(HEADER)];
    const offsets: number[] = [];
    let at = HEADER.length;
    // Grows while it is walked.
    for (const old of this.#waiting) {
      const object = [
        fromLatin1(`${offsets.length + 1} 0 obj\n`),
        ...this.#object(old),
        fromLatin1('\nendobj\n'),
      ];
      offsets.push(at);
      for (const part of object) at += part.length;
      // Object streams are written open, which can make a file larger than it came.
      if (at > MAX_BYTES) refuse('too_complex');
      parts.push(...object);
    }
    if (this.#pages === 0) refuse('damaged');
    return concat([...parts, fromLatin1(trailer(offsets, at))]);
  }

  #object(old: number): Uint8Array[] {
    const resolve = (value: Value | undefined): Value | undefined => this.#file.resolve(value);
    const { value, data } = this.#file.get(old) ?? refuse('damaged');
    if (!isDict(value)) return [this.#text(cleanValue(value, resolve))];
    if (old === this.#file.root) return [this.#text(cleanCatalog(value, resolve))];
    if (resolve(value.get('/Type')) === '/Page' && ++this.#pages > MAX_PAGES) refuse('too_many_pages');
    if (data === null) return [this.#text(cleanValue(value, resolve))];
    const dict = cleanStreamDict(value, resolve);
    if (!isDict(dict)) return refuse('damaged');
    const cleaned = cleanImage(dict, data, resolve);
    dict.set('/Length', String(cleaned.length));
    return [this.#text(dict), fromLatin1('\nstream\n'), cleaned, fromLatin1('\nendstream')];
  }

  #text(value: Value): Uint8Array {
    return fromLatin1(writeValue(value, (old) => this.#number(old)));
  }

  #number(old: number): number | null {
    const known = this.#numbers.get(old);
    if (known !== undefined) return known;
    const number = this.#stays(old) ? this.#waiting.push(old) : null;
    this.#numbers.set(old, number);
    return number;
  }

  #stays(old: number): boolean {
    const value = this.#file.get(old)?.value;
    if (value === undefined || value === 'null' || isRef(value)) return false;
    return !isDict(value) || !mustGo(value, (inner) => this.#file.resolve(inner));
  }
}

/** The cross-reference table and the trailer (7.5.4): no document information, no identifier. */
function trailer(offsets: number[], start: number): string {
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const size = offsets.length + 1;
  return `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
}
