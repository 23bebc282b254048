/** What a session keeps: how long, under which cookie, and which device, coarsely. */
import { HOUR, MINUTE } from '../../platform/clock.ts';

/** A working day: whoever leaves an office computer signed in is out by the next morning (local). */
export const SESSION_LIFE = 12 * HOUR;

/** How long no code is taken after ten wrong ones in a row (local). */
export const CODES_LOCKED = 15 * MINUTE;

/** better-auth names its cookies "<prefix>.session_token", with `__Secure-` in front over https. */
export const SESSION_PREFIX = 'kanal';

const browsers: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];

const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux|CrOS/, 'Linux'],
];

/** "Chrome di Android": enough for its owner to recognise, too little to follow anybody by. */
export function deviceOf(userAgent: string): string {
  const of = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1];
  return `${of(browsers) ?? 'Peramban'} di ${of(systems) ?? 'perangkat lain'}`;
}
