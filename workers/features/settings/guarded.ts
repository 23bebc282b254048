/** Settings that are a fence: whoever lowers one has to stand behind it, with a code, and at the keyboard themselves. */
import { AppError } from '../../platform/problem.ts';
import type { AppContext } from '../http.ts';
import { askAgain } from '../staff/recent.tsx';

/**
 * @returns the page that asks for the password again, null when that was done just now
 * @throws AppError forbidden (two_factor_needed) for an account without a code
 */
export async function proveItself(c: AppContext): Promise<Response | null> {
  if (!c.var.session?.twoFactor && !c.var.regency.switches.demo)
    throw new AppError('forbidden', { detail: 'two_factor_needed' });
  return (await askAgain(c, await c.req.formData())) ?? null;
}
