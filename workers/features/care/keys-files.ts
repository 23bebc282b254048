/** Sealed files in R2, by kind: where the next ones are, and what their places are. */
import { asc, gt } from 'drizzle-orm';
import { uploads } from '../../cases/table.ts';
import type { Db } from '../../platform/db.ts';
import type { Keys } from '../../privacy/keys.ts';
import { keyIdOfBytes, openBytes, type Place, sealBytes } from '../../privacy/seal.ts';
import { Unreadable } from '../../privacy/unreadable.ts';
import { eventFilePlace, eventFilesAfter } from '../campaigns/events/queries.ts';
import { photoPlace, photosAfter } from '../campaigns/queries.ts';
import { actionFilePlace, actionFilesAfter } from '../evaluation/actions/queries.ts';
import { documentPlace, documentsAfter } from '../evaluation/evidence/queries.ts';
import { partPlace, partsAfter } from '../evaluation/packs/queries.ts';
import { sealedRows } from '../sp4n/queries.ts';

export interface SealedFile {
  /** Orders the files of a kind; a cursor. */
  at: string;
  object: string;
  place: Place;
}

export interface SealedFiles {
  name: string;
  /** The next ones after a cursor ('' = from the start), at most `limit`. */
  next: (db: Db, after: string, limit: number) => Promise<SealedFile[]>;
}

export const sealedFiles: readonly SealedFiles[] = [
  {
    name: 'uploads',
    next: async (db, after, limit) => {
      const rows = await db
        .select({ id: uploads.id, object: uploads.objectKey })
        .from(uploads)
        .where(gt(uploads.id, after))
        .orderBy(asc(uploads.id))
        .limit(limit);
      return rows.map(({ id, object }) => ({
        at: id,
        object,
        place: { table: 'uploads', column: 'object', row: id },
      }));
    },
  },
  {
    name: 'placement_photos',
    next: async (db, after, limit) => {
      const rows = await photosAfter(db, after, limit);
      return rows.map(({ id, object }) => ({ at: id, object, place: photoPlace(id) }));
    },
  },
  {
    name: 'event_files',
    next: async (db, after, limit) => {
      const rows = await eventFilesAfter(db, after, limit);
      return rows.map(({ id, object }) => ({ at: id, object, place: eventFilePlace(id) }));
    },
  },
  {
    name: 'action_files',
    next: async (db, after, limit) => {
      const rows = await actionFilesAfter(db, after, limit);
      return rows.map(({ id, object }) => ({ at: id, object, place: actionFilePlace(id) }));
    },
  },
  {
    name: 'evaluation_parts',
    next: async (db, after, limit) =>
      (await partsAfter(db, after, limit)).map((key) => ({ at: key, object: key, place: partPlace(key) })),
  },
  {
    name: 'evidence_documents',
    next: async (db, after, limit) => {
      const rows = await documentsAfter(db, after, limit);
      return rows.map(({ id, object }) => ({ at: id, object, place: documentPlace(id) }));
    },
  },
  {
    name: 'sp4n_imports',
    next: async (db, after, limit) => {
      const files = (await sealedRows(db)).map(({ object, place }) => ({ at: object, object, place }));
      return files
        .filter(({ at }) => at > after)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, limit);
    },
  },
];

/** Enough to read a key's id from. */
const HEAD = 64;

/** `gone` also when it was changed meanwhile: then it has a new key, or is deleted. */
export type Resealed = 'same' | 'resealed' | 'gone' | { unreadable: string };

/**
 * Seals one file anew. What was written or deleted meanwhile stays as it is: the new bytes take the place of the very
 * object that was read, or of none.
 */
export async function resealFile(
  files: R2Bucket,
  keys: Keys,
  to: string,
  { object, place }: SealedFile,
): Promise<Resealed> {
  const start = await files.get(object, { range: { offset: 0, length: HEAD } });
  if (!start) return 'gone';
  const id = keyIdOfBytes(new Uint8Array(await start.arrayBuffer()));
  if (id === to) return 'same';
  const found = await files.get(object);
  if (!found) return 'gone';
  try {
    const plain = await openBytes(keys, place, new Uint8Array(await found.arrayBuffer()));
    const sealed = await sealBytes({ ...keys, current: to }, place, new Uint8Array(plain));
    const put = await files.put(object, sealed, { onlyIf: { etagMatches: found.etag } });
    return put ? 'resealed' : 'gone';
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.key };
    throw error;
  }
}
