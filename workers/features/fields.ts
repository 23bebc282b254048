/** Fields that the rooms share, for forms and the API. */
import * as z from 'zod';
import { isoDay } from '../../shared/settings/dates.ts';

/** Empty fields of forms mean "not given". */
const given = (text: z.ZodString) =>
  z.preprocess(
    (value) => (value === '' ? null : value),
    text.nullish().transform((value) => value ?? null),
  );

export const optionalText = (max: number) => given(z.string().trim().max(max));

/** What breaks a line or turns the direction of reading. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

const plain = (text: string): string => text.replace(UNSEEN, ' ').trim();

/** A name or a title: one plain line on paper, in a table and in the preview of a link; '' when it is not given. */
export const line = (max: number) => z.string().overwrite(plain).max(max);

/** What was typed one a line, each as plain as a name; empty ones are left out. */
export const linesOf = (text: string): string[] => text.split('\n').map(plain).filter(Boolean);

export const requiredLine = (max: number) => line(max).min(1, { error: 'field.required' });

/** A date as "2026-03-31". */
export const requiredDay = z.iso.date({
  error: ({ input }) => (input ? 'field.day' : 'field.required'),
});

export const optionalLine = (max: number) => given(line(max));

/** A picked file. */
export const requiredFile = z.instanceof(File, { error: 'field.required' });

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
