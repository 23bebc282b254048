/** `npm start` as a program of its own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** @returns once it answers */
export async function startServer(
  folder: string,
  port: number,
  env: Record<string, string> = {},
): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(import.meta.dirname, '../serve.ts')], {
    env: { ...process.env, KANAL_DATA: folder, PORT: String(port), KANAL_DEMO: '0', ...env },
    stdio: 'ignore',
  });
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (answer?.ok) return server;
    await wait(100);
  }
  server.kill('SIGKILL');
  throw new Error('the server did not start');
}

/** Ends it in good order. */
export async function stopServer(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
}
