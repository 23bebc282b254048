/** Gives out a kept file. Who may see it has been decided before. */
import { eq, or } from 'drizzle-orm';
import type { Db } from '../../platform/db.ts';
import { AppError } from '../../platform/problem.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { openFile } from '../../privacy/sealed-file.ts';
import { attachments, uploads } from '../table.ts';

type Kind = (typeof uploads.$inferSelect)['kind'];

/** Neutral names: what the sender called the file can tell who he is, and was never kept. */
const FILES: Record<Kind, { type: string; disposition: string }> = {
  jpeg: { type: 'image/jpeg', disposition: 'inline; filename="lampiran.jpg"' },
  png: { type: 'image/png', disposition: 'inline; filename="lampiran.png"' },
  webp: { type: 'image/webp', disposition: 'inline; filename="lampiran.webp"' },
  // A PDF can hold more than a browser's sandbox is asked to bear: only as a download.
  pdf: { type: 'application/pdf', disposition: 'attachment; filename="lampiran.pdf"' },
};

/**
 * A kept file, opened.
 * @param id the upload's id, of a case that the caller may see
 * @throws AppError not_found, unavailable when R2 does not answer
 */
export async function readUpload(
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>,
  db: Db,
  id: string,
): Promise<{ kind: Kind; bytes: Uint8Array }> {
  const [row] = await db
    .select({ objectKey: uploads.objectKey, kind: uploads.kind })
    .from(uploads)
    .where(eq(uploads.id, id));
  if (!row) throw new AppError('not_found');
  const place = { table: 'uploads', column: 'object', row: id };
  return { kind: row.kind, bytes: await openFile(env, await loadKeys(env), row.objectKey, place) };
}

/**
 * The same as an answer, and with the same errors.
 * @param as `attachment` gives a picture as a file, too
 */
export async function serveUpload(
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>,
  db: Db,
  id: string,
  as: 'inline' | 'attachment' = 'inline',
): Promise<Response> {
  const { kind, bytes } = await readUpload(env, db, id);
  return fileAnswer(kind, bytes, as);
}

/** A cleaned file as an answer that nobody keeps and that runs nothing. */
export function fileAnswer(kind: Kind, bytes: Uint8Array, as: 'inline' | 'attachment' = 'inline'): Response {
  const { type, disposition } = FILES[kind];
  return new Response(bytes, {
    headers: {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': as === 'inline' ? disposition : disposition.replace(/^inline/, 'attachment'),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
}

/**
 * A file that was stored and belongs to no case yet: whoever knows its id has stored it.
 * @throws AppError not_found also for one that a case has, which shows it by its own rules
 */
export async function serveUnclaimed(
  env: Pick<Env, 'FILES' | 'KEYS' | 'ROOT_KEY'>,
  db: Db,
  id: string,
): Promise<Response> {
  const of = db
    .select({ id: attachments.uploadId })
    .from(attachments)
    .where(or(eq(attachments.uploadId, id), eq(attachments.redacted, id)))
    .limit(1);
  if ((await of).length > 0) throw new AppError('not_found');
  return serveUpload(env, db, id);
}
