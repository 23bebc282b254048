/** Input pieces that verbs share. */
import * as z from 'zod';
import { gapsIn } from '../../../shared/answer-text.ts';
import { limits } from '../../../shared/contract/complaint.ts';
import type { OfficeKind } from '../../../shared/regencies/types.ts';
import { AppError } from '../../platform/problem.ts';
import type { Regency } from '../../regency/snapshot.ts';

export const isFilled = (text: string): boolean => gapsIn(text).length === 0;

/** What a person writes: at least a few words. */
export const longText = z.string().trim().min(5).max(limits.textMax);
/** What the reporter reads of an office: no gap of an example stands in it (shared/answer-text.ts). */
export const officialText = longText.refine(isFilled, { error: 'field.gap' });
export const optionalText = z
  .string()
  .trim()
  .max(limits.textMax)
  .optional()
  .transform((value) => value || undefined);
export const optionalOfficial = optionalText.refine((text) => isFilled(text ?? ''), { error: 'field.gap' });
export const officeCode = z.string().trim().min(1).max(40);
export const localDate = z.iso.date();
export const uploadId = z.string().regex(/^[0-9a-f]{32}$/, { error: 'field.attachment' });
export const uploadIds = z.array(uploadId).max(limits.attachments).default([]);

/** @throws AppError invalid when the regency has no such office, or not of these kinds */
export function requireOffice(
  regency: Regency,
  code: string,
  kinds: readonly OfficeKind[],
  pointer = '/office',
): void {
  const office = regency.offices.get(code);
  if (!office || !kinds.includes(office.kind)) {
    throw new AppError('invalid', { fields: [{ pointer, message: 'field.office' }] });
  }
}

/**
 * End of office hours of a date that must lie after today (epoch ms).
 * @throws AppError invalid otherwise
 */
export function futureDate(regency: Regency, now: number, date: string, pointer = '/date'): number {
  if (date <= regency.calendar.localDate(now)) {
    throw new AppError('invalid', { fields: [{ pointer, message: 'field.future_date' }] });
  }
  return regency.calendar.endOfOffice(date);
}
