/** What a client may submit (contract.md): one schema for page and API. */
import * as z from 'zod';
import { caseKinds, channels } from '../lifecycle/states.ts';

export const limits = {
  titleMax: 150,
  textMin: 10,
  textMax: 10_000,
  placeMax: 300,
  nameMax: 120,
  attachments: 5,
  attachmentBytes: 10 * 1024 * 1024,
} as const;

/** Empty strings of forms mean "not given". */
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .optional()
    .transform((value) => value || undefined);

export const contactSchema = z.strictObject({
  name: optionalText(limits.nameMax),
  email: z
    .union([z.literal(''), z.email().max(254)])
    .optional()
    .transform((value) => value || undefined),
  phone: z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .regex(/^\+?[\d\s().-]{8,20}$/, { error: 'field.phone' }),
    ])
    .optional()
    .transform((value) => value || undefined),
});

export const complaintSchema = z.strictObject({
  kind: z.enum(caseKinds),
  title: optionalText(limits.titleMax),
  text: z.string().trim().min(limits.textMin).max(limits.textMax),
  /** Local date of the event. */
  occurredOn: z
    .union([z.literal(''), z.iso.date()])
    .optional()
    .transform((value) => value || undefined),
  /** The Ministry's area code. */
  area: optionalText(20),
  place: optionalText(limits.placeMax),
  position: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .optional(),
  category: optionalText(60),
  office: optionalText(40),
  attachments: z
    .array(z.string().regex(/^[0-9a-f]{32}$/, { error: 'field.attachment' }))
    .max(limits.attachments)
    .optional(),
  anonymous: z.boolean().optional(),
  confidential: z.boolean().optional(),
  aboutOfficial: z.boolean().optional(),
  contact: contactSchema.optional(),
  channel: z.enum(channels).optional(),
  placement: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{6}$/)
    .optional(),
});

export type ComplaintBody = z.input<typeof complaintSchema>;
export type Complaint = z.output<typeof complaintSchema>;

export const receiptSchema = z.object({
  code: z.string(),
  pin: z.string(),
  status: z.string(),
  due: z.string(),
  links: z.object({ self: z.string(), timeline: z.string(), page: z.string() }),
});
export type Receipt = z.infer<typeof receiptSchema>;
