/**
 * Passwords of staff: what is accepted, and how they are kept. scrypt, because PBKDF2 above 100,000 iterations throws
 * in production; 16 MB a hash, so that several people signing in at once fit in an isolate's 128 MB.
 */
import { scrypt } from 'node:crypto';
import { fromBase64, toBase64 } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { sameText } from '../../privacy/mac.ts';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

interface Cost {
  N: number;
  r: number;
  p: number;
}

/** OWASP's password storage rules give this set for 16 MB. */
const COST: Cost = { N: 16384, r: 8, p: 5 };
const LENGTH = 32;

/**
 * @param cost another one only for a password that is no secret
 * @returns "scrypt$N$r$p$salt$key", salt and key in base64
 */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, toBase64(salt), toBase64(key)].join('$');
}

/** Compares with a kept hash, whatever cost it was made with. */
export async function verifyPassword(hash: string, password: string): Promise<boolean> {
  const [scheme, n, r, p, salt, key] = hash.split('$');
  if (scheme !== 'scrypt' || !salt || !key) return false;
  const derived = await derive(password, fromBase64(salt), { N: Number(n), r: Number(r), p: Number(p) });
  return sameText(toBase64(derived), key);
}

/**
 * The rules shown beside the field: 12 to 128 characters, typed twice the same, not the e-mail address, not one
 * character over and over. Length protects; rules on kinds of characters do not.
 * @throws AppError invalid
 */
export function checkNewPassword(password: string, again: string, email: string): void {
  const refuse = (message: 'field.too_short' | 'field.too_long' | 'field.password_weak', values = {}) =>
    new AppError('invalid', { fields: [{ pointer: '/password', message, values }] });
  if (password.length < PASSWORD_MIN) throw refuse('field.too_short', { min: PASSWORD_MIN });
  if (password.length > PASSWORD_MAX) throw refuse('field.too_long', { max: PASSWORD_MAX });
  const plain = password.toLowerCase();
  const name = email.split('@')[0] ?? '';
  if (new Set(plain).size < 5 || plain === email || plain.replace(/[\d\W_]+$/, '') === name)
    throw refuse('field.password_weak');
  if (password !== again)
    throw new AppError('invalid', { fields: [{ pointer: '/again', message: 'field.password_again' }] });
}

function derive(password: string, salt: Uint8Array, cost: Cost): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    // One spelling of each letter, so that keyboards that compose it otherwise still match.
    scrypt(password.normalize('NFKC'), salt, LENGTH, cost, (error, key) =>
      error ? reject(error) : resolve(new Uint8Array(key)),
    );
  });
}
