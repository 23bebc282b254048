/** `npm run record-backup`: tells a deployment on Cloudflare that a copy was made just now, for its status page. */
import { argv } from 'node:process';
import { backupSql } from './record-backup-sql.ts';
import { run } from './run.ts';
import { command, Trouble } from './trouble.ts';

await command(async () => {
  const [word] = argv.slice(2);
  const at = word === undefined ? Date.now() : Date.parse(word);
  if (!Number.isFinite(at) || at > Date.now())
    throw new Trouble('Usage: npm run record-backup -- [time that has passed, e.g. 2026-11-27T01:00:00Z]');
  await run('wrangler', ['d1', 'execute', 'DB', '--remote', '--yes', '--command', backupSql(at)]);
});
