/** What becomes of a case by a decision about its text, and what another decision would change. Pure. */
import type { RoutingDecision } from './types.ts';

/** What a decision means for this case. */
export interface Destiny {
  /**
   * held = to the verifier; alone = to `office` without a person; person = the administrator decides, and `office` is the
   * first suggestion.
   */
  way: 'held' | 'alone' | 'person';
  office: string | null;
}

/**
 * @param about anonim cases wait for a person's release; one that a verifier freed is not held again, and a person places
 * it
 */
export function destinyOf(decision: RoutingDecision, about: { anonymous: boolean; freed: boolean }): Destiny {
  const { outcome, office, candidates } = decision;
  if (outcome === 'held' && !about.freed) return { way: 'held', office: null };
  if (outcome === 'held') return { way: 'person', office: candidates[0]?.office ?? null };
  const alone = outcome === 'dispose' && office !== null && !about.anonymous && !about.freed;
  return { way: alone ? 'alone' : 'person', office };
}

/** A case that would go elsewhere. */
export interface Moved {
  code: string;
  from: string | null;
  to: string | null;
}

/** What other rules would have done to the cases that were looked at. */
export interface Differences {
  looked: number;
  moved: Moved[];
  /** From where to where, the most first. */
  ways: { from: string | null; to: string | null; count: number }[];
  /** Would be held as an accusation, and would no longer be. */
  held: number;
  unheld: number;
  /** Would go to an office without a person, and would wait for one. */
  alone: number;
  person: number;
}

export function differences(cases: Iterable<{ code: string; before: Destiny; after: Destiny }>): Differences {
  const sum: Differences = { looked: 0, moved: [], ways: [], held: 0, unheld: 0, alone: 0, person: 0 };
  for (const { code, before, after } of cases) {
    sum.looked++;
    if (before.way === 'held' || after.way === 'held') {
      if (before.way !== 'held') sum.held++;
      if (after.way !== 'held') sum.unheld++;
      continue;
    }
    if (before.way !== after.way) sum[after.way]++;
    if (before.office === after.office) continue;
    const [from, to] = [before.office, after.office];
    sum.moved.push({ code, from, to });
    const way = sum.ways.find((one) => one.from === from && one.to === to);
    if (way) way.count++;
    else sum.ways.push({ from, to, count: 1 });
  }
  sum.ways.sort((a, b) => b.count - a.count);
  return sum;
}
