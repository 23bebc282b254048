/** Fields that the rooms share, for forms and the API. */
import * as z from 'zod';
import { isoDay } from '../../../shared/settings/dates.ts';

/** Empty fields of forms mean "not given". */
export const optionalText = (max: number) =>
  z.preprocess(
    (value) => (value === '' ? null : value),
    z
      .string()
      .trim()
      .max(max)
      .nullish()
      .transform((value) => value ?? null),
  );

/** Rupiah or people: more than any regency has of either. */
const MOST = 1_000_000_000_000;

/** A whole number, also as people type it, "1.250.000"; null when it is not given. @param max inclusive */
export const optionalCount = (max = MOST) =>
  z.preprocess(
    numberTyped,
    whole(0, max)
      .nullish()
      .transform((value) => value ?? null),
  );

/** The same where it has to be given. */
export const countOf = (min: number, max: number) => z.preprocess(numberTyped, whole(min, max));

const whole = (min: number, max: number) =>
  z
    .int({ error: ({ input }) => (input === undefined ? 'field.required' : 'field.whole_number') })
    .min(min, { error: 'field.whole_number' })
    .max(max, { error: 'field.whole_number' });

/**
 * "1250", "1.250", "12 500", "Rp 1.250" or "Rp1.250,-" and "Rp 1.250,00" as letters write it; a dot parts three digits
 * and no fewer, so that "1.5" is never 15.
 */
const WHOLE = /^(?:rp\.?)?\s*(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:\s\d{3})+)(?:,-|,00)?$/i;

/** undefined when nothing was typed, NaN when it is no whole number; what is no text stays as it is. */
function numberTyped(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return text === '' ? undefined : Number(WHOLE.exec(text)?.[1]?.replace(/\D/g, '') ?? Number.NaN);
}

/** Local ISO date and time "2026-11-27T08:00", as a browser sends it. */
export const localTime = z
  .string()
  .trim()
  .transform((value, check) => {
    const [, day = '', time] =
      /^(20\d\d-\d\d-\d\d)T([01]\d:[0-5]\d|2[0-3]:[0-5]\d)(?::\d\d)?$/.exec(value) ?? [];
    if (time && isoDay(day)) return `${day}T${time}`;
    check.addIssue({ code: 'custom', message: value === '' ? 'field.required' : 'field.date_time' });
    return z.NEVER;
  });
