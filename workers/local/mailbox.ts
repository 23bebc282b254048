/** Mails of this machine: an SMTP server for the Worker alone, which keeps the newest of them as files. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** How many mails are kept. */
const KEPT = 200;

export interface Mailbox {
  /** For the Worker's SMTP_URL. */
  url: string;
  folder: string;
  close: () => Promise<void>;
}

/** @param folder absolute path; made when it is missing */
export async function openMailbox(folder: string): Promise<Mailbox> {
  mkdirSync(folder, { recursive: true });
  const password = randomBytes(12).toString('hex');
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN'],
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: 'kanal' }) : done(new Error('Wrong password')),
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((mail) => keep(folder, mail))
        .then(
          () => done(),
          (error: Error) => done(error),
        );
    },
  });
  // A client that goes away in the middle is no reason to stop.
  server.on('error', () => {});
  const listening = await new Promise<AddressInfo>((resolve, reject) => {
    const net = server.listen(0, '127.0.0.1', () => resolve(net.address() as AddressInfo));
    net.once('error', reject);
  });
  return {
    url: `smtp://kanal:${password}@127.0.0.1:${listening.port}`,
    folder,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(folder: string, mail: Buffer): Promise<void> {
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}.eml`;
  await writeFile(join(folder, name), mail, { mode: 0o600 });
  for (const old of mailsIn(folder).slice(KEPT)) rmSync(join(folder, old), { force: true });
}

/** Names of the mails, newest first. */
export function mailsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse();
}
