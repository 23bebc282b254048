/** Evidence that something of the plan was done: cleaned, sealed in the bucket, for staff only; each picture once. */
import { and, eq, sql } from 'drizzle-orm';
import { cleanAttachment, type Reason } from '../../../cases/attachments/clean/index.ts';
import { fileAnswer } from '../../../cases/attachments/serve.ts';
import { constraintOf, type Db, unavailable } from '../../../platform/db.ts';
import { newToken } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { sealBytes } from '../../../privacy/seal.ts';
import { openFile } from '../../../privacy/sealed-file.ts';
import type { Doer } from '../../doer.ts';
import { digestOf } from '../../files.ts';
import { actionRow } from './change.ts';
import { actionFilePlace, type FileRow } from './queries.ts';
import { actionFiles } from './table.ts';

/** Files of an item. */
const MOST = 30;

type Bucket = Pick<Env, 'FILES'>;

/**
 * The row comes before the object: one that could not be written is removed with it.
 * @param file title of at most 150 characters
 * @throws AppError not_found, invalid at /file (also when the plan has this very file already), unavailable
 */
export async function addFile(
  env: Bucket,
  to: Doer,
  actionId: number,
  file: { title: string; bytes: Uint8Array },
): Promise<void> {
  await actionRow(to.db, actionId);
  const cleaned = await cleanAttachment(file.bytes);
  if (!cleaned.ok) throw refused(`upload.${cleaned.reason}`);
  const bytes = new Uint8Array(cleaned.bytes);
  const row: FileRow = {
    ...{ id: newToken(), actionId, title: file.title, objectKey: newToken(), digest: await digestOf(bytes) },
    ...{ kind: cleaned.kind, bytes: bytes.length, uploadedBy: to.by, uploadedAt: to.now },
  };
  await insertRow(to.db, row);
  try {
    await env.FILES.put(row.objectKey, await sealBytes(to.keys, actionFilePlace(row.id), bytes));
  } catch (error) {
    await to.db.delete(actionFiles).where(eq(actionFiles.id, row.id));
    throw unavailable(error);
  }
}

/** Title and digest are not null: a row without one of them is the refusal of one too many, or of the same one again. */
async function insertRow(db: Db, row: FileRow): Promise<void> {
  const title = sql<string>`case when (select count(*) from action_files f where f.action_id = ${row.actionId}) < ${MOST} then ${row.title} end`;
  const digest = sql<string>`case when not exists (select 1 from action_files f where f.digest = ${row.digest}) then ${row.digest} end`;
  try {
    await db.insert(actionFiles).values({ ...row, title, digest });
  } catch (error) {
    if (constraintOf(error) === 'action_files.title') throw refused('field.files_many');
    if (constraintOf(error) === 'action_files.digest') throw refused('field.file_used');
    throw unavailable(error);
  }
}

/** @throws AppError not_found, unavailable when R2 does not answer */
export async function serveFile(env: Bucket, to: Doer, actionId: number, id: string): Promise<Response> {
  const row = await fileRow(to.db, actionId, id);
  return fileAnswer(row.kind, await openFile(env, to.keys, row.objectKey, actionFilePlace(id)));
}

/**
 * What shows that a closed item was done stays, also when it is closed at this very moment. A row whose object could not
 * be deleted comes back, so that nothing stays in the bucket that no row names.
 * @throws AppError not_found, conflict when the item is done or dropped, unavailable
 */
export async function dropFile(env: Bucket, db: Db, actionId: number, id: string): Promise<void> {
  const row = await fileRow(db, actionId, id);
  const open = sql`exists (select 1 from actions a where a.id = ${actionId} and a.done_at is null)`;
  const gone = await db
    .delete(actionFiles)
    .where(and(eq(actionFiles.id, id), open))
    .returning({ id: actionFiles.id });
  if (gone.length === 0) {
    // Two who delete at once: the other was first.
    await fileRow(db, actionId, id);
    throw new AppError('conflict', { detail: 'action_closed' });
  }
  try {
    await env.FILES.delete(row.objectKey);
  } catch (error) {
    await db.insert(actionFiles).values(row);
    throw unavailable(error);
  }
}

async function fileRow(db: Db, actionId: number, id: string): Promise<FileRow> {
  const [row] = await db
    .select()
    .from(actionFiles)
    .where(and(eq(actionFiles.id, id), eq(actionFiles.actionId, actionId)));
  if (!row) throw new AppError('not_found');
  return row;
}

const refused = (message: 'field.files_many' | 'field.file_used' | `upload.${Reason}`) =>
  new AppError('invalid', { fields: [{ pointer: '/file', message }] });
