/** Takes one file: cleaned by its bytes, then kept in R2, sealed, under a random key (domain.md section 2). */
import { eq } from 'drizzle-orm';
import { type Db, type Statement, unavailable } from '../../platform/db.ts';
import { newToken } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { sealBytes } from '../../privacy/seal.ts';
import { uploads } from '../table.ts';
import { cleanAttachment, type Kind } from './clean/index.ts';

export interface Upload {
  /** Unguessable; the only right to attach the file. */
  id: string;
  kind: Kind;
  /** Size after cleaning. */
  bytes: number;
}

/**
 * The name and the type that the sender gave are never looked at. The row comes before the object: when the object
 * cannot be written, nobody has learnt the id and the sweep removes the row.
 * @param now epoch ms
 * @param also statements that have to succeed with it, e.g. a quota
 * @throws AppError invalid with the reason's sentence at /file, or unavailable (its cause says which constraint failed)
 */
export async function storeUpload(
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>,
  db: Db,
  now: number,
  bytes: Uint8Array,
  also: readonly Statement[] = [],
): Promise<Upload> {
  const cleaned = await cleanAttachment(bytes);
  if (!cleaned.ok) {
    throw new AppError('invalid', { fields: [{ pointer: '/file', message: `upload.${cleaned.reason}` }] });
  }
  const upload = { id: newToken(), kind: cleaned.kind, bytes: cleaned.bytes.length };
  const objectKey = newToken();
  try {
    await db.batch([db.insert(uploads).values({ ...upload, objectKey, at: now }), ...also]);
  } catch (error) {
    throw unavailable(error);
  }
  try {
    const place = { table: 'uploads', column: 'object', row: upload.id };
    await env.FILES.put(objectKey, await sealBytes(await loadKeys(env), place, cleaned.bytes));
  } catch (error) {
    await db.delete(uploads).where(eq(uploads.id, upload.id));
    throw unavailable(error);
  }
  return upload;
}
