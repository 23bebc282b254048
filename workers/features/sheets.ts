/** Tables as files: CSV for programs, XLSX with typed cells for spreadsheets. */
import type { Hono } from 'hono';
import { type Cell, csvAnswer, csvLine } from '../platform/csv.ts';
import { asFile } from '../platform/download.ts';
import type { AppContext, AppEnv } from './http.ts';

/** `at`: local ISO date "2026-11-27", or date and time "2026-11-27T08:00". */
export type SheetCell = Cell | { at: string };

export interface Sheet {
  /** Name of the file, without personal data and without its ending. */
  name: string;
  head: readonly string[];
  /** Cells in the order of `head`; null stays empty. */
  rows: readonly (readonly SheetCell[])[];
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Adds the two addresses of a table, e.g. /hasil.csv and /hasil.xlsx; who may read it is asked before, by `use`. */
export function offerSheet(
  pages: Hono<AppEnv>,
  path: string,
  read: (c: AppContext) => Promise<Sheet> | Sheet,
): void {
  pages.get(`${path}.csv`, async (c) => csvOf(await read(c)));
  pages.get(`${path}.xlsx`, async (c) => xlsxOf(await read(c)));
}

function csvOf({ name, head, rows }: Sheet): Response {
  const lines = [head, ...rows].map((row) => csvLine(row.map((cell) => (isDate(cell) ? cell.at : cell))));
  return csvAnswer(
    (async function* () {
      yield* lines;
    })(),
    name,
  );
}

async function xlsxOf(sheet: Sheet): Promise<Response> {
  return new Response(await workbookOf([sheet]), { headers: asFile(`${sheet.name}.xlsx`, XLSX) });
}

/** Text in a cell of type text is never run as a formula, whatever it begins with. */
export async function workbookOf(sheets: readonly Sheet[]): Promise<Blob> {
  const { writeXlsx } = await import('../platform/xlsx.ts');
  const written = sheets.map(({ name, head, rows }) => ({
    data: [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(typed)),
    ],
    sheet: name.slice(0, 31),
    columns: head.map((title, column) => ({ width: widthOf(title, rows, column) })),
    stickyRowsCount: 1,
  }));
  return writeXlsx(written);
}

function typed(cell: SheetCell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell, type: String };
  // Spreadsheets know no zones: what the wall clock says is written as if it were UTC.
  const withTime = cell.at.length > 10;
  return {
    value: new Date(withTime ? `${cell.at}Z` : cell.at),
    type: Date,
    format: withTime ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy',
  };
}

const isDate = (cell: SheetCell): cell is { at: string } => cell !== null && typeof cell === 'object';

/** In characters: the longest cell, within what a screen can show. */
function widthOf(title: string, rows: Sheet['rows'], column: number): number {
  const lengths = rows.map((row) => {
    const cell = row[column] ?? '';
    return isDate(cell) ? cell.at.length : String(cell).length;
  });
  return Math.min(50, Math.max(title.length, ...lengths) + 2);
}
