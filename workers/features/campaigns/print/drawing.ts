/**
 * The code of a placement as it is printed: what is drawn is this list of squares, and the same list is read back before
 * a file is kept (`read-back.ts`). Pure.
 */
import encodeQR from 'qr';

/** White modules around the code, as the standard asks. */
const BORDER = 4;
/** The crest covers at most this share of the code's side; level H restores what lies under it. */
const MOST_COVERED = 0.22;

/** A run of black modules; all in modules from the upper left corner, the border included. */
export interface Run {
  x: number;
  y: number;
  length: number;
}

export interface CodeDrawing {
  /** Modules a side, with the border. */
  side: number;
  /** Modules a side without it: what distance is reckoned from. */
  inner: number;
  ink: Run[];
  /** White square in the middle for the crest; null without one. */
  patch: { at: number; side: number } | null;
}

/**
 * Level H whatever the length: the version grows with it, 29 modules up to 35 signs.
 * @param text in capitals, as `qrText` makes it
 * @param covered share of the side that the crest may cover; null = no crest
 */
export function drawCode(text: string, covered: number | null): CodeDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'high', border: BORDER });
  const side = rows.length;
  const inner = side - 2 * BORDER;
  const patch = covered === null ? null : patchOf(side, inner, covered);
  const within = (n: number) => patch !== null && n >= patch.at && n < patch.at + patch.side;
  // Nothing black lies under the crest: its edge would show.
  const ink = rows.flatMap((row, y) =>
    runsOf(row.map((on, x) => on && !(within(x) && within(y)))).map(([x, length]) => ({ x, y, length })),
  );
  return { side, inner, ink, patch };
}

/** With a crest of the regency in its middle, or without. */
export const codeOf = (text: string, crest: boolean): CodeDrawing =>
  drawCode(text, crest ? MOST_COVERED : null);

/** Whole modules, an odd number as the side is: no module is cut. */
function patchOf(side: number, inner: number, covered: number): { at: number; side: number } {
  const most = Math.floor(inner * covered);
  const width = most - (1 - (most % 2));
  return { at: (side - width) / 2, side: width };
}

/** Where black modules of a row begin, and how many follow each other. */
export function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [x, on] of row.entries()) {
    const last = runs.at(-1);
    if (on && last && last[0] + last[1] === x) last[1]++;
    else if (on) runs.push([x, 1]);
  }
  return runs;
}

/** From how far it scans: ten times the code's side. @param millimetres of the code without its border @returns metres */
export const scansFrom = (millimetres: number): number => Math.floor(millimetres / 10) / 10;
