/**
 * Where a code may lead: only into Kanal, or to SP4N-LAPOR!. Judged when it is written, and once more before anybody is
 * sent there: a code stands on paper for years, and must never become somebody else's door. Pure.
 */
import * as z from 'zod';
import { CODE_ALPHABET } from '../../../../shared/code.ts';

/** Longest address that is kept. */
const LONGEST = 200;

/** Public pages of Kanal that do nothing but show themselves; "/" is the form. */
const PAGES = ['/', '/lacak'] as const;

/** The page that shares a program, by the code of its card. */
const SHARE_PAGE = new RegExp(`^/bagikan/[${CODE_ALPHABET}]{6}$`);

const LAPOR_HOSTS = ['lapor.go.id', 'www.lapor.go.id'];

/** Plain words between single slashes: nothing that a server could take for another address. */
const PLAIN_PATH = /^(?:\/[\w~.-]+)*\/?$/;

/** The address of a program's page. */
export const sharePath = (code: string): string => `/bagikan/${code}`;

/**
 * @param input as somebody typed it: a path of Kanal, its whole address, or an address of lapor.go.id
 * @param origin of this Kanal, or null where only paths are its own
 * @returns the one way it is kept and followed, e.g. "/lacak"; null for whatever leads anywhere else
 */
export function targetOf(input: string, origin: string | null): string | null {
  const typed = input.trim();
  // Blanks, line breaks, backslashes and letters of other alphabets are read one way here and another in a browser.
  if (typed.length > LONGEST || !/^[\x21-\x7e]+$/.test(typed) || /[\\@%]/.test(typed)) return null;
  const own = origin !== null && typed.startsWith(`${origin}/`) ? typed.slice(origin.length) : typed;
  if (own.startsWith('/')) return isOwnPage(own) ? own : null;
  return laporAddress(typed);
}

/** Does a kept address still lead where one may? Whatever else stands there is not followed. */
export const leadsWell = (kept: string): boolean => targetOf(kept, null) === kept;

function isOwnPage(path: string): boolean {
  return (PAGES as readonly string[]).includes(path) || SHARE_PAGE.test(path);
}

function laporAddress(typed: string): string | null {
  if (!/^https:\/\/[^/:]+(?:\/|$)/i.test(typed)) return null;
  const url = URL.parse(typed);
  if (url?.protocol !== 'https:' || !LAPOR_HOSTS.includes(url.host)) return null;
  return PLAIN_PATH.test(url.pathname) && url.search === '' && url.hash === '' ? url.href : null;
}

/** Field of forms and of the API; empty = the form. @param origin see `targetOf` */
export function targetField(origin: string | null) {
  return z
    .string()
    .nullish()
    .transform((value, check) => {
      if (!value?.trim()) return null;
      const target = targetOf(value, origin);
      if (target === null) check.addIssue({ code: 'custom', message: 'field.target' });
      return target === '/' ? null : target;
    });
}
