/** What a reporter typed into one of the forms of a case: read from the post, shown again, turned into a verb's input. */

import type { ReporterVerb } from '../../cases/verbs/index.ts';
import { newKey } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { type Posted, type StoredFile, storedFiles } from '../files.ts';

/** The reporter's verbs by the last part of a form's address. */
export const acts = {
  tambahan: 'reply',
  kelengkapan: 'complete',
  setuju: 'confirm',
  keberatan: 'contest',
  nilai: 'rate',
  cabut: 'withdraw',
  kontak: 'change_contact',
  'hapus-kontak': 'change_contact',
  'hapus-data': 'request_erasure',
} as const satisfies Record<string, ReporterVerb>;

export type ActName = keyof typeof acts;

export const isAct = (name: string): name is ActName => Object.hasOwn(acts, name);

/** Named as the fields that a refused input points to: "contact.email" is /contact/email. */
export const textFields = [
  'text',
  'reason',
  'score',
  'contact.name',
  'contact.email',
  'contact.phone',
  'contactNow',
] as const;

export type Typed = Record<(typeof textFields)[number], string> & {
  act: ActName;
  /** Idempotency key of this form. */
  key: string;
  /** Seq of the last entry the page showed: who agrees or objects has read everything. */
  seen: number;
  files: StoredFile[];
};

export function readTyped(act: ActName, posted: Posted): Typed {
  const files = storedFiles([posted.stored ?? []].flat());
  const fields = Object.fromEntries(textFields.map((name) => [name, textOf(posted, name)]));
  return {
    ...(fields as Record<(typeof textFields)[number], string>),
    act,
    key: textOf(posted, 'key'),
    seen: Number(textOf(posted, 'seen')) || 0,
    files,
  };
}

/** An untouched form. */
export const blank = (act: ActName, seen: number): Typed => ({ ...readTyped(act, { key: newKey() }), seen });

/** Browsers send line breaks as CRLF, the API's clients LF. One text, one digest. */
export function textOf(posted: Posted, name: string): string {
  const [first] = [posted[name] ?? ''].flat();
  return typeof first === 'string' ? first.replaceAll('\r\n', '\n') : '';
}

/**
 * The verb's input.
 * @throws AppError invalid when a new contact holds nothing: erasing has a form of its own, which says what it means
 */
export function inputOf(typed: Typed): object {
  const contact = {
    name: typed['contact.name'],
    email: typed['contact.email'].trim(),
    phone: typed['contact.phone'],
  };
  switch (typed.act) {
    case 'tambahan':
    case 'kelengkapan':
      return { text: typed.text, photos: typed.files.map((file) => file.id) };
    case 'setuju':
      return {};
    case 'keberatan':
    case 'cabut':
      return { reason: typed.reason };
    case 'nilai':
      return { score: typed.score, text: typed.text };
    case 'kontak':
      if (!contact.email && !contact.phone.trim()) {
        throw new AppError('invalid', { fields: [{ pointer: '/contact/email', message: 'field.required' }] });
      }
      return { contact };
    case 'hapus-data':
      return { reason: typed.reason, contactNow: typed.contactNow === '1' };
    case 'hapus-kontak':
      return { contact: null };
  }
}
