/** Gives out a photo of hanging material, to people of the campaign. */
import { eq } from 'drizzle-orm';
import { fileAnswer } from '../../../cases/attachments/serve.ts';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { loadKeys } from '../../../privacy/keys.ts';
import { openFile } from '../../../privacy/sealed-file.ts';
import { photoPlace } from '../queries.ts';
import { placementPhotos } from '../table.ts';

/** @throws AppError not_found, also for one whose time is over; unavailable when R2 does not answer */
export async function servePhoto(
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>,
  db: Db,
  id: string,
): Promise<Response> {
  const [row] = await db
    .select({ objectKey: placementPhotos.objectKey, kind: placementPhotos.kind })
    .from(placementPhotos)
    .where(eq(placementPhotos.id, id));
  if (!row?.objectKey) throw new AppError('not_found');
  return fileAnswer(row.kind, await openFile(env, await loadKeys(env), row.objectKey, photoPlace(id)));
}
