/** `npm run deploy`: migrates the databases of the account and deploys. docs/deploy.md says what has to be there first. */
import { argv, env } from 'node:process';
import { run } from './run.ts';
import { readSettings } from './settings.ts';
import { databases } from './stores.ts';
import { command, Trouble } from './trouble.ts';

await command(async () => {
  const { stores } = readSettings(env);
  await import('./build-client.ts');
  if (argv.includes('--dry-run')) return run('wrangler', ['deploy', ...argv.slice(2)]);
  if (Object.values(stores).some((id) => id.startsWith('00000000-'))) {
    throw new Trouble(
      'wrangler.toml still has the placeholder ids of the databases; see docs/deploy.md, step 2.',
    );
  }
  for (const binding of databases) await run('wrangler', ['d1', 'migrations', 'apply', binding, '--remote']);
  await run('wrangler', ['deploy', ...argv.slice(2)]);
});
