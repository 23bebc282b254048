/** Which placement a code names, remembered in the isolate for at most a minute, so that a scan needs no database. */
import { MINUTE } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db.ts';
import { placementOf } from '../queries.ts';
import { leadsWell } from './target.ts';

export interface Known {
  /** Placement id; null for a code that nobody has: strangers' guesses are remembered too. */
  id: number | null;
  retired: boolean;
  /** What a scan is told. Having no body, it can be told any number of times; making it anew costs more than all else. */
  answer: Response;
  /** Epoch ms. */
  readAt: number;
}

/** All placements of a large regency, and some guesses. */
const MOST = 2000;

const codes = new Map<string, Known>();

/** No cache may keep it: a placement can be retired. */
export function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } });
}

/** What is remembered of a code. @param code in capitals, @param at epoch ms */
export function recall(code: string, at: number): Known | null {
  const known = codes.get(code);
  return known && Math.abs(at - known.readAt) < MINUTE ? known : null;
}

/** Reads a code, at most one row, and remembers it. @throws when D1 does not answer */
export async function learn(db: Db, code: string, at: number): Promise<Known> {
  const found = await placementOf(db, code);
  const retired = found?.retiredAt != null;
  const form = found && !retired ? `/?p=${code}` : '/';
  const target = retired ? null : (found?.target ?? null);
  const answer = redirect(target !== null && leadsWell(target) && target !== '/' ? target : form);
  const known = { id: found?.id ?? null, retired, answer, readAt: at };
  // Emptying it all costs a few reads; choosing whom to drop would cost every scan.
  if (codes.size >= MOST) codes.clear();
  codes.set(code, known);
  return known;
}

/** Reads codes anew next time: after a change, and between tests. */
export function forgetCodes(): void {
  codes.clear();
}

/** How many are remembered. */
export const rememberedCodes = (): number => codes.size;
