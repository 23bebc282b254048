/**
 * Pictures of posts and clippings of articles: public matter, cleaned like every file and kept unsealed in the bucket under a
 * name that tells their content, so that one picture of many posts is kept once.
 */
import * as z from 'zod';
import { cleanAttachment, type Kind } from '../../../cases/attachments/clean/index.ts';
import { unavailable } from '../../../platform/db.ts';
import { AppError, type FieldProblem } from '../../../platform/problem.ts';
import { digestOf } from '../../files.ts';

const endings = { jpeg: 'jpg', png: 'png', webp: 'webp', pdf: 'pdf' } as const satisfies Record<Kind, string>;

const types: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

const NAME = /^[0-9a-f]{32}\.(jpg|png|webp|pdf)$/;

/** Field of a form that carries a stored one on; null when empty. */
export const pictureName = z
  .union([z.literal(''), z.string().regex(NAME, { error: 'field.attachment' })])
  .nullish()
  .transform((value) => value || null);

/** Where they lie in the bucket, beside share cards. */
export const PICTURES = 'campaign/';

const objectOf = (name: string) => `${PICTURES}${name}`;

export const isPicture = (objectKey: string): boolean => NAME.test(objectKey.slice(PICTURES.length));

export const isPdf = (name: string): boolean => name.endsWith('.pdf');

/**
 * @param file as the browser sends it; its name and type are never looked at
 * @param kinds what may stand there
 * @returns its name
 * @throws AppError invalid with the reason at /file, unavailable
 */
export async function storePicture(
  env: Pick<Env, 'FILES'>,
  file: File,
  kinds: readonly Kind[] = ['jpeg', 'png', 'webp'],
): Promise<string> {
  const cleaned = await cleanAttachment(new Uint8Array(await file.arrayBuffer()));
  if (!cleaned.ok) throw refused(`upload.${cleaned.reason}`);
  if (!kinds.includes(cleaned.kind)) throw refused('field.picture');
  const name = `${(await digestOf(cleaned.bytes)).slice(0, 32)}.${endings[cleaned.kind]}`;
  try {
    await env.FILES.put(objectOf(name), cleaned.bytes);
  } catch (error) {
    throw unavailable(error);
  }
  return name;
}

const refused = (message: FieldProblem['message']) =>
  new AppError('invalid', { fields: [{ pointer: '/file', message }] });

/** @throws AppError not_found, unavailable */
export async function servePicture(env: Pick<Env, 'FILES'>, name: string): Promise<Response> {
  if (!NAME.test(name)) throw new AppError('not_found');
  const object = await env.FILES.get(objectOf(name)).catch((error: unknown) => {
    throw unavailable(error);
  });
  if (!object) throw new AppError('not_found');
  const ending = name.slice(33);
  // A PDF can hold more than a browser's sandbox is asked to bear: only as a download.
  const way = isPdf(name) ? 'attachment' : 'inline';
  return new Response(object.body, {
    headers: {
      'content-type': types[ending] ?? 'application/octet-stream',
      'content-disposition': `${way}; filename="kampanye.${ending}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    },
  });
}
