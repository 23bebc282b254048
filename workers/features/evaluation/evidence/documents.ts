/** Documents that the regency adds to a criterion: cleaned, sealed in the bucket, known by their hash. */
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { cleanAttachment, type Reason } from '../../../cases/attachments/clean/index.ts';
import { fileAnswer } from '../../../cases/attachments/serve.ts';
import { constraintOf, type Db, unavailable } from '../../../platform/db.ts';
import { newToken } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import { sealBytes } from '../../../privacy/seal.ts';
import { openFile } from '../../../privacy/sealed-file.ts';
import type { Doer } from '../../doer.ts';
import { digestOf } from '../../files.ts';
import { removePacksSince } from '../packs/remove.ts';
import { type DocumentRow, documentPlace, findDocument, readCriterion } from './queries.ts';
import { evidenceDocuments } from './table.ts';

/** Of a criterion, without those taken back. */
export const MOST_DOCUMENTS = 20;

export interface NewDocument {
  /** At most 150 characters. */
  title: string;
  /** Local ISO date, not later than today. */
  datedOn: string;
  /** Of a letter or decree; '' = it has none. */
  number: string;
  bytes: Uint8Array;
}

type Bucket = Pick<Env, 'FILES'>;

/**
 * The object comes before the row: what counts as evidence can be opened. The same file twice is one document.
 * @throws AppError not_found, invalid at /file or /datedOn, unavailable
 */
export async function addDocument(
  env: Bucket,
  to: Doer,
  criterion: string,
  { bytes: picked, ...told }: NewDocument,
): Promise<void> {
  await readCriterion(to.db, criterion);
  if (told.datedOn > to.regency.calendar.localDate(to.now)) throw refused('datedOn', 'field.future_day');
  const cleaned = await cleanAttachment(picked);
  if (!cleaned.ok) throw refused('file', `upload.${cleaned.reason}`);
  const bytes = new Uint8Array(cleaned.bytes);
  const row: DocumentRow = {
    ...{ id: newToken(), criterion, ...told, objectKey: newToken(), kind: cleaned.kind },
    ...{ bytes: bytes.length, digest: await digestOf(bytes), uploadedBy: to.by, uploadedAt: to.now },
    withdrawnAt: null,
  };
  try {
    await env.FILES.put(row.objectKey, await sealBytes(to.keys, documentPlace(row.id), bytes));
  } catch (error) {
    throw unavailable(error);
  }
  await insertRow(to.db, row).catch(async (error: unknown) => {
    // The answer may have been lost on the way: then the row is there.
    if (await findDocument(to.db, criterion, row.id)) return;
    await env.FILES.delete(row.objectKey);
    if (constraintOf(error) !== 'evidence_documents.title') throw unavailable(error);
    if (!(await isThere(to.db, row))) throw refused('file', 'field.documents_full');
  });
}

/** A row without a title is the refusal of a file that is there already, and of one too many. */
function insertRow(db: Db, row: DocumentRow): Promise<unknown> {
  const others = sql`from evidence_documents d where d.criterion = ${row.criterion} and d.withdrawn_at is null`;
  const title = sql<string>`case when (select count(*) ${others}) < ${MOST_DOCUMENTS}
    and not exists (select 1 ${others} and d.digest = ${row.digest}) then ${row.title} end`;
  return db
    .insert(evidenceDocuments)
    .values({ ...row, title })
    .run();
}

async function isThere(db: Db, { criterion, digest }: DocumentRow): Promise<boolean> {
  const { documents } = await readCriterion(db, criterion);
  return documents.some((one) => one.digest === digest);
}

/** Takes it back, or uses it again; doing it twice changes nothing. @throws AppError not_found */
export async function setWithdrawn(
  to: Doer,
  criterion: string,
  id: string,
  withdrawn: boolean,
): Promise<void> {
  await documentOf(to.db, criterion, id);
  const { withdrawnAt } = evidenceDocuments;
  await to.db
    .update(evidenceDocuments)
    .set({ withdrawnAt: withdrawn ? to.now : null })
    .where(and(eq(evidenceDocuments.id, id), withdrawn ? isNull(withdrawnAt) : isNotNull(withdrawnAt)));
}

/**
 * Deletes one that was withdrawn, for good, with the binders that may hold a copy; what was reviewed stays, as its
 * uploader stays known. The row goes first, so that nothing in use loses its file; it comes back when the rest fails.
 * @throws AppError not_found, also for one that is in use or was reviewed; conflict while a binder is being made; unavailable
 */
export async function dropDocument(env: Env, to: Doer, criterion: string, id: string): Promise<void> {
  const { indicator } = (await readCriterion(to.db, criterion)).criterion;
  const { id: ids, criterion: of, withdrawnAt, uploadedAt } = evidenceDocuments;
  const isUnreviewed = sql`not exists (select 1 from evidence_reviews r
    where r.criterion = ${criterion} and r.at >= ${uploadedAt})`;
  const [row] = await to.db
    .delete(evidenceDocuments)
    .where(and(eq(ids, id), eq(of, criterion), isNotNull(withdrawnAt), isUnreviewed))
    .returning();
  if (!row) throw new AppError('not_found');
  try {
    await removePacksSince(env, to.db, { kind: 'binder', subject: indicator, since: row.uploadedAt });
    await env.FILES.delete(row.objectKey);
  } catch (error) {
    await to.db.insert(evidenceDocuments).values(row);
    throw unavailable(error);
  }
}

/** @throws AppError not_found, unavailable when the bucket does not answer */
export const readDocument = (
  env: Bucket,
  { keys }: Pick<Doer, 'keys'>,
  { id, objectKey }: Pick<DocumentRow, 'id' | 'objectKey'>,
): Promise<Uint8Array<ArrayBuffer>> => openFile(env, keys, objectKey, documentPlace(id));

/** @throws AppError not_found, unavailable */
export async function serveDocument(env: Bucket, to: Doer, criterion: string, id: string): Promise<Response> {
  const row = await documentOf(to.db, criterion, id);
  return fileAnswer(row.kind, await readDocument(env, to, row));
}

async function documentOf(db: Db, criterion: string, id: string): Promise<DocumentRow> {
  const row = await findDocument(db, criterion, id);
  if (!row) throw new AppError('not_found');
  return row;
}

const refused = (field: string, message: 'field.future_day' | 'field.documents_full' | `upload.${Reason}`) =>
  new AppError('invalid', { fields: [{ pointer: `/${field}`, message }] });
