/** How long, how many and how large, in words. Pure. */
import { formatNumber } from '../../../shared/text.ts';
import { DAY, HOUR, MINUTE } from '../../platform/clock.ts';
import type { StatusLine } from './judge.ts';

/** "kurang dari semenit", "12 menit", "3 jam", "4 hari". @param ms from then to now */
export function lasting(ms: number): string {
  if (ms < MINUTE) return 'kurang dari semenit';
  if (ms < 2 * HOUR) return `${formatNumber(Math.floor(ms / MINUTE))} menit`;
  if (ms < 2 * DAY) return `${formatNumber(Math.floor(ms / HOUR))} jam`;
  return `${formatNumber(Math.floor(ms / DAY))} hari`;
}

/** Exact from five on, so that no small number points to somebody (domain.md section 1). @param most counted no further */
export function howMany(count: number, most: number): string {
  if (count < 5) return 'kurang dari 5';
  return count >= most ? `${formatNumber(most)} atau lebih` : formatNumber(count);
}

/** "12,3 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3)} KB`;
  if (bytes < 1e9) return `${formatNumber(bytes / 1e6, 1)} MB`;
  return `${formatNumber(bytes / 1e9, 1)} GB`;
}

/** A line of something that is as it should be. */
export function fine(id: string, title: string, says: string): StatusLine {
  return { id, title, level: 'well', since: null, says, means: null, todo: null };
}

/** With a capital at its beginning. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
