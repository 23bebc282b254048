import { createServer } from 'node:net';
import { systemCode, Trouble } from './trouble.ts';

/** @throws Trouble when nothing can listen there, in words that say what to do */
export async function checkPort(host: string, port: number): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(systemCode(error) ?? 'unknown'));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
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
