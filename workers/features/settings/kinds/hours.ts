/** Office hours, and other ones for a time: Ramadan, or a single day. */
import * as z from 'zod';
import type { PackHours } from '../../../../shared/regencies/types.ts';
import { hoursOf, timeOf } from '../../../../shared/settings/dates.ts';
import { formatNumber } from '../../../../shared/text.ts';
import { makeCalendar } from '../../../../shared/working-time.ts';
import type { FieldOf, KindContext, KindOf, Problems } from './kind.ts';

const dayNames = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];

const day = z.tuple([z.int().min(0), z.int().max(24 * 60)], 'Tulis seperti 07.30-16.00, atau kosongkan.');

/** A day that cannot be read: the schema refuses it, and the control shows what was typed. */
type Week = PackHours['week'];

const dayField = (name: string, index: number): FieldOf<PackHours> => ({
  name: `week.${index}`,
  label: name,
  input: 'text',
  max: 20,
  get: ({ week }) => {
    const hours: unknown = week[index];
    if (typeof hours === 'string') return hours;
    return Array.isArray(hours) ? hours.map(timeOf).join('-') : '';
  },
  set(data, raw) {
    const text = String(raw);
    const week: unknown[] = [...data.week];
    const read = hoursOf(text);
    week[index] = read === undefined ? text : read;
    data.week = week as Week;
  },
  words: ({ week }) => week[index]?.map(timeOf).join('–') ?? 'tutup',
});

const newId = ({ label, validFrom }: PackHours) => `${validFrom}:${label}`;

export const hoursKind: KindOf<PackHours> = {
  kind: 'hours',
  path: 'jam-kerja',
  group: 'time',
  name: 'Jam kerja dan Ramadan',
  one: 'jam kerja',
  about: 'Jam buka kantor, dan jam lain untuk masa tertentu seperti Ramadan.',
  effect:
    'Batas waktu jatuh pada jam tutup, dan pemberitahuan hanya keluar pada jam kerja. Yang sedang berjalan dihitung ulang dalam satu menit.',
  fields: [
    { name: 'label', label: 'Nama', input: 'text', max: 80, required: true, hint: 'Contoh: Ramadan 1449 H.' },
    { name: 'validFrom', label: 'Mulai tanggal', input: 'date', required: true },
    {
      name: 'validTo',
      label: 'Sampai tanggal (kosong = seterusnya)',
      input: 'date',
      empty: 'null',
      hint: 'Jam yang punya tanggal akhir didahulukan.',
    },
    ...dayNames.map(dayField),
    { name: 'legalBasis', label: 'Dasar hukum', input: 'text', max: 300, required: true },
  ],
  schema: z.object({
    id: z.string(),
    label: z.string().min(3).max(80),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    week: z.array(day.nullable()).length(7),
    legalBasis: z.string().min(3).max(300),
    check: z.boolean(),
  }),
  label: ({ label }) => label,
  columns: [
    { title: 'Masa', of: ({ validFrom, validTo }) => `${validFrom} – ${validTo ?? 'seterusnya'}` },
    { title: 'Senin', of: ({ week }) => week[0]?.map(timeOf).join('–') ?? 'tutup' },
    { title: 'Jumat', of: ({ week }) => week[4]?.map(timeOf).join('–') ?? 'tutup' },
  ],
  order: (a, b) => (a.validFrom < b.validFrom ? 1 : -1),
  blank: () => ({
    ...{ id: '', label: '', validFrom: '', validTo: null },
    ...{ week: Array(7).fill(null), legalBasis: '', check: false },
  }),
  newId,
  named: (data) => ({ ...data, id: newId(data) }),
  copies: true,
  ending: {
    note: 'Pada masa itu jam kerja yang lain berlaku lagi.',
    obstacles(data, ctx) {
      const left = ctx.rows.map((row) => row.data).filter((row) => !isSame(row, data));
      const problem = calendarProblem(ctx, left);
      return problem ? [{ text: problem, href: null }] : [];
    },
  },
  check(data, ctx, id): Problems {
    if (data.validTo !== null && data.validTo < data.validFrom)
      return { validTo: 'Tanggal akhir tidak boleh sebelum tanggal mulai.' };
    const others = ctx.rows.filter((row) => row.id !== id).map((row) => row.data);
    const problem = calendarProblem(ctx, [...others, data]);
    return problem ? { validTo: problem } : {};
  },
  gaps(rows, regency, now) {
    const today = regency.calendar.localDate(now);
    const coming = rows.some(({ data }) => data.validTo !== null && data.validTo >= today);
    return coming
      ? []
      : [{ text: `Jam kerja Ramadan berikutnya belum diisi (${formatNumber(rows.length)} masa tercatat).` }];
  },
};

const isSame = (a: PackHours, b: PackHours) => a.label === b.label && a.validFrom === b.validFrom;

/** A calendar that cannot be made would stop every clock of the regency. */
function calendarProblem({ regency }: KindContext<PackHours>, hours: readonly PackHours[]): string | null {
  try {
    makeCalendar({ timeZone: regency.about.timeZone, holidays: [], hours });
    return null;
  } catch {
    return 'Harus ada satu jam kerja tanpa tanggal akhir, yang buka paling sedikit satu hari dalam sepekan.';
  }
}
