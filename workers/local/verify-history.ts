/** `npm run verify-history`: proves the history of every case in the data folder, also while Kanal runs. */
import { env } from 'node:process';
import { tellHistory, verifyHistory } from './history.ts';
import { keysOfData } from './keys-of-data.ts';
import { readSettings } from './settings.ts';
import { databaseFile, markerOf, openForReading } from './stores.ts';
import { command, Trouble } from './trouble.ts';

await command(async () => {
  const { folder } = readSettings(env);
  const db = openForReading(databaseFile(folder, markerOf(folder), 'DB'));
  const history = await verifyHistory(db, await keysOfData(folder, db));
  if (history.broken.length > 0) throw new Trouble(tellHistory(history));
  console.log(tellHistory(history));
});
