/** Exports as text: separators and encodings as spreadsheets of Windows leave them. */
import { ExportProblem } from './problem.ts';

/** UTF-8 with or without its mark, UTF-16 with it, and otherwise Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * @param mark stands in a header of the table
 * @returns rows of cells as they are written
 * @throws ExportProblem not_a_sheet, too_large
 */
export async function readCsv(bytes: Uint8Array, mostRows: number, mark: RegExp): Promise<string[][]> {
  const text = decodeText(bytes);
  // A text has no such bytes; a picture or a document does.
  if (text.includes('\0')) throw new ExportProblem('not_a_sheet');
  const { default: papa } = await import('papaparse/papaparse.min.js');
  const { data } = papa.parse<string[]>(text, {
    delimiter: separatorOf(text, mark),
    skipEmptyLines: false,
    preview: mostRows + 1,
  });
  if (data.length > mostRows) throw new ExportProblem('too_large');
  return data;
}

/** The one that stands beside a header; the rows above it may hold any. */
function separatorOf(text: string, mark: RegExp): string {
  const line = text.split(/\r\n|\n|\r/, 40).find((row) => mark.test(row)) ?? '';
  const count = (sign: string) => line.split(sign).length;
  return [';', '\t', ','].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}
