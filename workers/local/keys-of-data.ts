/** The keys beside the data, for commands that read what is sealed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { judgeKeys, type KeyTrouble, troubleWords } from '../privacy/key-words.ts';
import { type Keys, loadKeys } from '../privacy/keys.ts';
import { keysOf } from './folder.ts';
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
  const kept = db.prepare("SELECT key, value FROM meta WHERE key >= 'key_' AND key < 'key`'").all();
  const rows = kept.map(({ key, value }) => ({ key: String(key), value: String(value) }));
  const [trouble] = (await judgeKeys(rows, keys)).troubles;
  if (trouble) throw new Trouble(keyTroubleLine(path, trouble));
  return keys;
}

/** For whoever runs Kanal on this machine. @param path of keys.json */
export function keyTroubleLine(path: string, trouble: KeyTrouble): string {
  const same = 'The keys in PATH are not those the data were written with.'.replace('PATH', path);
  return `${same} ${troubleWords(trouble, 'en')}`;
}
