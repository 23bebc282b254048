/** What was due of a case, for whom, and whether it was done in time (domain.md section 3). Pure. */
import { type CountName, NONE } from '../../../../../shared/figures/counts.ts';
import type { clocks } from '../../../../clocks/table.ts';
import type { CountedRow } from './facts.ts';
import { isDisposition, type Step, type Way } from './steps.ts';

export type CountedClock = Pick<
  typeof clocks.$inferSelect,
  'clock' | 'startedSeq' | 'dueAt' | 'pausedAt' | 'stoppedAt'
>;

export interface Due {
  dueAt: number;
  /** Null = it is no office's. */
  office: string | null;
  counts: Partial<Record<CountName, number>>;
}

interface Kind {
  names: readonly [due: CountName, kept: CountName, open: CountName];
  /** Verbs that do what was due. */
  done: readonly string[];
}

const sending = ['route', 'dispose', 'decide_return', 'pass_to_inspectorate'];

const kinds: Record<string, Kind> = {
  verify: {
    names: ['verifyDue', 'verifyKept', 'verifyOpen'],
    // A held case whose answer stands is verified by freeing it, a contested accusation by whoever goes on with it.
    done: [...sending, 'forward', 'archive', 'free', 'follow_up', 'answer'],
  },
  first_answer: { names: ['firstDue', 'firstKept', 'firstOpen'], done: ['follow_up', 'answer'] },
  settle: { names: ['settleDue', 'settleKept', 'settleOpen'], done: ['answer'] },
};

/** Clocks that are told here. */
export const dueClocks = Object.keys(kinds);

/** Verbs that end clocks without doing what was due. */
const ending = [
  ...['hold', 'forward', 'archive', 'withdraw', 'expire', 'contest', 'find_fault', 'close_forwarded'],
];

/** @param steps in their order; an imported case promised nothing, and has nothing due */
export function duesOf(
  row: CountedRow,
  steps: readonly Step[],
  way: Way,
  clocks: readonly CountedClock[],
): Due[] {
  if (row.importedAt !== null) return [];
  return [promiseOf(row, way), ...clocks.map((clock) => clockOf(row, steps, clock))].filter(
    (due) => due !== null,
  );
}

/**
 * The promise of the receipt ends with the first final answer, as its clock does: an answer that is contested later is
 * counted as reopened. What was closed before its due without one, and what waits for its reporter, is left out.
 */
function promiseOf(row: CountedRow, way: Way): Due | null {
  const { dueAt } = row;
  const closed = row.state === 'archived' || row.state === 'merged';
  const answered = way.firstAnswerAt;
  if (answered === null) {
    if (closed && (row.closedAt ?? 0) <= dueAt) return null;
    if (row.state === 'clarification' && (way.askedAt ?? 0) <= dueAt) return null;
  }
  const kept = answered !== null && answered <= dueAt;
  const open = answered === null && !closed;
  return {
    dueAt,
    office: row.office ?? NONE,
    counts: { promiseDue: 1, promiseKept: Number(kept), promiseOpen: Number(open) },
  };
}

/**
 * One start of a clock. What ended it before its due without doing it (another office, a closing) leaves it out; after
 * its due it was late. A pause stops the time: what was in time when it began is not late in it.
 */
function clockOf(row: CountedRow, steps: readonly Step[], clock: CountedClock): Due | null {
  const kind = kinds[clock.clock];
  if (!kind) return null;
  const { startedSeq, stoppedAt, dueAt } = clock;
  const end = stoppedAt === null ? null : enderOf(kind, steps, startedSeq, stoppedAt);
  const done = end !== null && kind.done.includes(end.verb);
  const until = clock.pausedAt ?? stoppedAt;
  if (!done && until !== null && until <= dueAt) return null;
  const [due, kept, open] = kind.names;
  return {
    dueAt,
    office: clock.clock === 'verify' ? null : officeOf(steps, startedSeq, stoppedAt),
    counts: {
      [due]: 1,
      [kept]: Number(done && until !== null && until <= dueAt),
      [open]: Number(stoppedAt === null && row.state !== 'merged'),
    },
  };
}

/** What stopped a clock: several things can happen in one instant, the first of them that ends it did. */
function enderOf(kind: Kind, steps: readonly Step[], startedSeq: number, stoppedAt: number): Step | null {
  const ends = (step: Step) =>
    kind.done.includes(step.verb) || isDisposition(step) || ending.includes(step.verb);
  return steps.find((step) => step.seq > startedSeq && step.at === stoppedAt && ends(step)) ?? null;
}

/** The office a clock ran for; with a transfer it went on for the successor. */
function officeOf(steps: readonly Step[], startedSeq: number, stoppedAt: number | null): string {
  const started = steps.find(({ seq }) => seq === startedSeq);
  const transfers = steps.filter(
    ({ seq, verb, leads, at }) =>
      verb === 'transfer' && leads && seq > startedSeq && (stoppedAt === null || at < stoppedAt),
  );
  return transfers.at(-1)?.office ?? started?.office ?? NONE;
}
