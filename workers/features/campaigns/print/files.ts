/** Files of packs in the bucket: nothing personal is in them, so they lie there as they are. */
import { deleteFolder } from '../../../platform/bucket.ts';
import { digestOf } from '../../files.ts';

const folder = (packId: number): string => `print/${packId}/`;

/** Each try has a name of its own: what a lost answer left behind is never taken for another's. */
export async function putPart(
  env: Env,
  packId: number,
  part: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ objectKey: string; digest: string }> {
  const digest = await digestOf(bytes);
  const objectKey = `${folder(packId)}${part}-${digest.slice(0, 16)}`;
  await env.FILES.put(objectKey, bytes);
  return { objectKey, digest };
}

/** Also what no row names. */
export const deleteFiles = (env: Env, packId: number): Promise<void> =>
  deleteFolder(env.FILES, folder(packId));
