/**
 * Runs with any Node from 20 on: installs what is missing, then hands over to the Node that the project pins.
 * `node bootstrap.mjs start`; the commands are those of package.json.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program behind each command. */
const programs = {
  start: 'serve.ts',
  test: 'check.ts',
  dev: 'dev.ts',
  deploy: 'deploy.ts',
  backup: 'backup.ts',
  restore: 'restore.ts',
  'verify-history': 'verify-history.ts',
  'first-admin': 'first-admin.ts',
  'new-regency': 'new-regency.ts',
};

const root = dirname(fileURLToPath(import.meta.url));
const [command = '', ...args] = process.argv.slice(2);
const program = programs[command];
if (!program) fail(`Unknown command "${command}". Commands: ${Object.keys(programs).join(', ')}.`);

install();
handOver();

/** `npm ci`, when there are no modules or the lock file is newer than they are. */
function install() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing what Kanal needs (once; a minute or two) …');
  const npm = process.env.npm_execpath;
  const options = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Started by npm, its own script is called with the Node that runs already, whatever the shell would find.
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', options, {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
  if (result.status !== 0) fail('npm ci failed; its message stands above.');
}

function handOver() {
  const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(pinned)) fail('The pinned Node is missing: remove node_modules and run the command again.');
  const bin = join(root, 'node_modules/.bin');
  const child = spawn(
    pinned,
    ['--disable-warning=ExperimentalWarning', join(root, 'workers/local', program), ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        PATH: `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
      },
    },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`The pinned Node does not run: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
  if (process.env.npm_lifecycle_event) endWithNpm(child);
}

/** A killed npm leaves its children; a server that nobody can stop any more would keep port and data. */
function endWithNpm(child) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}

function fail(message) {
  console.error(`kanal: ${message}`);
  process.exit(1);
}
