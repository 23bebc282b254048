/** Tells whether the keys are those the data were written with, by a word sealed with them at the first start. */
import { eq } from 'drizzle-orm';
import { openDb } from '../../platform/db.ts';
import { meta } from '../../platform/table.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { macHex } from '../../privacy/mac.ts';
import { open, seal } from '../../privacy/seal.ts';
import { keyCheck } from '../key-check.ts';

/** @returns false when KEYS cannot read the data, or ROOT_KEY is not the one PINs were made with */
export async function checkKeys(env: Env): Promise<boolean> {
  const db = openDb(env.DB);
  const keys = await loadKeys(env);
  const word = await macHex(keys, 'pin', 'key_check');
  const [kept] = await db.select({ value: meta.value }).from(meta).where(eq(meta.key, keyCheck.row));
  if (kept) return (await open(keys, keyCheck, kept.value).catch(() => null)) === word;
  await db.insert(meta).values({ key: keyCheck.row, value: (await seal(keys, keyCheck, word)) ?? '' });
  return true;
}
