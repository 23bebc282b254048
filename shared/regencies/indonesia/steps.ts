/**
 * Reminders and escalation that every regency starts from (domain.md section 3). No regulation prescribes them.
 * Before a due everything waits for one digest a day; after it those above hear of it, one rung after the other.
 */
import type { ClockName, PackDigest, PackStep } from '../types.ts';

const setempat = 'Aturan setempat: peraturan tidak mengaturnya';
const mark = { legalBasis: setempat, validFrom: '2023-01-01', check: false, local: true };

/** What somebody of the government has to do by a date. */
const duties: ClockName[] = ['verify', 'first_answer', 'next_step', 'settle'];

const step = (
  row: Pick<PackStep, 'id' | 'label' | 'clocks' | 'when' | 'to' | 'way'> & Partial<PackStep>,
): PackStep => ({
  secretTo: null,
  ...mark,
  ...row,
});

export const steps: PackStep[] = [
  step({
    id: 'half',
    label: 'Separuh waktu sudah berjalan',
    clocks: duties,
    when: { at: 'share', value: 0.5 },
    to: 'holder',
    secretTo: 'holder',
    way: 'digest',
  }),
  step({
    id: 'three-quarters',
    label: 'Tiga perempat waktu sudah berjalan',
    clocks: [...duties, 'action'],
    when: { at: 'share', value: 0.75 },
    to: 'holder',
    secretTo: 'holder',
    way: 'digest',
  }),
  step({
    id: 'today',
    label: 'Jatuh tempo hari ini',
    clocks: [...duties, 'promise', 'scheduled', 'action'],
    when: { at: 'due_day' },
    to: 'holder',
    secretTo: 'holder',
    way: 'digest',
  }),
  step({
    id: 'late',
    label: 'Lewat batas waktu',
    clocks: [...duties, 'scheduled', 'action'],
    when: { at: 'late', days: 0 },
    to: 'holder',
    secretTo: 'holder',
    way: 'single',
  }),
  step({
    id: 'late-head',
    label: 'Lewat batas waktu, kepada kepala OPD',
    clocks: [...duties, 'scheduled', 'action'],
    when: { at: 'late', days: 0 },
    to: 'head',
    secretTo: 'inspectorate',
    way: 'single',
  }),
  // Dispositions begin an office's clocks anew, the promise runs on: without this nobody would hear that it broke.
  step({
    id: 'promise-late',
    label: 'Janji kepada pelapor lewat',
    clocks: ['promise'],
    when: { at: 'late', days: 0 },
    to: 'admin',
    secretTo: 'inspectorate',
    way: 'single',
  }),
  step({
    id: 'late-secretary',
    label: 'Lewat tiga hari kerja, kepada Sekda dan Asisten',
    clocks: [...duties, 'action'],
    when: { at: 'late', days: 3 },
    to: 'secretary',
    way: 'single',
  }),
  step({
    id: 'late-regent',
    label: 'Lewat tujuh hari kerja, kepada Bupati',
    clocks: duties,
    when: { at: 'late', days: 7 },
    to: 'regent',
    secretTo: 'regent',
    way: 'weekly',
  }),
  step({
    id: 'late-inspectorate',
    label: 'Lewat tujuh hari kerja, kepada Inspektorat',
    clocks: duties,
    when: { at: 'late', days: 7 },
    to: 'inspectorate',
    way: 'single',
  }),
];

export const digests: PackDigest[] = [
  { id: 'daily', at: 8 * 60, ...mark },
  { id: 'weekly', at: 8 * 60, ...mark },
];
