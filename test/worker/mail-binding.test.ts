import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { bindingMail } from '../../workers/messaging/email.ts';

describe('the send_email binding', () => {
  it('takes a mail as it is given to it, in the simulator of this runtime', async ({ expect }) => {
    const mail = {
      from: env.MAIL_FROM,
      to: 'warga@example.id',
      subject: 'Halo',
      text: 'Isi',
      id: 'a@b',
      date: 0,
    };
    expect(await bindingMail(env.EMAIL)(mail)).toEqual({ kind: 'accepted' });
  });
});
