/** Reads an export of SP4N-LAPOR!, xlsx or csv, whatever its name says. Formulas count by their value only. */
import { findHeader, headersOf } from '../../../../shared/sp4n/fields.ts';
import { numberOf } from '../../../../shared/sp4n/row.ts';
import { readCsv } from './csv.ts';
import { ExportProblem } from './problem.ts';

export const MOST_BYTES = 5_000_000;
export const MOST_ROWS = 20_000;
/** Rows above and between. */
const SPARE = 500;

export interface ExportRow {
  /** As the spreadsheet counts it, from 1. */
  row: number;
  cells: string[];
  /** Its number stood in an earlier row already. */
  twice: boolean;
}

export interface Export {
  headers: string[];
  rows: ExportRow[];
}

/** @throws ExportProblem */
export async function readExport(bytes: Uint8Array<ArrayBuffer>): Promise<Export> {
  if (bytes.length > MOST_BYTES) throw new ExportProblem('too_large');
  const cells = await cellsOf(bytes);
  const at = findHeader(cells);
  if (at === null) throw new ExportProblem('no_tracking_id');
  const headers = headersOf(trimEnd(cells[at] ?? []));
  const column = headers.findIndex((header) => /tracking[\s_-]*id/i.test(header));
  const seen = new Set<string>();
  const rows: ExportRow[] = [];
  for (const [index, row] of cells.entries()) {
    if (index <= at || row.every((cell) => cell.trim() === '')) continue;
    const number = numberOf(row[column] ?? '');
    rows.push({
      row: index + 1,
      cells: row.slice(0, headers.length),
      twice: number !== '' && seen.has(number),
    });
    seen.add(number);
  }
  if (rows.length === 0) throw new ExportProblem('no_rows');
  if (rows.length > MOST_ROWS) throw new ExportProblem('too_large');
  return { headers, rows };
}

function cellsOf(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return readXlsx(bytes);
  // The container of Excel before 2007, and of spreadsheets with a password.
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) {
    const name = new TextDecoder('utf-16le').decode(bytes.length % 2 ? bytes.subarray(0, -1) : bytes);
    throw new ExportProblem(name.includes('EncryptedPackage') ? 'encrypted' : 'old_format');
  }
  return readCsv(bytes, MOST_ROWS + SPARE);
}

async function readXlsx(bytes: Uint8Array<ArrayBuffer>): Promise<string[][]> {
  const { readSheets } = await import('./xlsx.ts');
  const sheets = await readSheets(bytes);
  return sheets.find((sheet) => findHeader(sheet) !== null) ?? sheets[0] ?? [];
}

function trimEnd(row: readonly string[]): string[] {
  const last = row.findLastIndex((cell) => cell.trim() !== '');
  return row.slice(0, last + 1);
}
