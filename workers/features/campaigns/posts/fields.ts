/** Fields that posts and articles share, for forms and the API. */
import * as z from 'zod';
import { isoDay } from '../../../../shared/settings/dates.ts';
import { postAddress } from '../../../../shared/social-post.ts';

/** Rupiah or people: more than any regency has of either. */
const MOST = 1_000_000_000_000;

/** Empty fields of a form are nulls. */
const typed = z.union([z.string(), z.number()]).nullish();

/** A whole number as people type it, "1.250" or "Rp 1.250"; null when empty. */
export const wholeNumber = typed.transform((value, check) => {
  const digits = String(value ?? '')
    .replace(/^\s*rp/i, '')
    .replace(/(?<=\d)[.\s](?=\d{3}(\D|$))/g, '')
    .trim();
  if (digits === '') return null;
  const number = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  if (number <= MOST) return number;
  check.addIssue({ code: 'custom', message: 'field.whole_number' });
  return null;
});

/** A local date as people type it; null when empty. */
export const localDay = z
  .string()
  .nullish()
  .transform((value, check) => {
    if (!value?.trim()) return null;
    const day = isoDay(value);
    if (day === null) check.addIssue({ code: 'custom', message: 'field.date' });
    return day;
  });

/** Local ISO date and time "2026-11-27T08:00", as a browser sends it. */
export const localTime = z
  .string()
  .trim()
  .transform((value, check) => {
    const [, day = '', time] =
      /^(\d{4}-\d\d-\d\d)T([01]\d:[0-5]\d|2[0-3]:[0-5]\d)(?::\d\d)?$/.exec(value) ?? [];
    if (time && isoDay(day)) return `${day}T${time}`;
    check.addIssue({ code: 'custom', message: value === '' ? 'field.required' : 'field.date_time' });
    return z.NEVER;
  });

/** Where something stands on the net, to be opened by people; null when empty. Codes never lead there. */
export const pageAddress = z
  .string()
  .nullish()
  .transform((value, check) => {
    if (!value?.trim()) return null;
    const found = postAddress(value);
    if (found === null) check.addIssue({ code: 'custom', message: 'field.page_address' });
    return found?.link ?? null;
  });

/** Id of a program; null when none is chosen. Whether there is such a one is asked when it is written. */
export const programId = typed.transform((value, check) => {
  if (value === null || value === undefined || value === '') return null;
  const id = Number(value);
  if (Number.isSafeInteger(id) && id > 0) return id;
  check.addIssue({ code: 'custom', message: 'field.program' });
  return null;
});

export const titleField = z.string().trim().min(1).max(120);
