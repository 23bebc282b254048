/** A mail as it travels over SMTP. */
import type { Mail } from './mail.ts';

/** @returns headers and text in UTF-8, ready for DATA but for its dots */
export async function compose(mail: Mail): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.id}>`,
    date: new Date(mail.date),
    // Absence notes and other robots do not answer it (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
