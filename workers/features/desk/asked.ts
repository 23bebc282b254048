/**
 * What a person searched for last, in a sealed cookie: it can hold names, so it stands in no address, and "back" from a
 * case still leads to what was found. Only the same person opens it; it ends with the browser, or after an hour.
 */
import { getCookie, setCookie } from 'hono/cookie';
import * as z from 'zod';
import { HOUR, now, SECOND } from '../../platform/clock.ts';
import { open, seal } from '../../privacy/seal.ts';
import type { AppContext } from '../http.ts';
import { seenOrigin } from '../staff/session.ts';

const askedSchema = z.object({ text: z.string(), period: z.string(), state: z.string() });
export type Asked = z.infer<typeof askedSchema>;

const LIFE = HOUR;
const cookieSchema = z.object({ asked: askedSchema, until: z.number() });
const isSecure = (c: AppContext) => seenOrigin(c).startsWith('https:');
const nameOf = (c: AppContext) => `${isSecure(c) ? '__Secure-' : ''}kanal_cari`;
const placeOf = (c: AppContext) => ({ table: 'search', column: 'cookie', row: c.var.signedIn.id });

export async function keepAsked(c: AppContext, asked: Asked): Promise<void> {
  const sealed = await seal(c.var.keys, placeOf(c), JSON.stringify({ asked, until: now() + LIFE }));
  setCookie(c, nameOf(c), sealed ?? '', {
    path: '/desk/cari',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(c),
    maxAge: LIFE / SECOND,
  });
}

/** @returns null when this person has not searched, or long ago */
export async function readAsked(c: AppContext): Promise<Asked | null> {
  const sealed = getCookie(c, nameOf(c));
  if (!sealed) return null;
  // Whatever cannot be opened is another person's, or of a key that is gone.
  const text = await open(c.var.keys, placeOf(c), sealed).catch(() => null);
  if (text === null) return null;
  const { asked, until } = cookieSchema.parse(JSON.parse(text));
  return until > now() ? asked : null;
}
