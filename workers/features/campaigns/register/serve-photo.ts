/** Gives out a photo of hanging material, to people of the campaign. */
import { eq } from 'drizzle-orm';
import { fileAnswer } from '../../../cases/attachments/serve.ts';
import { type Db, unavailable } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import { loadKeys } from '../../../privacy/keys.ts';
import { openBytes } from '../../../privacy/seal.ts';
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
  const object = await env.FILES.get(row.objectKey).catch((error: unknown) => {
    throw unavailable(error);
  });
  if (!object) throw new AppError('not_found');
  const sealed = new Uint8Array(await object.arrayBuffer());
  return fileAnswer(row.kind, await openBytes(await loadKeys(env), photoPlace(id), sealed));
}
