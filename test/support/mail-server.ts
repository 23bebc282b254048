/**
 * A real SMTP server for the worker tests, in a Node process of their own: what it does with a mail is written in the
 * recipient's name, and what it took is read over HTTP.
 */
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Ports of 127.0.0.1. */
    mailServer: { smtp: number; http: number };
  }
}

/** How long a slow one takes: above every timeout of the tests. */
const SLOW = 1_500;

/** "busy.2.x@…" is busy twice and then takes it. */
function planOf(address: string, tried: number): { does: string; still: boolean } {
  const [does = '', times = ''] = address.split('.');
  return { does, still: !/^\d$/.test(times) || tried <= Number(times) };
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

export default async function start(project: TestProject) {
  const kept: { to: string; raw: string }[] = [];
  const tries = new Map<string, number>();
  const connections = () => (server as unknown as { connections: Set<Connection> }).connections;
  const cut = (session: SMTPServerSession) => {
    for (const one of connections()) if (one.session === session) one._socket.destroy();
  };

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.password === 'benar' ? done(null, { user: 'kanal' }) : done(new Error('no')),
    onRcptTo: ({ address }, session, done) => {
      const tried = (tries.get(address) ?? 0) + 1;
      tries.set(address, tried);
      const { does, still } = planOf(address, tried);
      if (does === 'refuse') return done(refusal(550, `${address} is not known here`));
      if (does === 'busy' && still) return done(refusal(451, 'Try again later'));
      if (does === 'slow' && still) return void setTimeout(done, SLOW);
      if (does === 'cutfirst' && still) return cut(session);
      done();
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo[0]?.address ?? '';
      const { does, still } = planOf(to, tries.get(to) ?? 1);
      if (does === 'cutdata' && still) return cut(session);
      buffer(stream).then((mail) => {
        if (does === 'spam') return done(refusal(554, 'Looks like spam'));
        if (does === 'full') return done(refusal(452, 'No room now'));
        if (does === 'dropped') return cut(session);
        kept.push({ to, raw: mail.toString('utf8') });
        if (does === 'cutlate') return cut(session);
        if (does === 'late') return void setTimeout(done, SLOW);
        done();
      }, done);
    },
  });
  // Clients of these tests hang up in the middle.
  server.on('error', () => {});
  const reader = createServer((request, response) => {
    const to = new URL(request.url ?? '/', 'http://localhost').searchParams.get('to');
    response.end(JSON.stringify(kept.filter((mail) => mail.to === to).map(({ raw }) => raw)));
  });
  const smtp = await portOf(server.listen(0, '127.0.0.1'));
  const http = await portOf(reader.listen(0, '127.0.0.1'));
  project.provide('mailServer', { smtp, http });
  return () => {
    reader.close();
    for (const one of connections()) one._socket.destroy();
    server.close();
  };
}

/** What smtp-server keeps of a client, which its types leave out. */
interface Connection {
  session: SMTPServerSession;
  _socket: { destroy: () => void };
}

const portOf = (server: Server) =>
  new Promise<number>((resolve, reject) => {
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
    server.once('error', reject);
  });
