/** Rows of a table of reach: which post by its code or its address, and how many people. Pure. */
import { isoDay } from '../../../../../shared/settings/dates.ts';
import { optionalCount } from '../../../fields.ts';

/** Headers as people and the platforms' own exports write them. */
const headers = {
  code: /^(kode|code|tautan pendek)/i,
  url: /(url|alamat|permalink|link|tautan)/i,
  reach: /(jangkauan|terjangkau|reach)/i,
  on: /^(tanggal|per tanggal|date)/i,
};

/** Tells the header's line of a text. */
export const REACH_MARK = headers.reach;

const reached = optionalCount();

/** Rows above the header that are looked at. */
const PREAMBLE = 30;

export interface ReachRow {
  /** As the spreadsheet counts it, from 1. */
  row: number;
  /** Six letters and digits in capitals, or null. */
  code: string | null;
  /** As it stands there, or null. */
  url: string | null;
  /** null = it is no number. */
  reach: number | null;
  on: string | null;
}

/** @returns null when no row names the columns, an address or a code beside a reach */
export function reachRows(cells: readonly (readonly string[])[]): ReachRow[] | null {
  const at = cells.slice(0, PREAMBLE).findIndex((row) => columnsOf(row) !== null);
  const columns = columnsOf(cells[at] ?? []);
  if (!columns) return null;
  return cells.flatMap((row, index): ReachRow[] => {
    const cell = (column: number) => (row[column] ?? '').trim();
    if (index <= at || row.every((one) => one.trim() === '')) return [];
    const reach = reached.safeParse(cell(columns.reach));
    const url = cell(columns.url);
    return [
      {
        row: index + 1,
        code: codeOf(cell(columns.code)) ?? codeOf(url),
        url: url || null,
        reach: reach.success ? reach.data : null,
        on: isoDay(cell(columns.on).slice(0, 10).trim()),
      },
    ];
  });
}

type Columns = Record<keyof typeof headers, number>;

function columnsOf(row: readonly string[]): Columns | null {
  const find = (pattern: RegExp) => row.findIndex((cell) => pattern.test(cell.trim()));
  const columns = {
    code: find(headers.code),
    url: find(headers.url),
    reach: find(headers.reach),
    on: find(headers.on),
  };
  return columns.reach >= 0 && (columns.code >= 0 || columns.url >= 0) ? columns : null;
}

/** "7K3MQ9", also at the end of a short address. */
function codeOf(text: string): string | null {
  const [, code] = /^(?:https?:\/\/)?(?:[^/\s]+\/)?((?=[A-Za-z]*\d)[\dA-Za-z]{6})\/?$/.exec(text) ?? [];
  return code?.toUpperCase() ?? null;
}
