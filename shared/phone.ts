/** WhatsApp numbers of staff and offices: how they are typed, and how wa.me wants them. */
import * as z from 'zod';
import { contactSchema } from './contract/complaint.ts';

/** A country code and what a network gives out: ITU E.164 allows fifteen digits. */
const MIN_DIGITS = 10;
const MAX_DIGITS = 15;

/**
 * The number as wa.me takes it: only digits, with the country code and without the zero of the area.
 * @returns e.g. "6281234567890", or null when it is too short or long for a number
 */
export function whatsappNumber(phone: string): string | null {
  const typed = phone.replace(/[^\d+]/g, '').replace(/^00/, '+');
  const digits = typed.replace(/\D/g, '');
  const foreign = typed.startsWith('+') && !digits.startsWith('62');
  // "+62 (0)812": people keep the zero that only belongs to calls within the country.
  const number = foreign ? digits : `62${digits.replace(/^(62)?0*/, '')}`;
  return number.length >= MIN_DIGITS && number.length <= MAX_DIGITS ? number : null;
}

/** As a form sends it: null when it was emptied, undefined when the form has no such field. */
export const whatsappField = z
  .string()
  .optional()
  .transform((value, ctx): string | null | undefined => {
    const typed = value?.trim();
    if (!typed) return typed === undefined ? undefined : null;
    if (contactSchema.shape.phone.safeParse(typed).success && whatsappNumber(typed) !== null) return typed;
    ctx.addIssue({ code: 'custom', message: 'field.phone' });
    return z.NEVER;
  });
