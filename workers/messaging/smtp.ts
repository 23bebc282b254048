/** Mail through the regency's own SMTP server, over TCP. */
import type { Mail, SendMail } from './mail.ts';

/**
 * @param url smtp://user:password@host:port (plain or STARTTLS) or smtps://… (TLS from the start, port 465)
 * @throws Error when the url is malformed; its parts are not in the message
 */
export function smtpMail(url: string): SendMail {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^smtps?:$/.test(parsed.protocol)) throw new Error('SMTP_URL is not smtp://host:port');
  const secure = parsed.protocol === 'smtps:';
  const options = {
    host: parsed.hostname,
    port: Number(parsed.port || (secure ? 465 : 587)),
    secure,
    startTls: !secure && parsed.port === '587',
    socketTimeoutMs: 15_000,
    responseTimeoutMs: 15_000,
    ...(parsed.username
      ? {
          credentials: {
            username: decodeURIComponent(parsed.username),
            password: decodeURIComponent(parsed.password),
          },
          authType: ['plain', 'login'] as ('plain' | 'login')[],
        }
      : {}),
  };
  return async (mail: Mail) => {
    const { LogLevel, WorkerMailer } = await import('worker-mailer');
    const mailer = await WorkerMailer.connect({ ...options, logLevel: LogLevel.NONE });
    try {
      await mailer.send({ from: mail.from, to: mail.to, subject: mail.subject, text: mail.text });
    } finally {
      await mailer.close();
    }
  };
}
