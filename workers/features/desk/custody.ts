/** Who held a case since when, told from its entries: each disposition, return and hold passes it on. */
import type { Entry } from '../../cases/timeline.ts';

export interface Held {
  /** Office code, or a desk such as @admin. */
  holder: string;
  /** Epoch ms. */
  since: number;
  /** Null = holds it now. */
  until: number | null;
}

/** The same with its length. */
export interface HeldFor extends Held {
  /** Working days that it has been there, the day it came not counted. */
  days: number;
}

/**
 * @param now epoch ms; for a closed case when it was closed: nobody waits for it since
 * @param between working days from one instant to another
 */
export function withDays(
  held: readonly Held[],
  now: number,
  between: (from: number, to: number) => number,
): HeldFor[] {
  return held.map((one) => ({ ...one, days: Math.max(0, between(one.since, one.until ?? now)) }));
}

/**
 * @param entries those the viewer may see: a time in which it was held as an accusation shows as the desk before it
 * @param row the case itself knows best who holds it now
 */
export function custodyOf(
  entries: readonly Pick<Entry, 'verb' | 'at' | 'facts'>[],
  row: { holder: string; holderSince: number; outside: string | null },
): Held[] {
  const held: Held[] = [];
  for (const entry of entries) {
    const holder = receiverOf(entry);
    const last = held.at(-1);
    if (holder === null || last?.holder === holder) continue;
    if (last) last.until = entry.at;
    held.push({ holder, since: entry.at, until: null });
  }
  const last = held.at(-1);
  if (last && last.holder !== row.holder && last.holder !== row.outside) {
    if (last.since === row.holderSince) last.holder = row.holder;
    else {
      last.until = row.holderSince;
      held.push({ holder: row.holder, since: row.holderSince, until: null });
    }
  }
  return held;
}

function receiverOf(entry: Pick<Entry, 'verb' | 'facts'>): string | null {
  switch (entry.verb) {
    case 'submit':
    case 'return':
    case 'contest':
    case 'find_fault':
    case 'free':
    case 'reopen':
      return '@admin';
    case 'hold':
      return '@verifier';
    case 'route':
    case 'dispose':
    case 'decide_return':
    case 'pass_to_inspectorate':
      return typeof entry.facts.office === 'string' ? entry.facts.office : null;
    case 'transfer':
      return entry.facts.holds === true && typeof entry.facts.office === 'string' ? entry.facts.office : null;
    case 'forward':
      return typeof entry.facts.outside === 'string' ? entry.facts.outside : null;
    default:
      return null;
  }
}
