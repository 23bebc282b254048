/** Cells of an uploaded table, xlsx or csv, whatever its name says. Formulas count by their value only. */
import { readCsv } from './csv.ts';
import { ExportProblem } from './problem.ts';

const MOST_BYTES = 5_000_000;
export const MOST_ROWS = 20_000;
/** Rows above and between. */
const SPARE = 500;

export interface Wanted {
  /** Stands in a header of the table: of a text it tells the separator. */
  mark: RegExp;
  /** Is the table on this sheet of a spreadsheet? Where it is on none, the first one is taken. */
  isThere: (rows: string[][]) => boolean;
}

/** @throws ExportProblem */
export async function readCells(bytes: Uint8Array<ArrayBuffer>, wanted: Wanted): Promise<string[][]> {
  if (bytes.length > MOST_BYTES) throw new ExportProblem('too_large');
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) {
    const { readSheets } = await import('./xlsx.ts');
    const sheets = await readSheets(bytes);
    return sheets.find(wanted.isThere) ?? sheets[0] ?? [];
  }
  // The container of Excel before 2007, and of spreadsheets with a password.
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    const name = new TextDecoder('utf-16le').decode(bytes.length % 2 ? bytes.subarray(0, -1) : bytes);
    throw new ExportProblem(name.includes('EncryptedPackage') ? 'encrypted' : 'old_format');
  }
  return readCsv(bytes, MOST_ROWS + SPARE, wanted.mark);
}
