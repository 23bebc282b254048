/** Starts and ends Kanal as an operator does, and runs the other commands of package.json. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');
const programIn = (root: string, name: string) => join(root, 'workers/local', `${name}.ts`);
const options = ['--disable-warning=ExperimentalWarning'];

export interface Running {
  process: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
  /** Resolves with the exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

/**
 * @param root folder of the project, or of a copy of it
 * @returns once it says that it runs, or has ended
 */
export async function start(env: Record<string, string>, root = project): Promise<Running> {
  const child = spawn(process.execPath, [...options, programIn(root, 'serve')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (output.includes('Ctrl-C stops it')) resolve();
      });
    }
  });
  await Promise.race([ready, ended]);
  return { process: child, output: () => output, ended };
}

/** Ends it in good order. */
export async function stop(running: Running): Promise<number | null> {
  running.process.kill('SIGTERM');
  return running.ended;
}

/** Runs another command, e.g. "backup". */
export function run(
  program: string,
  args: string[],
  env: Record<string, string>,
  root = project,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...options, programIn(root, program), ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` }),
    );
  });
}
