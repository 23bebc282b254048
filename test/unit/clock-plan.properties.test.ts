/** Clocks by properties: what must hold for every start, term, pause and holiday, whenever somebody looks. */
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { loadPack } from '../../shared/regencies/index.ts';
import type { ClockName } from '../../shared/regencies/types.ts';
import { makeCalendar } from '../../shared/working-time.ts';
import { type ClockFacts, duesOf, latestOf, NEVER, planClock, type Rule } from '../../workers/clocks/plan.ts';
import { inForce, rulesOf } from '../../workers/clocks/rules.ts';

const pack = await loadPack('luwu-timur');
const DAY = 86_400_000;

const calendarWith = (extra: string[]) =>
  makeCalendar({
    timeZone: 'Asia/Makassar',
    holidays: [...pack.holidays, ...extra.map((date) => ({ date }))],
    hours: pack.hours,
  });
const calendar = calendarWith([]);
const regency = { calendar, steps: pack.steps, clocks: pack.clocks };

const instant = fc.integer({ min: Date.parse('2025-11-01'), max: Date.parse('2027-06-01') });
const term = fc.integer({ min: 1, max: 60 });
const date = instant.map((ms) => new Date(ms).toISOString().slice(0, 10));
const gap = fc.integer({ min: 1, max: 30 * DAY });

const counted = (startedAt: number, days: number, pauses: ClockFacts['pauses'] = []): ClockFacts => ({
  startedAt,
  days,
  date: null,
  calendarDays: null,
  pauses,
  dueAt: 0,
});
const rules = rulesOf(regency, 'settle', Date.parse('2026-07-20'));
const none = new Set<string>();

/** When each stage is reached, by id. */
function times(facts: ClockFacts, by = calendar, of: readonly Rule[] = rules): Map<string, number> {
  const { reached } = planClock(by, facts, of, none, NEVER);
  return new Map(reached.map((stage) => [stage.id, stage.at]));
}

describe('stages of a clock', () => {
  test('come in the order of the ladder, those before the due no later than its day', ({ expect }) => {
    fc.assert(
      fc.property(instant, term, (start, days) => {
        const at = times(counted(start, days));
        const order = ['half', 'three-quarters', 'today', 'late', 'late-secretary', 'late-regent'];
        const seen = order.map((id) => at.get(id) ?? Number.NaN);
        expect(seen).toEqual([...seen].sort((a, b) => a - b));
        const due = calendar.addWorkingDays(start, days);
        expect(at.get('late')).toBe(due);
        expect(at.get('late-head')).toBe(due);
        expect(calendar.localDate(at.get('today') ?? 0)).toBe(calendar.localDate(due));
        expect(calendar.workingDaysBetween(due, at.get('late-secretary') ?? 0)).toBe(3);
        expect(calendar.workingDaysBetween(due, at.get('late-regent') ?? 0)).toBe(7);
      }),
    );
  });

  test('of shares lie on the working day on which that share is over', ({ expect }) => {
    fc.assert(
      fc.property(instant, term, (start, days) => {
        const at = times(counted(start, days));
        for (const [id, share] of [
          ['half', 0.5],
          ['three-quarters', 0.75],
        ] as const) {
          const reached = at.get(id) ?? 0;
          expect(calendar.isWorkingDay(calendar.localDate(reached))).toBe(true);
          expect(calendar.workingDaysBetween(start, reached)).toBe(Math.max(1, Math.ceil(days * share)));
        }
      }),
    );
  });

  test('are each told or skipped once, however often and seldom somebody looks, also when holidays are added', ({
    expect,
  }) => {
    const look = fc.record({ after: gap, holidays: fc.array(date, { maxLength: 3 }) });
    fc.assert(
      fc.property(instant, term, fc.array(look, { minLength: 1, maxLength: 12 }), (start, days, looks) => {
        const told = new Set<string>();
        const free: string[] = [];
        let now = start;
        let due = 0;
        for (const { after, holidays } of [...looks, { after: 400 * DAY, holidays: [] }]) {
          now += after;
          free.push(...holidays);
          const plan = planClock(calendarWith(free), counted(start, days), rules, told, now);
          expect(plan.dueAt).toBeGreaterThanOrEqual(due);
          due = plan.dueAt;
          const { told: latest, skipped } = latestOf(plan.reached);
          expect(latest.length + skipped.length).toBe(plan.reached.length);
          for (const stage of plan.reached) {
            expect(told.has(stage.id)).toBe(false);
            expect(stage.at).toBeLessThanOrEqual(now);
            told.add(stage.id);
          }
          expect(plan.nextAt).toBeGreaterThan(now);
        }
        expect(told.size).toBe(rules.length);
      }),
      { numRuns: 60 },
    );
  });

  test('that were missed are skipped for the latest, and none of the latest instant is lost', ({
    expect,
  }) => {
    const plan = planClock(
      calendar,
      counted(Date.parse('2026-07-20T01:00:00Z'), 14),
      rules,
      none,
      Date.parse('2026-10-20T01:00:00Z'),
    );
    const { told, skipped } = latestOf(plan.reached);
    expect(told.map(({ id }) => id).sort()).toEqual(['late-inspectorate', 'late-regent']);
    expect(skipped.map(({ id }) => id)).toEqual([
      'half',
      'three-quarters',
      'today',
      'late',
      'late-head',
      'late-secretary',
    ]);
    expect(plan.nextAt).toBe(NEVER);
  });
});

