/**
 * Tables as CSV (RFC 4180) for spreadsheets. A cell that a spreadsheet would run as a formula is made text by an
 * apostrophe (OWASP, "CSV injection"): what a citizen typed must do nothing on an officer's machine.
 */
import { asFile } from './download.ts';

export type Cell = string | number | null;

/** Also the full-width signs that spreadsheets take for the plain ones, and blanks that they skip before them. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/** One line with its line break. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * An answer that writes lines as they come, so that a long table is never whole in memory.
 * @param lines each as `csvLine` made it
 * @param name of the file, without personal data and without its ending
 */
export function csvAnswer(lines: AsyncIterator<string>, name: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    // Excel takes a file without this mark for the letters of the nineties.
    start: (sink) => sink.enqueue(encoder.encode('\ufeff')),
    async pull(sink) {
      const { done, value } = await lines.next();
      if (done) sink.close();
      else sink.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return?.();
    },
  });
  return new Response(body, { headers: asFile(`${name}.csv`, 'text/csv; charset=utf-8') });
}
