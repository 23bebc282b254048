/** What a case adds to the figures, by name. Everything a page shows is made of these (definitions.ts). Pure. */

/**
 * Which day a case counts on: the one it was received, or the one something was due (so that what is late, or was never
 * answered, counts when it should have been done). Posts on social media count on the day they were seen.
 */
export const bases = ['received', 'due', 'seen'] as const;
export type Basis = (typeof bases)[number];

/** By what figures are told apart; the whole is the sum over `kind`. */
export const dimensions = [
  'kind',
  'office',
  'area',
  'category',
  'channel',
  'placement',
  'disposer',
  'platform',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Stands for cases without an office, area, category, … */
export const NONE = '-';

/** Kind of what accuses somebody in office: it counts here and nowhere else (domain.md section 1). */
export const OVERSIGHT = 'oversight';

/**
 * Stored in this order: a new one goes to the end of its list, and a change of what one means needs a new name of the
 * fold. Times are sums: `…Ms` of milliseconds, `…Days` of working days.
 */
export const countNames = [
  // On the day of receipt, each 0 or 1 for a case.
  'received',
  'merged',
  'spam',
  'unverified',
  'waiting',
  'paused',
  'process',
  'settled',
  'archived',
  'forwarded',
  'disposed',
  'answered',
  'carriedOut',
  'confirmed',
  'misrouted',
  'reopened',
  'followUps',
  'followUpMs',
  'followUpDays',
  'dispositionMs',
  'dispositionDays',
  'answerMs',
  'answerDays',
  'rated',
  'ratingSum',
  'sp4nExpected',
  'sp4nNumbered',
  'sp4nAnswers',
  'sp4nCopied',
  // Of the office that gave a case back, or of who had sent it there: accepted returns, and how long it lay there.
  'returns',
  'holdingMs',
  'dispositions',
  // On the day it is due: due, kept in time, and not done at all so far.
  'promiseDue',
  'promiseKept',
  'promiseOpen',
  'verifyDue',
  'verifyKept',
  'verifyOpen',
  'firstDue',
  'firstKept',
  'firstOpen',
  'settleDue',
  'settleKept',
  'settleOpen',
  // Posts on social media, on the day they were seen.
  'seen',
  'postAnswered',
  'converted',
] as const;
export type CountName = (typeof countNames)[number];

export type Counts = Record<CountName, number>;

export const noCounts = (): Counts =>
  Object.fromEntries(countNames.map((name) => [name, 0])) as Record<CountName, number>;

/** Adds, or with -1 takes away, in place. */
export function addCounts(to: Counts, counts: Readonly<Partial<Counts>>, sign: 1 | -1 = 1): Counts {
  for (const name of countNames) to[name] += sign * (counts[name] ?? 0);
  return to;
}

/** As it is stored: numbers in the order of `countNames`, without zeros at the end. */
export function packCounts(counts: Readonly<Partial<Counts>>): number[] {
  const all = countNames.map((name) => counts[name] ?? 0);
  return all.slice(0, all.findLastIndex((count) => count !== 0) + 1);
}

export function unpackCounts(stored: readonly number[]): Counts {
  return Object.fromEntries(countNames.map((name, index) => [name, stored[index] ?? 0])) as Counts;
}
