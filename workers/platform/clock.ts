/**
 * The only place that reads the time. Everything else takes `now` (epoch milliseconds) from its context,
 * so tests and the demo can set it.
 */
let shift = 0;

/** Current time in epoch milliseconds. */
export function now(): number {
  return Date.now() + shift;
}

/** Moves this isolate's clock; only tests and the demo of `npm start` call it. @param ms added to the real time; 0 puts it right again. */
export function shiftClock(ms: number): void {
  shift = ms;
}

/** How far the clock is from the real time, in ms; 0 in a deployment. */
export function offset(): number {
  return shift;
}

/** Lets real time pass, also where the clock has been moved. @param ms real time */
export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
