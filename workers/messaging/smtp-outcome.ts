/** What a conversation with a mail server that went wrong means for the mail. */
import { type Outcome, UNKNOWN } from './mail.ts';

/** How far it came. */
export interface Progress {
  stage: 'connect' | 'login' | 'send';
  /** The message's last dot may have left: from here on only an answer tells what became of it. */
  written: boolean;
}

/** An error as nodemailer and Node throw it. */
export interface SmtpError {
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
}

/** Refusals that are about Kanal's access (RFC 4954), not about this mail. */
const ACCESS = [530, 534, 535, 538];

const commands: Record<string, string> = {
  'MAIL FROM': 'alamat pengirim',
  'RCPT TO': 'alamat penerima',
  DATA: 'surat ini',
};

export function outcomeOf(progress: Progress, error: SmtpError): Outcome {
  const { stage, written } = progress;
  const code = error.responseCode;
  const said = code === undefined ? '' : ` (kode ${code})`;
  if (stage === 'connect') return { kind: 'later', reason: unreached(error, said) };
  if (stage === 'login') return { kind: 'later', reason: code ? `${DOOR}${said}` : unreached(error, said) };
  if (code !== undefined && ACCESS.includes(code)) return { kind: 'later', reason: `${DOOR}${said}` };
  if (code !== undefined && code >= 500 && code < 600)
    return {
      kind: 'refused',
      reason: `Server surat menolak ${commands[error.command ?? ''] ?? 'surat ini'}${said}`,
    };
  if (code !== undefined && code >= 400 && code < 500)
    return { kind: 'later', reason: `Server surat meminta dicoba lagi nanti${said}` };
  if (written) return { kind: 'uncertain', reason: `${UNKNOWN}: ${why(error)}` };
  // Nothing was said by the server: the address itself cannot be written down in SMTP.
  if (error.code === 'EENVELOPE' && code === undefined)
    return { kind: 'refused', reason: 'Alamat penerima tidak dapat dipakai untuk surat' };
  return { kind: 'later', reason: unreached(error, said) };
}

const DOOR = 'Server surat menolak nama atau kata sandi Kanal';

const timedOut = (error: SmtpError) => error.code === 'ETIMEDOUT';

const why = (error: SmtpError) =>
  timedOut(error) ? 'server tidak menjawab pada waktunya' : 'sambungan terputus sebelum dijawab';

function unreached(error: SmtpError, said: string): string {
  if (said) return `Server surat menolak sambungan${said}`;
  if (timedOut(error)) return 'Server surat tidak menjawab pada waktunya';
  if (error.code === 'ETLS') return 'Sambungan aman ke server surat gagal';
  if (error.code === 'ECONNECTION') return 'Server surat memutus sambungan';
  return 'Server surat tidak dapat dihubungi';
}
