/**
 * Runs with any Node from 20 on: installs what is missing, then hands over to the Node that the project pins.
 * `node bootstrap.mjs start`; the commands are those of package.json.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
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
  'record-backup': 'record-backup.ts',
  'verify-history': 'verify-history.ts',
  'first-admin': 'first-admin.ts',
  'new-regency': 'new-regency.ts',
  seed: 'seed.ts',
  bench: 'bench.ts',
};

const root = dirname(fileURLToPath(import.meta.url));
const [command = '', ...args] = process.argv.slice(2);
const program = programs[command];
if (!program) fail(`Unknown command "${command}". Commands: ${Object.keys(programs).join(', ')}.`);

install();
handOver();

/** When there are no modules, or the lock file is newer than they are. */
function install() {
  // npm empties the folder first: one that is only linked here is the folder of another copy of the project.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing what Kanal needs (once; a minute or two) …');
  // npm ci refuses a lock file that was written on another kind of machine; npm install fills in this one's parts.
  if (!npm(['ci'], 'ignore') && !npm(['install', '--no-save'], 'inherit')) {
    fail('Installing failed; the message of npm stands above.');
  }
}

/** @returns whether npm succeeded */
function npm(words, stderr) {
  const options = [...words, '--no-audit', '--no-fund', '--loglevel=error'];
  const how = { cwd: root, stdio: ['ignore', 'ignore', stderr] };
  const script = process.env.npm_execpath;
  // Started by npm, its own script is called with the Node that runs already, whatever the shell would find.
  const result = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...options], how)
    : spawnSync('npm', options, { ...how, shell: process.platform === 'win32' });
  return result.status === 0;
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

/**
 * A killed npm leaves its children, and a server that nobody can stop any more would keep port and data. Between npm
 * and this process there may be a shell.
 */
function endWithNpm(child) {
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const first = ancestors();
  setInterval(() => {
    if (ancestors() !== first) child.kill('SIGTERM');
  }, 500).unref();
}

/** Parent of a process where the system tells it in /proc. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return '';
  }
}

function fail(message) {
  console.error(`kanal: ${message}`);
  process.exit(1);
}
