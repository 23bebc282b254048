/** Files of a form: picked one at a time, stored at once, and carried on as hidden fields "id.kind.bytes". */
import { formatNumber } from '../../shared/text.ts';
import { asFile } from '../platform/download.ts';
import { toHex } from '../platform/ids.ts';

export interface StoredFile {
  id: string;
  kind: string;
  /** Size after cleaning. */
  bytes: number;
}

/** A form as `parseBody({ all: true })` reads it. */
export type Posted = Record<string, string | File | (string | File)[]>;

const STORED = /^([0-9a-f]{32})\.(jpeg|png|webp|pdf)\.(\d{1,9})$/;

/** The value of a hidden field. */
export const storedValue = (file: StoredFile): string => `${file.id}.${file.kind}.${file.bytes}`;

/** @param values of the fields named "stored"; what is not of the form is left out */
export function storedFiles(values: readonly (string | File)[]): StoredFile[] {
  return values.flatMap((value): StoredFile[] => {
    const [, id, kind, bytes] = (typeof value === 'string' && STORED.exec(value)) || [];
    return id && kind && bytes ? [{ id, kind, bytes: Number(bytes) }] : [];
  });
}

/** The file picked in this post, or null. */
export function pickedFile(value: string | File | (string | File)[] | null | undefined): File | null {
  const [first] = [value ?? []].flat();
  return first instanceof File && first.size > 0 ? first : null;
}

/** SHA-256 of a file, in hexadecimal: what a repeated post is recognised by. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)));
}

/** "340 KB", "1,2 MB" */
export function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${formatNumber(Math.ceil(bytes / 1000))} KB`
    : `${formatNumber(bytes / 1_000_000, 1)} MB`;
}

/** A PDF as a download that nobody keeps on the way. @param name of the file, without personal data */
export function pdfAnswer(bytes: Uint8Array<ArrayBuffer>, name: string): Response {
  return new Response(bytes, { headers: asFile(`${name}.pdf`, 'application/pdf') });
}
