/** `npm run dev`: wrangler dev with reloading, on data of its own in `.kanal-dev`. For working on the code, not for use. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { argv, env } from 'node:process';
import { claimFolder, keysOf } from './folder.ts';
import { run } from './run.ts';
import { readSettings, root } from './settings.ts';
import { command } from './trouble.ts';

await command(async () => {
  const folder = join(root, '.kanal-dev');
  const settings = readSettings({ ...env, KANAL_DATA: folder });
  claimFolder(settings);
  const { KEYS, ROOT_KEY } = keysOf(folder);
  writeFileSync(join(root, '.dev.vars'), `KEYS="${KEYS}"\nROOT_KEY="${ROOT_KEY}"\n`, { mode: 0o600 });
  await import('./build-client.ts');
  for (const binding of ['DB', 'SEARCH']) {
    await run('wrangler', ['d1', 'migrations', 'apply', binding, '--local', `--persist-to=${folder}`]);
  }
  const sweep = setInterval(() => {
    // The first sweep loads the regency; wrangler fires no crons by itself.
    fetch(`http://localhost:${settings.port}/cdn-cgi/handler/scheduled`).then(
      (answer) => answer.ok && clearInterval(sweep),
      () => {},
    );
  }, 2000);
  await run('wrangler', ['dev', `--port=${settings.port}`, `--persist-to=${folder}`, ...argv.slice(2)]);
  clearInterval(sweep);
});
