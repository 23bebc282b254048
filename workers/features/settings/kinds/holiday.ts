/** Days off: national holidays, joint leave and the regency's own. Open clocks move with them (reminders/replan.ts). */
import * as z from 'zod';
import type { PackHoliday } from '../../../../shared/regencies/types.ts';
import { holidayId, holidayKinds } from '../../../../shared/settings/holidays.ts';
import { formatDate } from '../../../../shared/text.ts';
import type { KindOf, Problems } from './kind.ts';

const kinds = Object.keys(holidayKinds) as [PackHoliday['kind']];

export const holidayKind: KindOf<PackHoliday> = {
  kind: 'holiday',
  path: 'hari-libur',
  group: 'time',
  name: 'Hari libur dan cuti bersama',
  one: 'hari libur',
  about: 'Hari yang tidak dihitung sebagai hari kerja.',
  effect:
    'Batas waktu yang sedang berjalan dihitung ulang dalam satu menit. Janji pada tanda terima yang sudah diberikan tidak bergeser.',
  preview: 'holidays',
  tools: [
    { label: 'Daftar', href: '/desk/pengaturan/hari-libur' },
    { label: 'Tempel setahun sekaligus', href: '/desk/pengaturan/hari-libur/tempel' },
  ],
  fields: [
    { name: 'date', label: 'Tanggal', input: 'date', required: true },
    { name: 'name', label: 'Nama hari libur', input: 'text', max: 120, required: true },
    {
      name: 'kind',
      label: 'Jenis',
      input: 'choice',
      options: kinds.map((value) => ({ value, label: holidayKinds[value] })),
      required: true,
    },
  ],
  schema: z.object({
    date: z.iso.date(),
    name: z.string().min(3).max(120),
    kind: z.enum(kinds),
    check: z.boolean(),
  }),
  label: ({ date, name }, { about }) =>
    `${formatDate(Date.parse(`${date}T00:00Z`), about.timeZone)}: ${name}`,
  columns: [{ title: 'Jenis', of: ({ kind }) => holidayKinds[kind] }],
  order: (a, b) => (a.date < b.date ? 1 : -1),
  blank: () => ({ date: '', name: '', kind: 'daerah', check: false }),
  newId: holidayId,
  ending: { note: 'Hari itu tidak lagi dikecualikan dari hari kerja.' },
  check(data, { rows }, id): Problems {
    const twice = rows.some(
      (row) => row.id !== id && row.data.date === data.date && row.data.kind === data.kind,
    );
    return twice ? { date: 'Sudah ada hari libur berjenis ini pada tanggal itu.' } : {};
  },
  gaps(rows, regency, now) {
    const year = Number(regency.calendar.localDate(now).slice(0, 4));
    // The decree of the coming year is usually there by October.
    const late = regency.calendar.localDate(now).slice(5) >= '10-01';
    return [year, ...(late ? [year + 1] : [])]
      .filter((one) => !rows.some(({ data }) => data.date.startsWith(String(one))))
      .map((one) => ({ text: `Hari libur ${one} belum diisi.`, href: '/desk/pengaturan/hari-libur/tempel' }));
  },
};
