/** What a person typed into the form at `/`: read from the post, shown again on errors, and turned into a complaint. */
import type { ComplaintBody } from '../../../shared/contract/complaint.ts';
import type { CaseKind } from '../../../shared/lifecycle/states.ts';
import { newKey } from '../../platform/ids.ts';
import { type Posted, type StoredFile, storedFiles } from '../files.ts';

/** Text fields, named as the contract's JSON pointers: "contact.email" is /contact/email. */
const textFields = [
  'kind',
  'text',
  'area',
  'place',
  'occurredOn',
  'title',
  'category',
  'office',
  'contact.name',
  'contact.email',
  'contact.phone',
  'placement',
] as const;
const ticks = ['aboutOfficial', 'anonymous', 'confidential'] as const;

export type Typed = Record<(typeof textFields)[number], string> &
  Record<(typeof ticks)[number], boolean> & {
    /** Idempotency key of this form. */
    key: string;
    files: StoredFile[];
  };

/** An untouched form. @param placement code of the banner whose QR led here, or '' */
export function blank(placement = ''): Typed {
  return read({ key: newKey(), placement: /^[A-Za-z0-9]{6}$/.test(placement) ? placement : '' });
}

/** @param posted from `parseBody({ all: true })` */
export function read(posted: Posted): Typed {
  const text = (name: string) => {
    const value = posted[name];
    const first = Array.isArray(value) ? value[0] : value;
    // Browsers send line breaks as CRLF; the API's clients send LF. One text, one digest.
    return typeof first === 'string' ? first.replaceAll('\r\n', '\n') : '';
  };
  const stored = storedFiles([posted.stored ?? []].flat());
  return {
    ...(Object.fromEntries(textFields.map((name) => [name, text(name)])) as Record<
      (typeof textFields)[number],
      string
    >),
    ...(Object.fromEntries(ticks.map((name) => [name, text(name) !== ''])) as Record<
      (typeof ticks)[number],
      boolean
    >),
    key: text('key'),
    files: stored,
  };
}

/** The body the API would have got; empty fields are left out, so that both roads have the same digest. */
export function bodyOf(typed: Typed): ComplaintBody {
  const given = (name: (typeof textFields)[number]) => typed[name].trim() || undefined;
  const contact = {
    name: given('contact.name'),
    email: given('contact.email'),
    phone: given('contact.phone'),
  };
  return {
    // An unknown kind is refused by the schema.
    kind: typed.kind as CaseKind,
    title: given('title'),
    text: typed.text,
    occurredOn: given('occurredOn'),
    area: given('area'),
    place: given('place'),
    category: given('category'),
    office: given('office'),
    attachments: typed.files.length > 0 ? typed.files.map((file) => file.id) : undefined,
    anonymous: typed.anonymous || undefined,
    confidential: typed.confidential || undefined,
    aboutOfficial: typed.aboutOfficial || undefined,
    contact: Object.values(contact).some(Boolean) ? contact : undefined,
    channel: typed.placement ? 'qr' : 'web',
    placement: given('placement'),
  };
}
