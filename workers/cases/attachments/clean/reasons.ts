/** Why an attachment is refused; what its sender can do stands in shared/i18n/upload-messages.ts. */

export const REASONS = [
  'empty',
  'too_large',
  'unknown_type',
  'heic',
  'damaged',
  'unsupported',
  'animated',
  'sideways',
  'too_many_pixels',
  'encrypted_pdf',
  'too_many_pages',
  'too_complex',
] as const;

export type Reason = (typeof REASONS)[number];

/** Thrown inside the cleaners and turned into a result by `cleanAttachment`; nothing else sees it. */
export class Refused extends Error {
  readonly reason: Reason;

  constructor(reason: Reason) {
    super(reason);
    this.name = 'Refused';
    this.reason = reason;
  }
}

/** @throws Refused always */
export function refuse(reason: Reason): never {
  throw new Refused(reason);
}
