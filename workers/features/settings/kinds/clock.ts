/** Time limits: how many working days each step may take, by which law, and from when (domain.md section 3). */
import * as z from 'zod';
import { clockNames } from '../../../../shared/lifecycle/clock-names.ts';
import type { PackClock } from '../../../../shared/regencies/types.ts';
import { formatNumber, joinList } from '../../../../shared/text.ts';
import { blankLasting, firstDayProblems, lastingFields, lastingShape, onlyComing } from './from-then-on.ts';
import type { KindOf, Problems } from './kind.ts';
import { linesOf } from './values.ts';

const clocks = [
  'verify',
  'first_answer',
  'settle',
  'return',
  'forwarded',
  'reporter',
  'completeness',
] as const;

export const classNames: Record<PackClock['appliesTo'], string> = {
  any: 'Semua laporan',
  information: 'Permintaan informasi',
  biasa: 'Pengaduan tidak berkadar pengawasan',
  berkadar: 'Pengaduan berkadar pengawasan',
  aspiration: 'Aspirasi',
  mendesak: 'Mendesak',
};

const schema = z.object({
  id: z.string(),
  appliesTo: z.enum(Object.keys(classNames) as [PackClock['appliesTo']]),
  clock: z.enum(clocks),
  days: z.int().min(1).max(365),
  calendarDays: z.int().min(1).max(730).optional(),
  reminders: z.array(z.int('Tulis dengan angka.').min(1)).max(5).optional(),
  ...lastingShape,
});

const newId = ({ clock, appliesTo, validFrom }: PackClock) => `${clock}-${appliesTo}:${validFrom}`;
const asksReporter = ({ clock }: PackClock) => clock === 'reporter' || clock === 'completeness';

export const clockKind: KindOf<PackClock> = {
  kind: 'clock',
  path: 'batas-waktu',
  group: 'time',
  name: 'Batas waktu',
  one: 'batas waktu',
  about: 'Berapa hari kerja setiap langkah, dengan dasar hukumnya.',
  effect:
    'Batas waktu yang sudah berjalan tidak berubah. Yang mulai sejak tanggal berlaku memakai angka baru, juga janji pada tanda terima baru.',
  preview: 'clocks',
  fields: [
    {
      name: 'clock',
      label: 'Batas waktu untuk',
      input: 'choice',
      options: clocks.map((value) => ({ value, label: clockNames[value] })),
      required: true,
      fixed: true,
    },
    {
      name: 'appliesTo',
      label: 'Laporan yang mana',
      input: 'choice',
      options: Object.entries(classNames).map(([value, label]) => ({ value, label })),
      required: true,
      fixed: true,
    },
    { name: 'days', label: 'Hari kerja', input: 'number', required: true, fixed: true },
    {
      name: 'calendarDays',
      label: 'Hari kalender (boleh kosong)',
      hint: 'Bila peraturan menghitung hari kalender. Keduanya tampil; yang lebih awal memperingatkan.',
      input: 'number',
      empty: 'absent',
      fixed: true,
    },
    {
      name: 'reminders',
      label: 'Ingatkan pelapor sesudah hari kerja ke- (satu angka sebaris)',
      input: 'lines',
      rows: 3,
      empty: 'absent',
      fixed: true,
      show: (data) => asksReporter(data) || data.id === '',
      get: ({ reminders = [] }) => reminders.join('\n'),
      set(data, raw) {
        const days = linesOf(String(raw)).map(Number);
        if (days.length > 0 && asksReporter(data)) data.reminders = days;
        else delete data.reminders;
      },
      words: ({ reminders = [] }) => joinList(reminders.map(String)),
    },
    ...lastingFields<PackClock>(),
  ],
  schema,
  label: ({ clock, appliesTo }) =>
    appliesTo === 'any' ? clockNames[clock] : `${clockNames[clock]}: ${classNames[appliesTo]}`,
  columns: [
    { title: 'Hari kerja', of: ({ days, calendarDays }) => daysText(days, calendarDays) },
    { title: 'Berlaku mulai', of: ({ validFrom }) => validFrom },
    { title: 'Dasar hukum', of: ({ legalBasis }) => legalBasis },
  ],
  order: (a, b) =>
    clocks.indexOf(a.clock) - clocks.indexOf(b.clock) ||
    a.appliesTo.localeCompare(b.appliesTo) ||
    (a.validFrom < b.validFrom ? 1 : -1),
  blank: () => ({ id: '', appliesTo: 'any', clock: 'settle', days: 0, ...blankLasting }),
  newId,
  named: (data) => ({ ...data, id: newId(data) }),
  copies: true,
  ending: {
    note: 'Batas waktu yang belum mulai berlaku ini dibatalkan; yang lama terus berlaku.',
    obstacles: onlyComing,
  },
  check(data, ctx, id): Problems {
    if (id !== null) return {};
    const { reminders = [], days } = data;
    if (reminders.some((day) => day >= days))
      return { reminders: 'Pengingat harus sebelum batas waktunya habis.' };
    // What was answered today was told until when it may be contested.
    return firstDayProblems(data, ctx, data.clock === 'reporter');
  },
};

const daysText = (days: number, calendarDays?: number) =>
  calendarDays === undefined
    ? formatNumber(days)
    : `${formatNumber(days)} (atau ${formatNumber(calendarDays)} hari kalender)`;
