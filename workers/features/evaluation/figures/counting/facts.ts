/**
 * What one case adds to the figures: a fact of its receipt, one of each return and of each person who sent it somewhere,
 * and one of everything that was due (shared/figures/definitions.ts says what is made of them). Pure.
 */
import {
  type Basis,
  type Counts,
  NONE,
  OVERSIGHT,
  packCounts,
} from '../../../../../shared/figures/counts.ts';
import type { CaseState } from '../../../../../shared/lifecycle/states.ts';
import type { Calendar } from '../../../../../shared/working-time.ts';
import { countsAs } from '../../../../cases/counted.ts';
import { cases } from '../../../../cases/table.ts';
import type { figureFacts } from '../table.ts';
import { type CountedClock, duesOf } from './dues.ts';
import { type Step, type Way, wayOf } from './steps.ts';

/** Of a case, what counts. */
export const countedColumns = {
  id: cases.id,
  state: cases.state,
  kind: cases.kind,
  berkadar: cases.berkadar,
  category: cases.category,
  area: cases.area,
  office: cases.office,
  holder: cases.holder,
  dueAt: cases.dueAt,
  aboutOfficial: cases.aboutOfficial,
  freed: cases.freed,
  spam: cases.spam,
  channel: cases.channel,
  placement: cases.placement,
  sp4n: cases.sp4n,
  sp4nAnswerAt: cases.sp4nAnswerAt,
  outside: cases.outside,
  outcome: cases.outcome,
  answeredAt: cases.answeredAt,
  rating: cases.rating,
  receivedAt: cases.receivedAt,
  routedAt: cases.routedAt,
  closedAt: cases.closedAt,
  importedAt: cases.importedAt,
};
export type CountedRow = Pick<typeof cases.$inferSelect, keyof typeof countedColumns>;

export type Fact = typeof figureFacts.$inferSelect;

export interface Counted {
  row: CountedRow;
  /** In their order. */
  steps: readonly Step[];
  clocks: readonly CountedClock[];
}

type Dimensions = Pick<Fact, 'kind' | 'office' | 'area' | 'category' | 'channel' | 'placement' | 'disposer'>;

/** A fact that counts by none of the dimensions. */
const nowhere: Dimensions = {
  kind: null,
  office: null,
  area: null,
  category: null,
  channel: null,
  placement: null,
  disposer: null,
};

/** @returns its facts; the same case gives the same ones */
export function factsOf({ row, steps, clocks }: Counted, calendar: Calendar): Fact[] {
  const as = countsAs(row);
  const day = calendar.localDate(row.receivedAt);
  const fact = (basis: Basis, on: string, by: Partial<Dimensions>, counts: Partial<Counts>) => ({
    ...{ caseId: row.id, basis, day: on, ...nowhere, ...by },
    counts: JSON.stringify(packCounts(counts)),
  });
  const numbered = (facts: ReturnType<typeof fact>[]) => facts.map((one, n): Fact => ({ ...one, n }));
  if (as === 'nothing') return [];
  if (as === 'accusation') {
    const settled = Number(row.state === 'resolved');
    return numbered([fact('received', day, { kind: OVERSIGHT }, { received: 1, settled })]);
  }
  const place: Partial<Dimensions> = {
    kind: row.kind,
    office: row.office ?? NONE,
    area: row.area ?? NONE,
    category: row.category ?? NONE,
    channel: row.channel,
    placement: row.placement?.toUpperCase() ?? NONE,
  };
  if (as === 'spam') return numbered([fact('received', day, place, { spam: 1 })]);
  const way = wayOf(steps);
  const receipt = row.state === 'merged' ? { merged: 1 } : receiptOf(row, way, calendar);
  return numbered([
    fact('received', day, place, receipt),
    ...way.returns.map(({ office, heldMs }) =>
      fact('received', day, { ...place, office }, { returns: 1, holdingMs: heldMs }),
    ),
    ...disposersOf(way).map(([disposer, counts]) => fact('received', day, { disposer }, counts)),
    ...duesOf(row, steps, way, clocks).map(({ dueAt, office, counts }) =>
      fact('due', calendar.localDate(dueAt), { ...place, office }, counts),
    ),
  ]);
}

/** SP4N-LAPOR!'s word for a state; what is held is an accusation, and what is merged is its parent's. */
const words: Record<CaseState, 'unverified' | 'waiting' | 'paused' | 'process' | 'settled' | 'archived'> = {
  received: 'unverified',
  held: 'unverified',
  verified: 'waiting',
  disposed: 'waiting',
  returned: 'waiting',
  clarification: 'paused',
  in_progress: 'process',
  reopened: 'process',
  answered: 'process',
  forwarded: 'process',
  merged: 'process',
  resolved: 'settled',
  archived: 'archived',
};

function receiptOf(row: CountedRow, way: Way, calendar: Calendar): Partial<Counts> {
  const settled = row.state === 'resolved';
  const numbered = row.sp4n !== null;
  const answered = numbered && row.answeredAt !== null;
  return {
    received: 1,
    [words[row.state]]: 1,
    forwarded: Number(row.outside !== null),
    carriedOut: Number(settled && row.outcome === 'dikerjakan'),
    sp4nExpected: 1,
    sp4nNumbered: Number(numbered),
    sp4nAnswers: Number(answered),
    sp4nCopied: Number(answered && (row.sp4nAnswerAt ?? 0) >= (row.answeredAt ?? 0)),
    // Of what was worked in SP4N-LAPOR! neither its way nor its times are known here.
    ...(row.importedAt === null ? wayCounts(row, way, calendar) : {}),
  };
}

function wayCounts(row: CountedRow, way: Way, calendar: Calendar): Partial<Counts> {
  const sent = way.dispositions[0]?.at ?? null;
  const received = row.receivedAt;
  return {
    ...spanOf(calendar, received, sent, ['disposed', 'dispositionMs', 'dispositionDays']),
    ...spanOf(calendar, sent ?? received, way.followedUpAt, ['followUps', 'followUpMs', 'followUpDays']),
    ...spanOf(calendar, received, way.lastAnswerAt, ['answered', 'answerMs', 'answerDays']),
    confirmed: Number(row.state === 'resolved' && way.settledBy === 'confirm'),
    misrouted: Number(way.returns.length > 0),
    reopened: Number(way.reopened),
    rated: Number(row.rating !== null),
    ratingSum: row.rating ?? 0,
  };
}

/** One more, and how long it took; nothing where there is no end. */
function spanOf(
  calendar: Calendar,
  from: number,
  to: number | null,
  [count, ms, days]: readonly [keyof Counts, keyof Counts, keyof Counts],
): Partial<Counts> {
  return to === null ? {} : { [count]: 1, [ms]: to - from, [days]: calendar.workingDaysBetween(from, to) };
}

/** What each person, or the router, has sent somewhere, and what of it came back. */
function disposersOf({ dispositions, returns }: Way): [string, Partial<Counts>][] {
  const actors = [...new Set(dispositions.map(({ actor }) => actor))];
  return actors.map((actor) => [
    actor,
    {
      dispositions: dispositions.filter((one) => one.actor === actor).length,
      returns: returns.filter((one) => one.disposer === actor).length,
    },
  ]);
}
