/** When collected notices leave. */
import * as z from 'zod';
import type { PackDigest } from '../../../../shared/regencies/types.ts';
import { timeOf } from '../../../../shared/settings/dates.ts';
import {
  blankLasting,
  byFirstDay,
  firstDayProblems,
  lastingFields,
  lastingShape,
  onlyComing,
} from './from-then-on.ts';
import type { KindOf, Problems } from './kind.ts';

const names: Record<PackDigest['id'], string> = { daily: 'Ringkasan harian', weekly: 'Daftar mingguan' };

export const digestKind: KindOf<PackDigest> = {
  kind: 'digest',
  path: 'ringkasan',
  group: 'time',
  name: 'Waktu ringkasan',
  one: 'waktu ringkasan',
  about: 'Jam berapa ringkasan harian dan daftar mingguan keluar.',
  effect: 'Ringkasan keluar sekali pada hari kerja, mulai tanggal berlaku pada jam ini.',
  fields: [
    {
      name: 'id',
      label: 'Yang mana',
      input: 'choice',
      options: Object.entries(names).map(([value, label]) => ({ value, label })),
      required: true,
      fixed: true,
    },
    {
      name: 'at',
      label: 'Jam',
      input: 'time',
      required: true,
      fixed: true,
      hint: 'Pada jam kerja, supaya tidak ada pemberitahuan di luar jam kerja.',
    },
    ...lastingFields<PackDigest>(),
  ],
  schema: z.object({
    id: z.enum(Object.keys(names) as [PackDigest['id']]),
    at: z
      .int('Tulis jam seperti 08:00.')
      .min(0)
      .max(24 * 60),
    ...lastingShape,
  }),
  label: ({ id }) => names[id],
  columns: [
    { title: 'Jam', of: ({ at }) => timeOf(at) },
    { title: 'Berlaku mulai', of: ({ validFrom }) => validFrom },
  ],
  order: (a, b) => a.id.localeCompare(b.id) || byFirstDay(a, b),
  blank: () => ({ id: 'daily', at: 480, ...blankLasting }),
  newId: ({ id, validFrom }) => `${id}:${validFrom}`,
  copies: true,
  ending: {
    note: 'Jam yang belum mulai berlaku ini dibatalkan; yang lama terus berlaku.',
    obstacles: onlyComing,
  },
  check(data, ctx, id): Problems {
    if (id !== null) return {};
    const { calendar } = ctx.regency;
    const opening = calendar.nextOfficeTime(calendar.startOfDay(data.validFrom));
    const at = calendar.startOfDay(calendar.localDate(opening)) + data.at * 60_000;
    if (!calendar.isOfficeTime(at)) return { at: 'Jam ini di luar jam kerja pada hari mulainya.' };
    return firstDayProblems(data, ctx);
  },
};
