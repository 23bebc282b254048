/** Reads an export of SP4N-LAPOR!. */
import { findHeader, headersOf } from '../../../../shared/sp4n/fields.ts';
import { numberOf } from '../../../../shared/sp4n/row.ts';
import { MOST_ROWS, readCells } from './cells.ts';
import { ExportProblem } from './problem.ts';

const TRACKING_ID = /tracking[\s_-]*id/i;

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
  const isThere = (rows: string[][]) => findHeader(rows) !== null;
  const cells = await readCells(bytes, { mark: TRACKING_ID, isThere });
  const at = findHeader(cells);
  if (at === null) throw new ExportProblem('no_tracking_id');
  const headers = headersOf(trimEnd(cells[at] ?? []));
  const column = headers.findIndex((header) => TRACKING_ID.test(header));
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

function trimEnd(row: readonly string[]): string[] {
  const last = row.findLastIndex((cell) => cell.trim() !== '');
  return row.slice(0, last + 1);
}
