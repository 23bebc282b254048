/**
 * The only place that reads the time. Everything else takes `now` (epoch milliseconds) from its context,
 * so tests and the demo can set it.
 */
let offset = 0;

/** Current time in epoch milliseconds. */
export function now(): number {
  return Date.now() + offset;
}

/** Moves this isolate's clock; only tests call it. @param ms added to the real time; 0 puts it right again. */
export function shiftClock(ms: number): void {
  offset = ms;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
