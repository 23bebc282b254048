import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { sweep } from '../../workers/features/sweep.ts';
import { smtpMail, smtpServer } from '../../workers/messaging/smtp.ts';
import { HOUR } from '../../workers/platform/clock.ts';
import { allDeliveries, arrived, DOWN, deliver, overSmtp, receiptTo, smtpUrl } from '../support/mails.ts';
import { loadRegency, MONDAY, setClock } from '../support/worker.ts';

beforeEach(async () => {
  setClock(MONDAY);
  await loadRegency();
});

/** Sweeps and whatever they send, by default for a day and a half; the queue also repeats every message. */
async function live(environment: Env, from: number, hours = 36, step = 1): Promise<void> {
  for (let at = from; at <= from + hours * HOUR; at += step * HOUR) {
    setClock(at);
    const sent: unknown[] = [];
    const DELIVERY = { send: async (body: unknown) => void sent.push(body, body) };
    await sweep(
      new Proxy(environment, { get: (t, n) => (n === 'DELIVERY' ? DELIVERY : Reflect.get(t, n)) }),
      at,
    );
    await deliver(sent, environment);
  }
}

interface Behaviour {
  does: string;
  /** The row after the first try. */
  first: object;
  /** Mails at the server after a day and a half, and the row. */
  mails: number;
  end: object;
}

const sent = { status: 'sent', reason: null };
const UNKNOWN = /^Sudah diserahkan ke server surat, tetapi hasilnya tidak diketahui: /;

const behaviours = (expect: { stringMatching: (pattern: RegExp) => unknown }): Behaviour[] => {
  const because = (pattern: RegExp) => expect.stringMatching(pattern);
  const uncertain = (why: RegExp) => ({ status: 'uncertain', attempts: 1, reason: because(why) });
  return [
    { does: 'ok', first: { ...sent, attempts: 1 }, mails: 1, end: sent },
    {
      does: 'refuse',
      first: {
        status: 'failed',
        attempts: 1,
        reason: because(/^Server surat menolak alamat penerima \(kode 550\)$/),
      },
      mails: 0,
      end: { status: 'failed', attempts: 1 },
    },
    {
      does: 'spam',
      first: { status: 'failed', attempts: 1, reason: because(/menolak surat ini \(kode 554\)$/) },
      mails: 0,
      end: { status: 'failed', attempts: 1 },
    },
    {
      does: 'busy',
      first: {
        status: 'pending',
        attempts: 1,
        handedAt: null,
        reason: because(/^Dicoba lagi: .*\(kode 451\)$/),
      },
      mails: 0,
      end: { status: 'pending', reason: because(/^Dicoba lagi: .*\(kode 451\)$/) },
    },
    {
      does: 'busy.2',
      first: { status: 'pending', attempts: 1 },
      mails: 1,
      end: { ...sent, attempts: 3 },
    },
    {
      does: 'full',
      first: { status: 'pending', attempts: 1, handedAt: null, reason: because(/\(kode 452\)$/) },
      mails: 0,
      end: { status: 'pending', reason: because(/\(kode 452\)$/) },
    },
    {
      does: 'slow.1',
      first: {
        status: 'pending',
        attempts: 1,
        handedAt: null,
        reason: because(/tidak menjawab pada waktunya$/),
      },
      mails: 1,
      end: { ...sent, attempts: 2 },
    },
    {
      does: 'cutfirst.1',
      first: { status: 'pending', attempts: 1, handedAt: null, reason: because(/memutus sambungan$/) },
      mails: 1,
      end: { ...sent, attempts: 2 },
    },
    { does: 'cutlate', first: uncertain(UNKNOWN), mails: 1, end: uncertain(/terputus sebelum dijawab$/) },
    { does: 'dropped', first: uncertain(UNKNOWN), mails: 0, end: uncertain(/terputus sebelum dijawab$/) },
    {
      does: 'cutdata.1',
      first: { status: 'pending', attempts: 1, handedAt: null },
      mails: 1,
      end: { ...sent, attempts: 2 },
    },
    { does: 'late', first: uncertain(UNKNOWN), mails: 1, end: uncertain(/tidak menjawab pada waktunya$/) },
  ];
};

