/** What is asked of an Exif block (CIPA DC-008, TIFF 6.0) before it goes: which way is up, and when it was taken. */

import { hasText, latin1, u16, u16le, u32, u32le } from './bytes.ts';

const ORIENTATION = 0x0112;
const EXIF_DIRECTORY = 0x8769;
const TAKEN = 0x9003;
const TAKEN_OFFSET = 0x9011;

/** Reads numbers in the byte order of the block; null where it says nothing that makes sense. */
function readerOf(tiff: Uint8Array) {
  const little = hasText(tiff, 0, 'II');
  if (!little && !hasText(tiff, 0, 'MM')) return null;
  const short = little ? u16le : u16;
  const long = little ? u32le : u32;
  /** Where the value of a tag stands in the directory at `from`, or null. */
  const find = (from: number, tag: number): number | null => {
    const entries = short(tiff, from);
    for (let i = 0; i < entries; i++) {
      const at = from + 2 + i * 12;
      if (at + 12 > tiff.length) return null;
      if (short(tiff, at) === tag) return at + 8;
    }
    return null;
  };
  return { short: (at: number) => short(tiff, at), long: (at: number) => long(tiff, at), find };
}

/** 1 … 8, or 1 where the block says nothing that makes sense. `tiff` begins at the byte order mark. */
export function orientationOf(tiff: Uint8Array): number {
  const read = readerOf(tiff);
  const at = read?.find(read.long(4), ORIENTATION) ?? null;
  const value = read && at !== null ? read.short(at) : 1;
  return value >= 1 && value <= 8 ? value : 1;
}

/**
 * When the shutter was pressed, epoch ms, or null where the block does not say.
 * @param zone offset from UTC in ms of a camera that does not tell its own
 */
export function takenOf(tiff: Uint8Array, zone: number): number | null {
  const read = readerOf(tiff);
  const directory = read?.find(read.long(4), EXIF_DIRECTORY) ?? null;
  if (!read || directory === null) return null;
  const text = (tag: number, length: number): string => {
    const at = read.find(read.long(directory), tag);
    return at === null ? '' : latin1(tiff, read.long(at), Math.min(tiff.length, read.long(at) + length));
  };
  const [, date, time] = /^(\d{4}:\d\d:\d\d) (\d\d:\d\d:\d\d)$/.exec(text(TAKEN, 19)) ?? [];
  if (!date || !time) return null;
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(text(TAKEN_OFFSET, 6)) ?? [];
  const told = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  const local = Date.parse(`${date.replaceAll(':', '-')}T${time}Z`);
  return Number.isNaN(local) ? null : local - (sign ? told : zone);
}
