/** The figures of a meeting as they stand today, kept with it; the questions prepared from them come in the same batch. */
import { and, asc, eq, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import {
  type Frozen,
  type FrozenCounts,
  type FrozenOverdue,
  frozenCounts,
} from '../../../../shared/evaluation/frozen.ts';
import { countNames } from '../../../../shared/figures/counts.ts';
import { type Period, parsePeriod } from '../../../../shared/figures/periods.ts';
import { secretHolders } from '../../../../shared/permissions/accusations.ts';
import { cases } from '../../../cases/table.ts';
import { unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { hangingPrograms } from '../../campaigns/queries.ts';
import type { Doer } from '../../doer.ts';
import { countUp } from '../figures/jobs.ts';
import { figureFacts } from '../figures/table.ts';
import { everything, readGlance, readMonths } from './gather.ts';
import { prepareQuestions } from './prepare.ts';
import { requireOpen } from './save.ts';
import { meetings } from './table.ts';

/** Rounds of the count before figures are kept: more than what happens between two sweeps. */
const ROUNDS = 4;

/** Of the list of overdue cases. */
const MOST_OVERDUE = 500;

/**
 * Freezes, or freezes anew. The first to do it wins; doing it again after a lost answer changes nothing.
 * @param seen when the person saw them frozen, epoch ms; null = not yet
 * @throws AppError not_found, conflict when the meeting is closed or cancelled, unavailable, also while figures are behind
 */
export async function freeze(to: Doer, id: number, seen: number | null): Promise<void> {
  const row = await requireOpen(to.db, id);
  if (row.frozenAt !== seen) return;
  const period = parsePeriod(row.period);
  if (!period) throw new AppError('internal');
  if (await countUp(to.db, to.regency.calendar, ROUNDS)) throw new AppError('unavailable');
  const frozen = await readFrozen(to, period);
  const mine = and(
    eq(meetings.id, id),
    isNull(meetings.closedAt),
    isNull(meetings.cancelledAt),
    sql`${meetings.frozenAt} is ${seen}`,
    eq(meetings.period, row.period),
  );
  try {
    await to.db.batch([
      to.db
        .update(meetings)
        .set({ frozen: JSON.stringify(frozen), frozenAt: to.now, version: sql`${meetings.version} + 1` })
        .where(mine),
      ...prepareQuestions(to, id, frozen),
    ]);
  } catch (error) {
    throw unavailable(error);
  }
}

export async function readFrozen(to: Pick<Doer, 'db' | 'regency' | 'now'>, period: Period): Promise<Frozen> {
  const [glance, months, overdue, campaigns] = await Promise.all([
    readGlance(to, period, everything),
    readMonths(to, period),
    readOverdue(to),
    hangingPrograms(to.db, to.now),
  ]);
  const villages = [...to.regency.areas.values()].filter(
    ({ level }) => level === 'desa' || level === 'kelurahan',
  );
  return {
    shape: 1,
    ...glance,
    months,
    overdue,
    silentVillages: villages.flatMap(({ code }) => (isHeard(glance.now.by.area[code]) ? [] : [code])),
    campaigns,
  };
}

function isHeard(area: FrozenCounts | undefined): boolean {
  const { received, merged } = frozenCounts(area, 'received');
  return received + merged > 0;
}

/** Ordinary cases that are open, past their promise and not answered. Reads the open ones. */
async function readOverdue({ db, regency, now }: Pick<Doer, 'db' | 'regency' | 'now'>) {
  const { calendar } = regency;
  // As the case is now: what has become an accusation since the last fold stands in no list.
  const where = and(
    isNull(cases.closedAt),
    eq(cases.berkadar, false),
    ne(cases.state, 'held'),
    notInArray(cases.holder, [...secretHolders]),
    or(eq(cases.aboutOfficial, false), eq(cases.freed, true)),
    // With a plus, so that it begins with the open cases and not with all that was ever due.
    sql`+${figureFacts.basis} = 'due'`,
    sql`${figureFacts.counts} ->> ${`$[${countNames.indexOf('promiseOpen')}]`} > 0`,
    sql`${figureFacts.day} < ${calendar.localDate(now)}`,
  );
  const ofCase = eq(figureFacts.caseId, cases.id);
  const [[counted], rows] = await db.batch([
    db.select({ total: sql<number>`count(*)` }).from(cases).innerJoin(figureFacts, ofCase).where(where),
    db
      .select({ code: cases.code, office: figureFacts.office, dueOn: figureFacts.day })
      .from(cases)
      .innerJoin(figureFacts, ofCase)
      .where(where)
      .orderBy(asc(figureFacts.day), asc(cases.id))
      .limit(MOST_OVERDUE),
  ]);
  return {
    total: counted?.total ?? 0,
    cases: rows.map(
      ({ code, office, dueOn }): FrozenOverdue => ({
        ...{ code, dueOn, office: office === '-' ? null : office },
        days: calendar.workingDaysBetween(calendar.endOfOffice(dueOn), now),
      }),
    ),
  };
}
