/** The 3 × 24 hours of an incident: counted by the calendar, brought to mind once before and once after. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { breachDue, breachReminder, hoursLeft, isAwaited } from '../../workers/features/care/breach-clock.ts';

const HOUR = 3_600_000;
const found = Date.UTC(2026, 6, 17, 9, 0);
const open = {
  dueAt: breachDue(found),
  toldPeopleAt: null,
  toldAuthorityAt: null,
  closedAt: null,
  remindedAt: null,
};

describe('the clock of an incident', () => {
  it('is 72 hours of the calendar, weekends too', ({ expect }) => {
    expect(breachDue(found) - found).toBe(72 * HOUR);
    expect(hoursLeft(open.dueAt, found)).toBe('72 jam lagi');
    expect(hoursLeft(open.dueAt, open.dueAt - 1)).toBe('kurang dari satu jam lagi');
    expect(hoursLeft(open.dueAt, open.dueAt + 1)).toBe('baru lewat');
    expect(hoursLeft(open.dueAt, open.dueAt + 5.5 * HOUR)).toBe('lewat 5 jam');
  });

  it('reminds at most once before and once after, whenever the sweep runs', ({ expect }) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 * 60 }), { maxLength: 40 }), (minutes) => {
        const sent: string[] = [];
        let breach: typeof open | (Omit<typeof open, 'remindedAt'> & { remindedAt: number }) = open;
        for (const minute of minutes.sort((a, b) => a - b)) {
          const now = found + minute * 60_000;
          const kind = breachReminder(breach, now);
          if (!kind) continue;
          sent.push(kind);
          breach = { ...breach, remindedAt: now };
          expect(kind === 'late').toBe(now >= breach.dueAt);
          expect(now).toBeGreaterThanOrEqual(breach.dueAt - 24 * HOUR);
        }
        expect(new Set(sent).size).toBe(sent.length);
        const last = minutes.at(-1) ?? 0;
        expect(sent.includes('late')).toBe(last >= 72 * 60);
      }),
    );
  });

  it('stops when everybody was told, or it was closed', ({ expect }) => {
    const late = open.dueAt + HOUR;
    expect(isAwaited(open)).toBe(true);
    expect(breachReminder({ ...open, toldPeopleAt: 1 }, late)).toBe('late');
    expect(breachReminder({ ...open, toldPeopleAt: 1, toldAuthorityAt: 1 }, late)).toBeNull();
    expect(breachReminder({ ...open, closedAt: 1 }, late)).toBeNull();
  });
});
