/** Files that lie sealed in the bucket. */
import { unavailable } from '../platform/db.ts';
import { AppError } from '../platform/problem.ts';
import type { Keys } from './keys.ts';
import { openBytes, type Place } from './seal.ts';

/**
 * @param place that it was sealed for
 * @throws AppError not_found when it is gone, unavailable when R2 does not answer
 */
export async function openFile(
  { FILES }: Pick<Env, 'FILES'>,
  keys: Keys,
  objectKey: string,
  place: Place,
): Promise<Uint8Array<ArrayBuffer>> {
  const object = await FILES.get(objectKey).catch((error: unknown) => {
    throw unavailable(error);
  });
  if (!object) throw new AppError('not_found');
  return openBytes(keys, place, new Uint8Array(await object.arrayBuffer()));
}
