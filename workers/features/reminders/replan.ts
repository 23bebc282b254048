/**
 * A holiday, office hour or step of the ladder that changes moves what is open: every running clock is looked at anew.
 * Stages that were told stay told, so nobody is told twice.
 */
import { eq, gt } from 'drizzle-orm';
import { clocks } from '../../clocks/table.ts';
import type { Db } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import { sha256Hex } from '../../privacy/mac.ts';
import type { Regency } from '../../regency/snapshot.ts';

const KEY = 'clocks_planned';

/** One row read while nothing has changed. @param at epoch ms, not before which any clock is planned anew */
export async function replanClocks(db: Db, regency: Regency, at: number): Promise<void> {
  const { holidays, hours, steps, clocks: rows, about } = regency;
  const plan = await sha256Hex(JSON.stringify([about.timeZone, holidays, hours, steps, rows]));
  const [kept] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, KEY));
  if (kept?.value === plan) return;
  const keep = db
    .insert(meta)
    .values({ key: KEY, value: plan })
    .onConflictDoUpdate({ target: meta.key, set: { value: plan } });
  // Before the first plan there is nothing that was planned otherwise.
  if (!kept) await keep;
  // Those due already are found anyway; the index holds only what runs.
  else await db.batch([db.update(clocks).set({ nextAt: at }).where(gt(clocks.nextAt, at)), keep]);
}
