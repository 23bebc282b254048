/** Numbers shown before a report of danger is sent; they never block sending (domain.md section 2). */
import type { PackEmergency } from '../types.ts';

export const emergency: PackEmergency[] = [
  { number: '110', name: 'Polisi', for: ['jiwa', 'kejahatan', 'kekerasan'], check: false },
  { number: '112', name: 'Panggilan darurat terpadu', for: ['jiwa'], check: true },
  { number: '113', name: 'Pemadam kebakaran', for: ['kebakaran', 'jiwa'], check: false },
  { number: '119', name: 'Ambulans dan gawat darurat medis', for: ['sakit', 'jiwa'], check: false },
  { number: '129', name: 'SAPA, sahabat perempuan dan anak', for: ['kekerasan'], check: true },
];
