/** The part of the sweep that looks after the field keys. */
import { eq } from 'drizzle-orm';
import { checkKeys } from '../cases/key-check.ts';
import type { Db } from '../platform/db.ts';
import { meta } from '../platform/table.ts';
import { type Keys, loadKeys } from '../privacy/keys.ts';
import { forgetIndex } from './search/queries.ts';

/** Row of `meta` while a key was wrong or lost: words that it seals are not in the search index. */
const MISSED = 'key_missed';
const settled = new WeakSet<Keys>();

/** Says what is wrong in the log, and has the search index made anew once it is right again. Cheap while all is well. */
export async function sweepKeys(env: Env, db: Db): Promise<void> {
  const keys = await loadKeys(env);
  const troubles = await checkKeys(db, keys);
  if (troubles.length > 0) {
    await db.insert(meta).values({ key: MISSED, value: '1' }).onConflictDoNothing();
    return;
  }
  if (settled.has(keys)) return;
  const [missed] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, MISSED));
  if (missed) {
    await forgetIndex(env);
    await db.delete(meta).where(eq(meta.key, MISSED));
  }
  settled.add(keys);
}
