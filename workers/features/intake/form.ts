/** What a person typed into the form at `/`: read from the post, shown again on errors, and turned into a complaint. */
import type { ComplaintBody } from '../../../shared/contract/complaint.ts';
import type { CaseKind } from '../../../shared/lifecycle/states.ts';
import { newKey, toHex } from '../../platform/ids.ts';

/** A stored file as the form carries it, in a hidden field "id.kind.bytes". */
export interface StoredFile {
  id: string;
  kind: string;
  bytes: number;
}

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

const STORED = /^([0-9a-f]{32})\.(jpeg|png|webp|pdf)\.(\d{1,9})$/;

type Posted = Record<string, string | File | (string | File)[]>;

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
  const stored = [posted.stored ?? []].flat().flatMap((value): StoredFile[] => {
    const [, id, kind, bytes] = (typeof value === 'string' && STORED.exec(value)) || [];
    return id && kind && bytes ? [{ id, kind, bytes: Number(bytes) }] : [];
  });
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

/** The file picked in this post, or null. */
export function pickedFile(posted: Posted): File | null {
  const value = [posted.file ?? []].flat()[0];
  return value instanceof File && value.size > 0 ? value : null;
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

/** SHA-256 of a file, in hexadecimal: what a repeated post is recognised by. */
export async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
