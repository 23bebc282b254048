/**
 * The clocks every regency starts from, in working days (domain.md section 3).
 * `local` = our rule where the regulation is silent, `check` = the regency has to confirm it.
 */
import type { PackClock } from '../types.ts';

const sp4n = 'Pedoman SP4N-LAPOR!: PermenPANRB 5/2025 (pengganti PermenPANRB 62/2018)';
const setempat = 'Aturan setempat: peraturan tidak mengaturnya';
/** The first day the calendar of this pack knows. */
const validFrom = '2023-01-01';

const clock = (row: Omit<PackClock, 'validFrom' | 'check' | 'local'> & Partial<PackClock>): PackClock => ({
  check: false,
  local: row.legalBasis === setempat,
  validFrom,
  ...row,
});

export const clocks: PackClock[] = [
  clock({ id: 'verify', clock: 'verify', appliesTo: 'any', days: 3, legalBasis: sp4n }),
  clock({ id: 'first-answer', clock: 'first_answer', appliesTo: 'any', days: 5, legalBasis: sp4n }),
  clock({
    id: 'first-answer-mendesak',
    clock: 'first_answer',
    appliesTo: 'mendesak',
    days: 1,
    legalBasis: setempat,
  }),
  clock({ id: 'settle-information', clock: 'settle', appliesTo: 'information', days: 5, legalBasis: sp4n }),
  clock({ id: 'settle-biasa', clock: 'settle', appliesTo: 'biasa', days: 14, legalBasis: sp4n }),
  clock({
    id: 'settle-berkadar',
    clock: 'settle',
    appliesTo: 'berkadar',
    days: 60,
    calendarDays: 60,
    legalBasis: `${sp4n}; UU 25/2009 dan Perpres 76/2013 menyebut 60 hari, bukan 60 hari kerja`,
    check: true,
  }),
  clock({
    id: 'settle-aspiration',
    clock: 'settle',
    appliesTo: 'aspiration',
    days: 14,
    legalBasis: setempat,
  }),
  clock({ id: 'return', clock: 'return', appliesTo: 'any', days: 1, legalBasis: sp4n }),
  clock({ id: 'forwarded', clock: 'forwarded', appliesTo: 'any', days: 10, legalBasis: setempat }),
  clock({
    id: 'reporter',
    clock: 'reporter',
    appliesTo: 'any',
    days: 10,
    reminders: [5, 8],
    legalBasis: sp4n,
  }),
  clock({
    id: 'completeness',
    clock: 'completeness',
    appliesTo: 'any',
    days: 10,
    reminders: [3, 7],
    legalBasis: setempat,
  }),
];
