import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { systemCode, Trouble } from './trouble.ts';

/** @throws Trouble when nothing can listen there, in words that say what to do */
export async function checkPort(host: string, port: number): Promise<void> {
  let code = await probe(host, port);
  // A killed process is gone from the list a moment before its sockets are.
  for (let tries = 0; code === 'EADDRINUSE' && tries < 20; tries++) {
    await wait(100);
    code = await probe(host, port);
  }
  if (code === null) return;
  if (code === 'EADDRINUSE') {
    throw new Trouble(
      `Port ${port} is in use by another program; stop it, or choose another with PORT=8080.`,
    );
  }
  if (code === 'EACCES')
    throw new Trouble(`Port ${port} may not be used here; choose one above 1023 with PORT.`);
  throw new Trouble(`Nothing can listen on ${host}, port ${port} (${code}); check HOST and PORT.`);
}

/** @returns the system's code of what is wrong, or null when something can listen there */
function probe(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(systemCode(error) ?? 'unknown'));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

/** A port with a free one after it: the mailbox page takes that. */
export async function freePort(): Promise<number> {
  for (;;) {
    // Below the ports that outgoing connections take: a client that keeps trying could connect to itself.
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
