/** Photos, materials and signed lists of an event: cleaned, sealed in the bucket, for the campaign's people only. */
import { and, eq, sql } from 'drizzle-orm';
import { cleanAttachment, type Reason } from '../../../cases/attachments/clean/index.ts';
import { fileAnswer } from '../../../cases/attachments/serve.ts';
import { constraintOf, type Db, unavailable } from '../../../platform/db.ts';
import { newToken } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { sealBytes } from '../../../privacy/seal.ts';
import { openFile } from '../../../privacy/sealed-file.ts';
import type { Doer } from '../../doer.ts';
import { eventFilePlace, type FileRow } from './queries.ts';
import { requireOpen } from './save.ts';
import { eventFiles } from './table.ts';

export const fileKinds = ['photo', 'material', 'attendance'] as const;

/** Files of an event. */
export const MOST_FILES = 30;

export interface NewFile {
  what: (typeof fileKinds)[number];
  /** At most 150 characters. */
  title: string;
  bytes: Uint8Array;
}

type Bucket = Pick<Env, 'FILES'>;

/**
 * The row comes before the object: one that could not be written is removed with it.
 * @throws AppError not_found, invalid at /file, conflict when the event was cancelled, unavailable
 */
export async function addFile(env: Bucket, to: Doer, eventId: number, file: NewFile): Promise<void> {
  const { db } = to;
  await requireOpen(db, eventId);
  const cleaned = await cleanAttachment(file.bytes);
  if (!cleaned.ok) throw refused(`upload.${cleaned.reason}`);
  const row: FileRow = {
    ...{ id: newToken(), eventId, what: file.what, title: file.title, objectKey: newToken() },
    ...{ kind: cleaned.kind, bytes: cleaned.bytes.length, uploadedBy: to.by, uploadedAt: to.now },
  };
  await insertRow(db, row);
  try {
    const bytes = new Uint8Array(cleaned.bytes);
    await env.FILES.put(row.objectKey, await sealBytes(to.keys, eventFilePlace(row.id), bytes));
  } catch (error) {
    await db.delete(eventFiles).where(eq(eventFiles.id, row.id));
    throw unavailable(error);
  }
}

/** Title and all the rest are not null: a row without a title is the refusal of one too many. */
async function insertRow(db: Db, row: FileRow): Promise<void> {
  const room = sql<string>`case when (select count(*) from event_files f where f.event_id = ${row.eventId}) < ${MOST_FILES} then ${row.title} end`;
  try {
    await db.insert(eventFiles).values({ ...row, title: room });
  } catch (error) {
    if (constraintOf(error) === 'event_files.title') throw refused('field.files_full');
    throw unavailable(error);
  }
}

/**
 * @param names may the person read signed lists?
 * @throws AppError not_found, unavailable when R2 does not answer
 */
export async function serveFile(
  env: Bucket,
  to: Doer,
  eventId: number,
  id: string,
  names: boolean,
): Promise<Response> {
  const row = await fileRow(to.db, eventId, id);
  if (row.what === 'attendance' && !names) throw new AppError('not_found');
  return fileAnswer(row.kind, await openFile(env, to.keys, row.objectKey, eventFilePlace(id)));
}

/** The object goes first, so that nothing stays in the bucket that no row names. @throws AppError not_found, unavailable */
export async function dropFile(env: Bucket, db: Db, eventId: number, id: string): Promise<void> {
  const { objectKey } = await fileRow(db, eventId, id);
  try {
    await env.FILES.delete(objectKey);
    await db.delete(eventFiles).where(eq(eventFiles.id, id));
  } catch (error) {
    throw unavailable(error);
  }
}

async function fileRow(db: Db, eventId: number, id: string): Promise<FileRow> {
  const [row] = await db
    .select()
    .from(eventFiles)
    .where(and(eq(eventFiles.id, id), eq(eventFiles.eventId, eventId)));
  if (!row) throw new AppError('not_found');
  return row;
}

const refused = (message: 'field.files_full' | `upload.${Reason}`) =>
  new AppError('invalid', { fields: [{ pointer: '/file', message }] });
