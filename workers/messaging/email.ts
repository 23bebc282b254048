/** Mail through Cloudflare's `send_email` binding. */
import { type Mail, type Outcome, type SendMail, UNKNOWN } from './mail.ts';

/**
 * Codes of its errors (developers.cloudflare.com/email-service/api/send-emails/workers-api, November 2026). Of a code
 * that is not here, and of an error without one, nobody knows whether the mail left.
 */
const refused: Record<string, string> = {
  E_RECIPIENT_NOT_ALLOWED: 'Layanan surat tidak boleh mengirim ke alamat penerima ini',
  E_RECIPIENT_SUPPRESSED: 'Layanan surat tidak lagi mengirim ke alamat penerima ini',
  E_VALIDATION_ERROR: 'Layanan surat menolak surat ini: alamat atau isinya tidak sah',
  E_FIELD_MISSING: 'Layanan surat menolak surat ini: tidak lengkap',
  E_CONTENT_TOO_LARGE: 'Layanan surat menolak surat ini: terlalu besar',
};

/** The mail was not taken now; the sender's domain is a matter of settings and may be put right. */
const later: Record<string, string> = {
  E_RATE_LIMIT_EXCEEDED: 'Layanan surat sedang membatasi jumlah surat',
  E_DAILY_LIMIT_EXCEEDED: 'Jatah surat hari ini habis',
  E_DELIVERY_FAILED: 'Layanan surat tidak dapat menyampaikan surat ini sekarang',
  E_SENDER_NOT_VERIFIED: 'Alamat pengirim belum disahkan pada layanan surat',
  E_SENDER_DOMAIN_NOT_AVAILABLE: 'Domain pengirim belum siap pada layanan surat',
};

export function bindingMail(binding: SendEmail): SendMail {
  return async (mail: Mail) => {
    try {
      await binding.send({ from: mail.from, to: mail.to, subject: mail.subject, text: mail.text });
      return { kind: 'accepted' };
    } catch (error) {
      return outcomeOf((error as { code?: unknown } | null)?.code);
    }
  };
}

function outcomeOf(code: unknown): Outcome {
  if (typeof code !== 'string') return { kind: 'uncertain', reason: UNKNOWN };
  const never = Object.hasOwn(refused, code) ? refused[code] : undefined;
  if (never) return { kind: 'refused', reason: never };
  const soon = Object.hasOwn(later, code) ? later[code] : undefined;
  return soon ? { kind: 'later', reason: soon } : { kind: 'uncertain', reason: UNKNOWN };
}
