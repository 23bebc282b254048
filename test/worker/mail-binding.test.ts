import { env } from 'cloudflare:workers';
import { describe, it } from 'vitest';
import { bindingMail } from '../../workers/messaging/email.ts';

const mail = {
  from: env.MAIL_FROM,
  to: 'warga@example.id',
  subject: 'Halo',
  text: 'Isi',
  id: 'a@b',
  date: 0,
};

describe('the send_email binding', () => {
  it('takes the mail as it is given, in its local simulator', async ({ expect }) => {
    expect(await bindingMail(env.EMAIL)(mail)).toEqual({ kind: 'accepted' });
  });
  it('x', async ({ expect }) => {
    const r = await (
      env.EMAIL.send({ from: env.MAIL_FROM, to: 'bukan alamat', subject: 'x', text: 'y' }) as Promise<unknown>
    ).catch((e) => [e.code, String(e)]);
    expect(r).toBe(1);
  });
});
