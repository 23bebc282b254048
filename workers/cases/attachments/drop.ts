/**
 * Files that go when the content of a case is erased. D1 and R2 share no batch, so the row says it first: an upload dated 0
 * belongs to nobody, and the sweep deletes its object and then the row, however often it has to try.
 */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Statement } from '../../platform/db.ts';
import { attachments, uploads } from '../table.ts';

/** `at` of an upload whose object has to go. */
const GONE = 0;

/** Files removed in one sweep; R2 takes 1,000 keys in one call. */
const MOST = 500;

/** Statements that take all files of a case from it, also the ones with boxes. */
export function dropFiles({ db }: { db: Db }, caseId: number): Statement[] {
  const ofCase = sql`select upload_id from attachments where case_id = ${caseId} union select redacted from attachments where case_id = ${caseId} and redacted is not null`;
  return [
    db.update(uploads).set({ at: GONE }).where(sql`${uploads.id} in (${ofCase})`),
    db.delete(attachments).where(eq(attachments.caseId, caseId)),
  ];
}

/** The same for one file that no case has. */
export const dropFile = (db: Db, id: string): Statement =>
  db.update(uploads).set({ at: GONE }).where(eq(uploads.id, id));

/**
 * Deletes what was dropped. Rows read: those only.
 * @throws when R2 or D1 did not answer; the next sweep goes on
 */
export async function removeDropped(env: Pick<Env, 'FILES'>, db: Db): Promise<number> {
  const gone = await db
    .select({ id: uploads.id, objectKey: uploads.objectKey })
    .from(uploads)
    .leftJoin(attachments, eq(attachments.uploadId, uploads.id))
    .where(and(eq(uploads.at, GONE), isNull(attachments.uploadId)))
    .limit(MOST);
  if (gone.length === 0) return 0;
  await env.FILES.delete(gone.map(({ objectKey }) => objectKey));
  const ids = JSON.stringify(gone.map(({ id }) => id));
  await db.delete(uploads).where(sql`${uploads.id} in (select value from json_each(${ids}))`);
  return gone.length;
}
