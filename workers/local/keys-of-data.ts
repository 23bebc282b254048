/** The keys beside the data, for commands that read what is sealed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type Keys, loadKeys } from '../privacy/keys.ts';
import { open } from '../privacy/seal.ts';
import { keysOf } from './folder.ts';
import { keyCheck } from './key-check.ts';
import { Trouble } from './trouble.ts';

/**
 * @param db the database of the cases
 * @returns null when the keys are kept elsewhere
 * @throws Trouble when they are not those the data were written with
 */
export async function keysOfData(folder: string, db: DatabaseSync): Promise<Keys | null> {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) return null;
  const keys = await loadKeys(keysOf(folder));
  const kept = db.prepare('SELECT value FROM meta WHERE key = ?').get(keyCheck.row);
  const fit = !kept || (await open(keys, keyCheck, String(kept.value)).catch(() => null)) !== null;
  if (!fit) throw new Trouble(`The keys in ${path} are not those the data were written with.`);
  return keys;
}
