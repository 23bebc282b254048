/** Files of packs in the bucket, sealed: lists of cases and names of people stand in them. */
import { deleteFolder } from '../../../platform/bucket.ts';
import type { Keys } from '../../../privacy/keys.ts';
import { sealBytes } from '../../../privacy/seal.ts';
import { openFile } from '../../../privacy/sealed-file.ts';
import { digestOf } from '../../files.ts';
import { type PartRow, partPlace } from './queries.ts';

const folder = (packId: number): string => `evaluation/${packId}/`;

/** Each try has a name of its own: what a lost answer left behind is never taken for another's. */
export async function putFile(
  { env, keys }: { env: Env; keys: Keys },
  packId: number,
  part: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ objectKey: string; digest: string }> {
  const digest = await digestOf(bytes);
  const objectKey = `${folder(packId)}${part}-${digest.slice(0, 16)}-${crypto.randomUUID().slice(0, 8)}`;
  await env.FILES.put(objectKey, await sealBytes(keys, partPlace(objectKey), bytes));
  return { objectKey, digest };
}

/** @throws AppError not_found when it is gone, unavailable when R2 does not answer */
export const readFile = (
  { env, keys }: { env: Env; keys: Keys },
  { objectKey }: Pick<PartRow, 'objectKey'>,
): Promise<Uint8Array<ArrayBuffer>> => openFile(env, keys, objectKey, partPlace(objectKey));

/** Also what no row names. */
export const deleteFiles = (env: Env, packId: number): Promise<void> =>
  deleteFolder(env.FILES, folder(packId));
