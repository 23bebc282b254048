/** Minutes of the wall clock, "2026-11-27T08:00", as posts and events keep theirs. Pure. */
import { formatDate, formatDay, isoOffset, ZONE_LABEL } from '../../shared/text.ts';
import { type TimeZone, ZONE_OFFSET } from '../../shared/working-time.ts';

/** @param at epoch ms */
export const localTimeOf = (at: number, zone: TimeZone): string => isoOffset(at, zone).slice(0, 16);

/** Epoch ms. */
export const instantOf = (local: string, zone: TimeZone): number =>
  Date.parse(`${local}Z`) - ZONE_OFFSET[zone];

/** "27 November 2026 pukul 08.00" */
export const timeText = (local: string): string => `${formatDay(local)} ${clockText(local)}`;

/** "Jumat, 27 November 2026 pukul 08.00 WITA" */
export const whenText = (local: string, zone: TimeZone): string =>
  `${formatDate(instantOf(local, zone), zone)} ${clockText(local)} ${ZONE_LABEL[zone]}`;

const clockText = (local: string): string => `pukul ${local.slice(11).replace(':', '.')}`;
