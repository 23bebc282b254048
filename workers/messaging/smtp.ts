/** Mail through the regency's own SMTP server, over TCP. */
import { SECOND } from '../platform/clock.ts';
import type { Mail, SendMail } from './mail.ts';
import { compose } from './smtp-message.ts';
import { outcomeOf, type Progress, type SmtpError } from './smtp-outcome.ts';
import { converse } from './smtp-session.ts';

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the start. */
  secure: boolean;
  /** STARTTLS: on port 587 it has to be there, elsewhere it is used when offered. */
  startTls: 'required' | 'offered' | 'never';
  user: string;
  password: string;
  /** For each step, ms. */
  timeout: number;
}

/** Longest a whole mail may take, in steps that each take their whole time. The lease of a notice is longer. */
const STEPS = 4;
const MAX_TIMEOUT = 60;

/**
 * @param url smtp://user:password@host:port, or smtps://… for TLS from the start (port 465). With ?timeout=<seconds> for
 *   each step (15; at most 60), and ?tls=never for a server of the own network whose certificate nobody signed
 * @throws Error when the url is malformed; its parts are not in the message
 */
export function smtpServer(url: string): SmtpServer {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed?.hostname || !/^smtps?:$/.test(parsed.protocol))
    throw new Error('SMTP_URL is not smtp://host:port');
  const secure = parsed.protocol === 'smtps:';
  const port = Number(parsed.port || (secure ? 465 : 587));
  const seconds = Number(parsed.searchParams.get('timeout') || 15);
  if (!(seconds > 0 && seconds <= MAX_TIMEOUT))
    throw new Error('The timeout in SMTP_URL is not 1 to 60 seconds');
  const never = parsed.searchParams.get('tls') === 'never';
  return {
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port,
    secure,
    startTls: never ? 'never' : port === 587 ? 'required' : 'offered',
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    timeout: seconds * SECOND,
  };
}

/** @param url see `smtpServer`; with a malformed one nothing leaves, and the delivery log says so */
export function smtpMail(url: string): SendMail {
  let server: SmtpServer;
  try {
    server = smtpServer(url);
  } catch {
    return async () => ({ kind: 'later', reason: 'Alamat server surat (SMTP_URL) tidak sah' });
  }
  return async (mail: Mail) => {
    const progress: Progress = { stage: 'connect', written: false };
    try {
      await converse(server, mail, await compose(mail), progress, STEPS * server.timeout);
      return { kind: 'accepted' };
    } catch (error) {
      return outcomeOf(progress, error as SmtpError);
    }
  };
}
