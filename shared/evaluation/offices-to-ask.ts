/**
 * Which offices the meeting asks, and why. A reason needs five cases behind it, and only numbers that may be told decide:
 * whatever a hidden one (1 to 4) really is, the same offices are asked in the same order. Pure.
 */
import { NONE } from '../figures/counts.ts';
import { LEAST, shownCount } from '../small-counts.ts';
import { type FrozenCounts, frozenCounts, type Glance } from './frozen.ts';

/** In the order in which they weigh: what a citizen still waits for first. */
export const askReasons = [
  'overdue',
  'unanswered',
  'late',
  'silent',
  'reopened',
  'returned',
  'busy',
] as const;
export type AskReason = (typeof askReasons)[number];

export interface Reason {
  reason: AskReason;
  /** Cases behind it, at least 5; of `late` at least so many. */
  cases: number;
}

export interface OfficeAsked {
  /** Code of the office. */
  office: string;
  /** The weightiest first, at least one. */
  reasons: [Reason, ...Reason[]];
}

/** So many fit on the page of the chair. */
export const MOST_ASKED = 5;

/** The first five of them; where there are fewer, the offices that most reports went to are asked what they did. */
export function fiveAsked(glance: Parameters<typeof officesAsked>[0]): OfficeAsked[] {
  const asked = officesAsked(glance);
  const busy = Object.entries(glance.now.by.office)
    .filter(([office]) => office !== NONE && asked.every((one) => one.office !== office))
    .map(([office, counts]) => ({ office, cases: frozenCounts(counts, 'received').received }))
    .filter(({ cases }) => cases >= LEAST)
    .sort((a, b) => b.cases - a.cases || (a.office < b.office ? -1 : 1))
    .map(({ office, cases }): OfficeAsked => ({ office, reasons: [{ reason: 'busy', cases }] }));
  return [...asked, ...busy].slice(0, MOST_ASKED);
}

/** @returns every office that there is something to ask: by its weightiest reason, then by the cases behind it */
export function officesAsked(glance: Pick<Glance, 'now' | 'liaisons' | 'withoutLiaison'>): OfficeAsked[] {
  return Object.entries(glance.now.by.office)
    .flatMap(([office, counts]): OfficeAsked[] => {
      if (office === NONE) return [];
      const [first, ...rest] = reasonsOf(counts, isSilent(glance, office));
      return first ? [{ office, reasons: [first, ...rest] }] : [];
    })
    .sort((a, b) => byWeight(a.reasons[0], b.reasons[0]) || (a.office < b.office ? -1 : 1));
}

const byWeight = (a: Reason, b: Reason) =>
  askReasons.indexOf(a.reason) - askReasons.indexOf(b.reason) || b.cases - a.cases;

function reasonsOf(counts: FrozenCounts, silent: boolean): Reason[] {
  const received = frozenCounts(counts, 'received');
  const due = frozenCounts(counts, 'due');
  const cases: Record<AskReason, number> = {
    busy: 0,
    overdue: due.promiseOpen,
    unanswered: due.firstOpen,
    late: lateOf(due.settleDue, due.settleKept),
    silent: silent ? received.received : 0,
    reopened: received.reopened,
    returned: received.returns,
  };
  return askReasons.flatMap((reason) => (cases[reason] >= LEAST ? [{ reason, cases: cases[reason] }] : []));
}

/** Where few were in time, their number must not follow from how many were not: then it is "at least". */
const lateOf = (due: number, kept: number): number =>
  due - (shownCount(kept, false) === null ? LEAST - 1 : kept);

/** Nobody there has signed in for 30 days, or there is nobody at all. */
function isSilent({ liaisons, withoutLiaison }: Pick<Glance, 'liaisons' | 'withoutLiaison'>, office: string) {
  const own = liaisons[office];
  return withoutLiaison.includes(office) || (own !== undefined && own.inactive === own.all);
}