describe('a mail server that', () => {
  it('does what it likes gets every mail once, or the log says why not', async ({ expect }) => {
    const all = await Promise.all(
      behaviours(expect).map(async (one) => ({ ...one, ...(await receiptTo(one.does)) })),
    );
    const rowOf = async (id: string) => (await allDeliveries()).find((row) => row.id === id);
    await Promise.all(all.map(({ id }) => deliver([{ ids: [id] }, { ids: [id] }], overSmtp())));
    for (const one of all) expect(await rowOf(one.id), one.does).toMatchObject(one.first);
    await live(overSmtp(), MONDAY + HOUR);
    for (const one of all) {
      expect(await rowOf(one.id), one.does).toMatchObject(one.end);
      expect((await arrived(one.to)).length, one.does).toBe(one.mails);
    }
    // No word of the server's, which can quote addresses.
    expect(JSON.stringify(await allDeliveries())).not.toMatch(/@example|not known here|spam/i);
  });

  it('is down for a morning gets it when it is up again', async ({ expect }) => {
    const { id, to } = await receiptTo('ok');
    await deliver([{ ids: [id] }], overSmtp(DOWN()));
    expect(await allDeliveries()).toMatchObject([
      {
        status: 'pending',
        attempts: 1,
        handedAt: null,
        reason: 'Dicoba lagi: Server surat tidak dapat dihubungi',
      },
    ]);
    setClock(MONDAY + 2 * HOUR);
    await deliver([{ ids: [id] }], overSmtp(DOWN()));
    await live(overSmtp(), MONDAY + 4 * HOUR);
    expect(await allDeliveries()).toMatchObject([{ ...sent, attempts: 3 }]);
    expect(await arrived(to)).toHaveLength(1);
  });

  it('is down for days gets nothing, and the log says why', async ({ expect }) => {
    await receiptTo('ok');
    await live(overSmtp(DOWN()), MONDAY, 48, 2);
    expect(await allDeliveries()).toMatchObject([{ status: 'pending' }]);
    await live(overSmtp(DOWN()), MONDAY + 50 * HOUR, 30, 2);
    expect(await allDeliveries()).toMatchObject([
      { status: 'failed', reason: 'Gagal terkirim: Server surat tidak dapat dihubungi' },
    ]);
  });

  it('does not know the password is a matter of settings: tried again', async ({ expect }) => {
    const { id, to } = await receiptTo('ok');
    const url = (password: string) => smtpUrl().replace('//', `//kanal:${password}@`);
    await deliver([{ ids: [id] }], overSmtp(url('salah')));
    expect(await allDeliveries()).toMatchObject([
      {
        status: 'pending',
        reason: 'Dicoba lagi: Server surat menolak nama atau kata sandi Kanal (kode 535)',
      },
    ]);
    setClock(MONDAY + HOUR);
    await deliver([{ ids: [id] }], overSmtp(url('benar')));
    expect(await arrived(to)).toHaveLength(1);
  });

  it('offers no encryption where it has to gets nothing', async ({ expect }) => {
    const { id } = await receiptTo('ok');
    await deliver([{ ids: [id] }], overSmtp(smtpUrl().replace('smtp:', 'smtps:')));
    expect(await allDeliveries()).toMatchObject([{ status: 'pending', attempts: 1 }]);
  });
});

describe('a mail', () => {
  it('arrives as it was written, line for line, with the same name at every try', async ({ expect }) => {
    const to = `busy.1.${crypto.randomUUID().slice(0, 8)}@example.id`;
    const text = 'Yth. Bapak/Ibu – “Sitti” 🙏\n\n.baris bertitik\n.\nGaris panjang '.concat(
      'ya '.repeat(400),
    );
    const mail = {
      from: env.MAIL_FROM,
      to,
      subject: 'Laporan LT – diterima ✓',
      text,
      id: 'abc@example.id',
      date: MONDAY,
    };
    const send = smtpMail(smtpUrl());
    expect(await send(mail)).toMatchObject({ kind: 'later' });
    expect(await send(mail)).toEqual({ kind: 'accepted' });
    const [raw = ''] = await arrived(to);
    expect(raw).toContain('Message-ID: <abc@example.id>');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(raw).toContain(`To: ${to}`);
    expect(raw).toMatch(/^Date: Mon, 20 Jul 2026 01:00:00 /m);
    expect(raw.split('\r\n').every((line) => line.length <= 998)).toBe(true);
    expect(textOf(raw)).toBe(text);
  });

  it('cannot be led to a second recipient', async ({ expect }) => {
    const to = `ok.${crypto.randomUUID().slice(0, 8)}@example.id`;
    const other = `lain.${crypto.randomUUID().slice(0, 8)}@example.id`;
    const mail = {
      from: env.MAIL_FROM,
      subject: `Halo\r\nBcc: ${other}`,
      text: 'Isi',
      id: 'x@y',
      date: MONDAY,
    };
    await smtpMail(smtpUrl())({ ...mail, to });
    await smtpMail(smtpUrl())({ ...mail, to: `${to}>\r\nRCPT TO:<${other}` });
    expect(await arrived(other)).toEqual([]);
    expect((await arrived(to))[0]).not.toMatch(/^Bcc:/m);
  });

  it('is encrypted from the start on 465, has to become so on 587, and elsewhere when it is offered', ({
    expect,
  }) => {
    const tls = (url: string) => {
      const { port, secure, startTls, timeout } = smtpServer(url);
      return { port, secure, startTls, timeout };
    };
    const usual = { secure: false, timeout: 15_000 };
    expect(tls('smtps://a:b@m.id')).toMatchObject({ port: 465, secure: true });
    expect(tls('smtp://m.id')).toEqual({ ...usual, port: 587, startTls: 'required' });
    expect(tls('smtp://m.id:25')).toEqual({ ...usual, port: 25, startTls: 'offered' });
    expect(tls('smtp://m.id:25?tls=never&timeout=2')).toMatchObject({ startTls: 'never', timeout: 2_000 });
    expect(smtpServer('smtp://a%40b:p%3A%2F@[::1]:25')).toMatchObject({
      user: 'a@b',
      password: 'p:/',
      host: '::1',
    });
  });

  it('does not leave by an address that is none', async ({ expect }) => {
    for (const url of [
      '',
      'mail.example.id',
      'http://mail.example.id',
      'smtp://mail.example.id?timeout=soon',
    ])
      expect(
        await smtpMail(url)({ from: 'a@b', to: 'c@d', subject: '', text: '', id: 'x@y', date: 0 }),
      ).toEqual({
        kind: 'later',
        reason: 'Alamat server surat (SMTP_URL) tidak sah',
      });
  });
});

function textOf(raw: string): string {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end);
  const body = raw.slice(end + 4).replace(/\r\n$/, '');
  const bytes = /quoted-printable/.test(head)
    ? body
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : atob(body.replace(/\s/g, ''));
  return new TextDecoder()
    .decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)))
    .replace(/\r\n/g, '\n');
}
