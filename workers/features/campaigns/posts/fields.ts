/** Fields that posts and articles share, for forms and the API. */
import * as z from 'zod';
import { isoDay } from '../../../../shared/settings/dates.ts';
import { postAddress } from '../../../../shared/social-post.ts';
import { requiredLine } from '../../fields.ts';

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
export const programId = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value, check) => {
    if (value === null || value === undefined || value === '') return null;
    const id = Number(value);
    if (Number.isSafeInteger(id) && id > 0) return id;
    check.addIssue({ code: 'custom', message: 'field.program' });
    return null;
  });

export const titleField = requiredLine(120);
