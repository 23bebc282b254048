/** `npm run first-admin -- <e-mail>`: invites the first administrator of a deployment, which nobody else can. */
import { argv, env } from 'node:process';
import { firstAdmin, firstAdminSql } from './first-admin-row.ts';
import { run } from './run.ts';
import { readSettings } from './settings.ts';
import { command, Trouble } from './trouble.ts';

await command(async () => {
  const [email] = argv.slice(2);
  const { vars } = readSettings(env);
  if (!email?.includes('@')) throw new Trouble('Usage: npm run first-admin -- <e-mail>');
  if (!vars.ORIGIN) throw new Trouble('Set ORIGIN in wrangler.toml to the public address first.');
  const { token, row } = await firstAdmin(email, Date.now());
  await run('wrangler', ['d1', 'execute', 'DB', '--remote', '--yes', '--command', firstAdminSql(row)]);
  console.log(`\nIf there was no account yet, this link sets the password of ${row.email} within a week:`);
  console.log(`${vars.ORIGIN}/masuk/undangan/${token}`);
});
