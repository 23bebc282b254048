/** What is left of the people without an account when an event has served: that their office was invited, and came. */
import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { type Db, unavailable } from '../../../platform/db.ts';
import { eventFiles, eventPeople } from './table.ts';

/**
 * Erases their names, and the signed lists. Objects go first, so that nothing stays in the bucket that no row names; what
 * broke off is done by doing it again.
 * @throws AppError unavailable
 */
export async function forgetNames(
  env: Pick<Env, 'FILES'>,
  db: Db,
  eventIds: readonly number[],
): Promise<void> {
  const among = (column: typeof eventFiles.eventId | typeof eventPeople.eventId): SQL =>
    sql`${column} in (select value from json_each(${JSON.stringify(eventIds)}))`;
  const signed = and(eq(eventFiles.what, 'attendance'), among(eventFiles.eventId));
  try {
    const files = await db.select({ key: eventFiles.objectKey }).from(eventFiles).where(signed).limit(MOST);
    if (files.length > 0) await env.FILES.delete(files.map(({ key }) => key));
    const keys = JSON.stringify(files.map(({ key }) => key));
    await db.batch([
      db.delete(eventFiles).where(sql`${eventFiles.objectKey} in (select value from json_each(${keys}))`),
      db
        .update(eventPeople)
        .set({ name: null })
        .where(and(isNotNull(eventPeople.name), among(eventPeople.eventId))),
    ]);
  } catch (error) {
    throw unavailable(error);
  }
}

/** R2 deletes so many at once. */
const MOST = 1000;
