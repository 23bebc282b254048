/**
 * Kinds whose rows count from a day on (clocks, reminders, digests): a change is a new row with a later first day, the old
 * one stays and holds for what began before.
 */
import * as z from 'zod';
import type { Errors } from '../../../ui/components.tsx';
import type { FieldOf, KindContext, Obstacle } from './kind.ts';

interface Lasting {
  legalBasis: string;
  validFrom: string;
  check: boolean;
  local: boolean;
}

/** Parts of every schema of such a kind. */
export const lastingShape = {
  legalBasis: z.string().min(3).max(300),
  validFrom: z.iso.date(),
  check: z.boolean(),
  local: z.boolean(),
};

/** The last fields of every such kind. */
export function lastingFields<T extends Lasting>(): FieldOf<T>[] {
  return [
    {
      name: 'validFrom',
      label: 'Berlaku mulai',
      input: 'date',
      required: true,
      fixed: true,
      hint: 'Paling awal hari ini. Yang sudah berjalan tetap memakai aturan lama.',
    },
    {
      name: 'legalBasis',
      label: 'Dasar hukum',
      input: 'text',
      max: 300,
      required: true,
      hint: 'Nomor dan pasal peraturan, atau keputusan daerah.',
    },
    {
      name: 'local',
      label: 'Aturan setempat: peraturan tidak mengaturnya',
      input: 'checkbox',
    },
  ];
}

export const blankLasting = { legalBasis: '', validFrom: '', check: false, local: false };

/** @param also earliest day in days from today, 0 = today */
export function firstDayProblems<T extends Lasting>(
  data: T,
  { regency, now }: KindContext<T>,
  tomorrow = false,
): Errors {
  const today = regency.calendar.localDate(now);
  if (tomorrow ? data.validFrom > today : data.validFrom >= today) return {};
  return {
    validFrom: tomorrow
      ? 'Paling awal besok: jawaban hari ini sudah memakai aturan lama.'
      : 'Paling awal hari ini: yang lalu sudah dihitung dengan aturan lama.',
  };
}

/** Only what does not count yet can be ended: what counted once is needed to explain what began under it. */
export function onlyComing<T extends Lasting>(data: T, { regency, now }: KindContext<T>): Obstacle[] {
  if (data.validFrom > regency.calendar.localDate(now)) return [];
  return [
    {
      text: 'Aturan ini sudah berlaku dan tidak dapat diakhiri. Salin menjadi aturan baru dengan tanggal mulai yang lebih kemudian.',
      href: null,
    },
  ];
}

/** Latest first day first, so that what counts now stands on top of what it followed. */
export const byFirstDay = (a: Lasting, b: Lasting): number => (a.validFrom < b.validFrom ? 1 : -1);