describe('a due', () => {
  test('moves by the working days of every pause, and so do the stages that are left', ({ expect }) => {
    fc.assert(
      fc.property(instant, term, gap, gap, (start, days, before, length) => {
        const pause: [number, number] = [start + before, start + before + length];
        const paused = duesOf(calendar, counted(start, days, [pause])).dueAt;
        const plain = duesOf(calendar, counted(start, days)).dueAt;
        expect(paused).toBe(calendar.pauseShift(plain, ...pause));
        const left = (due: number, at: number) => calendar.workingDaysBetween(at, due);
        expect(left(paused, pause[1])).toBe(left(plain, pause[0]));
        const at = times(counted(start, days, [pause]));
        expect(calendar.localDate(at.get('today') ?? 0)).toBe(calendar.localDate(paused));
      }),
    );
  });

  test('by calendar days warns where it is earlier: reminders count to it, lateness does not', ({
    expect,
  }) => {
    fc.assert(
      fc.property(instant, (start) => {
        const facts = { ...counted(start, 60), calendarDays: 60 };
        const { dueAt, warnAt } = duesOf(calendar, facts);
        if (warnAt === null) throw new Error('sixty calendar days are fewer than sixty working days');
        expect(warnAt).toBeLessThan(dueAt);
        expect(calendar.isWorkingDay(calendar.localDate(warnAt))).toBe(true);
        expect(warnAt - start).toBeLessThanOrEqual(61 * DAY);
        const at = times(facts);
        expect(calendar.localDate(at.get('today') ?? 0)).toBe(calendar.localDate(warnAt));
        expect(at.get('late')).toBe(dueAt);
      }),
      { numRuns: 50 },
    );
  });

  test('that somebody named stays on its date, or the next working day when that becomes free', ({
    expect,
  }) => {
    const facts = { ...counted(Date.parse('2026-07-20T01:00:00Z'), 0), days: null, date: '2026-08-03' };
    expect(calendar.localDate(duesOf(calendar, facts).dueAt)).toBe('2026-08-03');
    expect(calendar.localDate(duesOf(calendarWith(['2026-08-03']), facts).dueAt)).toBe('2026-08-04');
  });

  test('of a promise is moved by no calendar', ({ expect }) => {
    fc.assert(
      fc.property(instant, instant, fc.array(date, { maxLength: 5 }), (start, dueAt, extra) => {
        const facts = { ...counted(start, 0), days: null, dueAt };
        expect(duesOf(calendarWith(extra), facts)).toEqual({ dueAt, warnAt: null });
      }),
    );
  });
});

describe('rows', () => {
  test('count from the day they come into force, the newest first', ({ expect }) => {
    const row = (id: string, validFrom: string, value: number) => ({ id, validFrom, value });
    const rows = [row('a', '2026-01-01', 1), row('a', '2027-01-01', 2), row('b', '2027-01-01', 3)];
    expect(inForce(rows, '2026-12-31').map(({ value }) => value)).toEqual([1]);
    expect(inForce(rows, '2027-01-01').map(({ value }) => value)).toEqual([2, 3]);
  });

  test('give every clock of the domain its points, and a window none', ({ expect }) => {
    const ids = (clock: ClockName) => rulesOf(regency, clock, Date.parse('2026-07-20')).map(({ id }) => id);
    for (const clock of ['verify', 'first_answer', 'next_step', 'settle'] as const) {
      expect(ids(clock)).toEqual([
        'half',
        'three-quarters',
        'today',
        'late',
        'late-head',
        'late-secretary',
        'late-regent',
        'late-inspectorate',
      ]);
    }
    expect(ids('scheduled')).toEqual(['today', 'late', 'late-head']);
    expect(ids('promise')).toEqual(['today', 'promise-late']);
    expect(ids('completeness')).toEqual(['remind-3', 'remind-7', 'due']);
    expect(ids('reporter')).toEqual(['remind-5', 'remind-8', 'due']);
    expect(ids('forwarded')).toEqual(['due']);
    expect(ids('return')).toEqual([]);
  });
});
