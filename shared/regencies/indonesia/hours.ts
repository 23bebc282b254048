/**
 * Office hours, in minutes since local midnight. A row with an end (Ramadan) goes before the one without.
 * The Ramadan periods follow the yearly decree and are confirmed by the regency each year.
 */
import type { PackHours } from '../types.ts';

/** Monday to Thursday alike, Friday longer, the weekend closed. */
function week(start: number, end: number, fridayEnd: number): PackHours['week'] {
  const day: [number, number] = [start, end];
  return [day, day, day, day, [start, fridayEnd], null, null];
}

const perpres = 'Perpres 21/2023 (hari dan jam kerja instansi pemerintah)';
const usual = week(7 * 60 + 30, 16 * 60, 16 * 60 + 30);
const ramadan = week(8 * 60, 15 * 60, 15 * 60 + 30);

export const hours: PackHours[] = [
  {
    id: 'biasa',
    label: 'Jam kerja biasa',
    validFrom: '2023-01-01',
    validTo: null,
    week: usual,
    legalBasis: perpres,
    check: false,
  },
  {
    id: 'ramadan-2026',
    label: 'Ramadan 1447 H',
    validFrom: '2026-02-18',
    validTo: '2026-03-19',
    week: ramadan,
    legalBasis: perpres,
    check: true,
  },
  {
    id: 'ramadan-2027',
    label: 'Ramadan 1448 H',
    validFrom: '2027-02-08',
    validTo: '2027-03-09',
    week: ramadan,
    legalBasis: perpres,
    check: true,
  },
];
