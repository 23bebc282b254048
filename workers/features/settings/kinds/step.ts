/** Reminders before a time limit and the ladder after it: who is told when (domain.md section 3). */
import * as z from 'zod';
import { clockNames } from '../../../../shared/lifecycle/clock-names.ts';
import type { ClockName, PackStep, StepReceiver } from '../../../../shared/regencies/types.ts';
import { formatNumber, joinList } from '../../../../shared/text.ts';
import {
  blankLasting,
  byFirstDay,
  firstDayProblems,
  lastingFields,
  lastingShape,
  onlyComing,
} from './from-then-on.ts';
import type { KindOf } from './kind.ts';
import { slugOf } from './slug.ts';
import { numberOf } from './values.ts';

export const receiverNames: Record<StepReceiver, string> = {
  holder: 'Yang memegang laporan atau kegiatan',
  head: 'Kepala OPD',
  admin: 'Admin instansi',
  secretary: 'Sekda dan Asisten',
  regent: 'Bupati',
  inspectorate: 'Inspektorat',
};
/** Of an accusation only its holder and those two may hear. */
const secretReceivers = ['holder', 'inspectorate', 'regent'] as const;
const wayNames: Record<PackStep['way'], string> = {
  digest: 'Ringkasan harian',
  single: 'Pemberitahuan tersendiri',
  weekly: 'Daftar mingguan',
};
const momentNames: Record<PackStep['when']['at'], string> = {
  share: 'Sesudah sekian persen waktu berjalan',
  due_day: 'Pada hari jatuh tempo',
  late: 'Sekian hari kerja sesudah lewat',
};
const optionsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const receivers = Object.keys(receiverNames) as [StepReceiver];
const schema = z.object({
  id: z.string(),
  label: z.string().min(3).max(80),
  clocks: z.array(z.enum(Object.keys(clockNames) as [ClockName])).min(1, 'Pilih paling sedikit satu.'),
  when: z.looseObject({ at: z.enum(Object.keys(momentNames) as [PackStep['when']['at']]) }),
  to: z.enum(receivers),
  secretTo: z.enum(secretReceivers).nullable(),
  way: z.enum(Object.keys(wayNames) as [PackStep['way']]),
  ...lastingShape,
});

export const stepKind: KindOf<PackStep> = {
  kind: 'step',
  path: 'pengingat',
  group: 'time',
  name: 'Pengingat dan jenjang',
  one: 'pengingat',
  about: 'Siapa diberi tahu sebelum dan sesudah batas waktu.',
  effect:
    'Berlaku untuk batas waktu yang mulai sejak tanggal berlaku. Yang sudah diberitahukan tidak diulang.',
  fields: [
    { name: 'label', label: 'Nama', input: 'text', max: 80, required: true },
    {
      name: 'clocks',
      label: 'Untuk batas waktu',
      input: 'choices',
      options: optionsOf(clockNames),
      fixed: true,
    },
    {
      name: 'when',
      label: 'Kapan',
      input: 'choice',
      options: optionsOf(momentNames),
      required: true,
      fixed: true,
      get: ({ when }) => when.at,
      set(data, raw) {
        const at = String(raw) as PackStep['when']['at'];
        data.when = at === 'share' ? { at, value: 0 } : at === 'late' ? { at, days: 0 } : { at };
      },
    },
    {
      name: 'amount',
      label: 'Persen, atau hari kerja sesudah lewat',
      hint: 'Contoh: 75 untuk tiga perempat waktu; 0 untuk saat batas waktu lewat.',
      input: 'text',
      max: 3,
      fixed: true,
      get: ({ when }) =>
        when.at === 'share'
          ? String(Math.round(when.value * 100))
          : when.at === 'late'
            ? String(when.days)
            : '',
      set(data, raw) {
        const amount = numberOf(String(raw).trim());
        if (data.when.at === 'share') data.when = { at: 'share', value: amount / 100 };
        if (data.when.at === 'late') data.when = { at: 'late', days: amount };
      },
    },
    {
      name: 'to',
      label: 'Kepada',
      input: 'choice',
      options: optionsOf(receiverNames),
      required: true,
      fixed: true,
    },
    {
      name: 'secretTo',
      label: 'Kepada, untuk pengaduan tentang aparat',
      hint: 'Hanya nomor dan hari; teradu tidak pernah diberi tahu.',
      input: 'choice',
      options: [
        { value: '', label: 'Tidak kepada siapa pun' },
        ...secretReceivers.map((value) => ({ value, label: receiverNames[value] })),
      ],
      empty: 'null',
      fixed: true,
    },
    {
      name: 'way',
      label: 'Lewat',
      input: 'choice',
      options: optionsOf(wayNames),
      required: true,
      fixed: true,
    },
    ...lastingFields<PackStep>(),
  ],
  schema,
  label: ({ label }) => label,
  columns: [
    { title: 'Kapan', of: ({ when }) => momentText(when) },
    { title: 'Kepada', of: ({ to }) => receiverNames[to] },
    { title: 'Untuk', of: ({ clocks }) => joinList(clocks.map((clock) => clockNames[clock])) },
    { title: 'Berlaku mulai', of: ({ validFrom }) => validFrom },
  ],
  blank: () => ({
    ...{ id: '', label: '', clocks: [], when: { at: 'late', days: 0 }, to: 'holder', secretTo: null },
    ...{ way: 'digest', ...blankLasting },
  }),
  newId: ({ id, label, validFrom }) => `${id || slugOf(label)}:${validFrom}`,
  named: (data) => ({ ...data, id: data.id || slugOf(data.label) }),
  copies: true,
  ending: {
    note: 'Pengingat yang belum mulai berlaku ini dibatalkan; yang lama terus berlaku.',
    obstacles: onlyComing,
  },
  check(data, ctx, id) {
    const amount = amountProblem(data.when);
    if (amount) return { amount };
    return id === null ? firstDayProblems(data, ctx) : {};
  },
  order: (a, b) => momentOf(a.when) - momentOf(b.when) || byFirstDay(a, b),
};

function amountProblem(when: PackStep['when']): string | null {
  if (when.at === 'share' && !(when.value >= 0.01 && when.value <= 0.99))
    return 'Tulis persen dari 1 sampai 99.';
  if (when.at === 'late' && !(Number.isInteger(when.days) && when.days >= 0 && when.days <= 60))
    return 'Tulis hari kerja dari 0 sampai 60.';
  return null;
}

export function momentText(when: PackStep['when']): string {
  if (when.at === 'due_day') return 'hari jatuh tempo';
  if (when.at === 'share') return `${Math.round(when.value * 100)}% waktu berjalan`;
  return when.days === 0 ? 'saat lewat' : `lewat ${formatNumber(when.days)} hari kerja`;
}

const momentOf = (when: PackStep['when']): number =>
  when.at === 'share' ? when.value - 2 : when.at === 'due_day' ? -1 : when.days;
