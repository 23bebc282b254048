/**
 * Small numbers point at people: one report from one village in one month is somebody's neighbour. So 1 to 4 are told
 * nowhere outside the case list (domain.md section 1); 0 may be told.
 */

export const LEAST = 5;

/** What stands in place of a hidden number. */
export const HIDDEN = 'kurang dari 5';

/** @returns the number, or null when it is hidden. @param invented the data are a demo's and point at nobody */
export function shownCount(count: number, invented: boolean): number | null {
  return !invented && count > 0 && count < LEAST ? null : count;
}

/** What a page says of it. @param hidden what becomes of 1 to 4, e.g. "tidak disebut" */
export const smallCountsText = (invented: boolean, hidden: string): string =>
  `${invented ? 'Data contoh: angka kecil ditampilkan. Pada data sungguhan angka' : 'Angka'} 1 sampai 4 ${hidden}`;
