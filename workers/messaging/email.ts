/** Mail through Cloudflare's `send_email` binding. */
import type { Mail, SendMail } from './mail.ts';

export function bindingMail(binding: SendEmail): SendMail {
  return async (mail: Mail) => {
    await binding.send({ from: mail.from, to: mail.to, subject: mail.subject, text: mail.text });
  };
}
