/** Findings that the hanging page keeps on this phone, in IndexedDB, until the server has them. */
import { database } from '../idb.ts';

/** One press of "Kirim". Its key makes every try the same request. */
export interface Found {
  key: string;
  /** Of the placement. */
  code: string;
  /** Of the link it goes through. */
  token: string;
  /** Epoch ms. */
  at: number;
  fields: { what: string; lat: string; lon: string; taken: string; remark: string };
  photo?: Blob;
  /** `closed`: the link is over; it goes through the next one that is opened on this phone. */
  state: 'waiting' | 'sent' | 'refused' | 'closed';
  /** Why it was refused. */
  told?: string;
  /** Server's time of its answer, epoch ms: a page made later knows of it. */
  sentAt?: number;
}

const { run, edit } = database('kanal-pasang', { found: { keyPath: 'key' } });

/** Oldest first. */
export async function allFound(): Promise<Found[]> {
  const all: Found[] = await run('found', 'readonly', (store) => store.getAll());
  return all.sort((a, b) => a.at - b.at);
}

export const keepFound = (found: Found) => run('found', 'readwrite', (store) => store.put(found));
export const dropFound = (key: string) => run('found', 'readwrite', (store) => store.delete(key));
export const editFound = (key: string, change: (found: Found) => void) => edit<Found>('found', key, change);
