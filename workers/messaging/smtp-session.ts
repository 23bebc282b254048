/**
 * One mail, one conversation. nodemailer speaks SMTP; the socket is opened here, because it would look names up by
 * DNS-over-HTTPS, which a machine without the internet does not have, while workerd asks the system.
 */
import type { Socket } from 'node:net';
import type { Mail } from './mail.ts';
import type { SmtpServer } from './smtp.ts';
import type { Progress, SmtpError } from './smtp-outcome.ts';

/**
 * @param progress is kept up to date
 * @param longest ms for the whole conversation
 * @throws SmtpError unless the server took the mail
 */
export async function converse(
  server: SmtpServer,
  mail: Mail,
  message: Uint8Array,
  progress: Progress,
  longest: number,
): Promise<void> {
  const [{ default: SMTPConnection }, { Readable }] = await Promise.all([
    import('nodemailer/lib/smtp-connection'),
    import('node:stream'),
  ]);
  const socket = await openSocket(server);
  const connection = new SMTPConnection({
    connection: socket,
    secured: server.secure,
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.startTls === 'required' && !server.secure,
    ignoreTLS: server.startTls === 'never',
    name: domainOf(mail.from),
    connectionTimeout: longest,
    greetingTimeout: server.timeout,
    socketTimeout: server.timeout,
    logger: false,
  });
  function* whole() {
    yield message;
    progress.written = true;
  }
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(timeout()), longest);
    const done = (error?: unknown) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    };
    const send = () => {
      progress.stage = 'send';
      connection.send({ from: mail.from, to: [mail.to] }, Readable.from(whole()), done);
    };
    // Whatever ends the connection also comes here; the first word counts.
    connection.on('error', done);
    connection.once('end', () => done({ code: 'ECONNECTION' } satisfies SmtpError));
    connection.connect((error?: unknown) => {
      if (error) return done(error);
      if (!server.user) return send();
      progress.stage = 'login';
      connection.login({ user: server.user, pass: server.password }, (refused?: unknown) =>
        refused ? done(refused) : send(),
      );
    });
  }).then(
    () => connection.quit(),
    (error: unknown) => {
      connection.close();
      throw error;
    },
  );
}

async function openSocket({ host, port, secure, timeout: ms }: SmtpServer): Promise<Socket> {
  const [net, tls] = await Promise.all([import('node:net'), import('node:tls')]);
  const socket = secure ? tls.connect({ host, port, servername: host }) : net.connect({ host, port });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(timeout()), ms);
    const fail = (error: unknown) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    socket.once('error', fail);
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
  });
}

const timeout = (): SmtpError => ({ code: 'ETIMEDOUT' });

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);
