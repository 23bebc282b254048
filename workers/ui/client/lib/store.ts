/** What the form keeps on this phone, in IndexedDB: the draft, and parcels on their way or with their receipt. */
import type { ComplaintBody, Receipt } from '../../../../shared/contract/complaint.ts';
import { database } from './idb.ts';

export interface Photo {
  name: string;
  blob: Blob;
  /** Set once the server has it. */
  id?: string;
}

export interface Problem {
  title: string;
  /** Sentences by field name, as on the form: "contact.email". */
  errors: Record<string, string>;
}

/** One press of "Kirim". Its key makes every try the same request. */
export interface Parcel {
  key: string;
  /** Epoch ms. */
  at: number;
  /** anonim, rahasia, about an official, or violence: erased as soon as the receipt was shown. */
  sensitive: boolean;
  body: ComplaintBody;
  photos: Photo[];
  receipt?: Receipt;
  problem?: Problem;
}

export interface Draft {
  at: number;
  body: ComplaintBody;
  photos: Photo[];
}

const { run, edit } = database('kanal', { parcels: undefined, draft: undefined });

/** Oldest first. */
export async function parcels(): Promise<Parcel[]> {
  const all: Parcel[] = await run('parcels', 'readonly', (store) => store.getAll());
  return all.sort((a, b) => a.at - b.at);
}

export const addParcel = (parcel: Parcel) =>
  run('parcels', 'readwrite', (store) => store.put(parcel, parcel.key));

export const dropParcel = (key: string) => run('parcels', 'readwrite', (store) => store.delete(key));

/**
 * Changes a parcel in one transaction, so that page and service worker may work on it at once.
 * @returns the parcel as it is now, or null when it was wiped meanwhile
 */
export const editParcel = (key: string, change: (parcel: Parcel) => void) =>
  edit<Parcel>('parcels', key, change);

export const readDraft = (): Promise<Draft | undefined> =>
  run('draft', 'readonly', (store) => store.get('draft'));
export const writeDraft = (draft: Draft) => run('draft', 'readwrite', (store) => store.put(draft, 'draft'));
export const dropDraft = () => run('draft', 'readwrite', (store) => store.delete('draft'));

/** "Hapus dari HP ini". */
export async function wipe(): Promise<void> {
  await run('parcels', 'readwrite', (store) => store.clear());
  await dropDraft();
}

/** A UUID; `crypto.randomUUID` is missing over plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, i) => {
    const value = i === 6 ? (byte & 15) | 64 : i === 8 ? (byte & 63) | 128 : byte;
    return value.toString(16).padStart(2, '0');
  });
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
