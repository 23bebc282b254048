import type { PackRetention } from '../types.ts';

/** UU 27/2022 names no number: as long as the purpose needs. Ours are for the regency to confirm, with its records office. */
export const retention: PackRetention[] = [
  {
    id: 'contact',
    months: 12,
    legalBasis: 'UU 27/2022 ps. 16 ayat (2) huruf g dan ps. 43; jangka waktunya ditetapkan daerah',
    check: true,
    local: true,
  },
  {
    id: 'content',
    months: null,
    legalBasis: 'UU 43/2009 (kearsipan): isi laporan mengikuti jadwal retensi arsip daerah',
    check: true,
    local: true,
  },
];
