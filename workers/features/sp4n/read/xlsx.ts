/** Cells of a spreadsheet as text. Loaded only when one is read. */
import readXlsxFile from 'read-excel-file/universal';
import { ExportProblem } from './problem.ts';
import { unpackSheet } from './zip.ts';

/** @throws ExportProblem */
export async function readSheets(bytes: Uint8Array<ArrayBuffer>): Promise<string[][][]> {
  const plain = unpackSheet(bytes);
  try {
    // Numbers stay as they are written: a Tracking ID is a name, not a quantity.
    const sheets = await readXlsxFile<string>(plain, { trim: true, parseNumber: (text) => text });
    return sheets.map(({ data }) => data.map((row) => row.map(textOf)));
  } catch {
    throw new ExportProblem('not_a_sheet');
  }
}

/** A date cell is told as its wall clock: a spreadsheet knows no zones. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return '';
    return cell.toISOString().slice(0, 16).replace('T', ' ');
  }
  return String(cell);
}
