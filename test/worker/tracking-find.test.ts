/** /lacak: the status by code, the session by code and PIN, and who is kept out. */
import { beforeEach, describe, test } from 'vitest';
import { makeCode } from '../../shared/code.ts';
import { HOUR, MINUTE, SECOND, shiftClock } from '../../workers/platform/clock.ts';
import { Browser, textOf } from '../support/reporter.ts';
import { act, addStaff, caseRow, loadRegency, newCase } from '../support/worker.ts';

beforeEach(() => loadRegency());

/** A code as codes are, that nobody has. */
const nobodys = makeCode('LT', new Uint8Array(8).fill(3));
const wrong = (pin: string) => (pin === '000000' ? '000001' : '000000');

describe('the code alone', () => {
  test('shows the public status, however it is typed', async ({ expect }) => {
    const { code } = await newCase({ title: 'Jalan pasar', text: 'Lubang besar di jalan depan pasar.' });
    const browser = new Browser();
    for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `, code.slice(3)]) {
      const answer = await browser.post('/lacak', { kode: typed, pin: '' });
      expect([answer.status, answer.to]).toEqual([303, `/lacak/${code}`]);
    }
    const page = await browser.get(`/lacak/${code}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const text = textOf(page.html);
    expect(text).toContain('Belum terverifikasi');
    expect(text).toMatch(/Janji jawaban akhir \w+, \d+ \w+ \d{4} \(17 hari kerja lagi\)/);
    expect(text).not.toMatch(/pasar/i);
    expect(browser.cookie).toBe('');
  });

  test('names who got a forwarded report', async ({ expect }) => {
    const { code } = await newCase();
    const admin = await addStaff(['admin']);
    await act(admin, code, 'forward', { office: 'LUAR-PLN', text: 'PLN yang mengurus, telepon 123.' });
    expect(textOf((await new Browser().get(`/lacak/${code}`)).html)).toMatch(
      /Proses .*Diteruskan kepada PLN/,
    );
  });

  test('that is wrong stays in its field and says so', async ({ expect }) => {
    const browser = new Browser();
    const slip = await browser.post('/lacak', { kode: 'LT-123', pin: '' });
    expect(slip.status).toBe(422);
    expect(slip.html).toContain('value="LT-123"');
    expect(textOf(slip.html)).toContain('tidak lengkap atau salah tulis');
    const unknown = await browser.get(`/lacak/${nobodys}`);
    expect(unknown.status).toBe(404);
    expect(textOf(unknown.html)).toContain('tidak kami temukan');
    const prefilled = await browser.get(`/lacak?kode=${nobodys}`);
    expect(prefilled.html).toContain(`value="${nobodys}"`);
  });
});

describe('code and PIN', () => {
  test('open a session that leaves no trace in an address', async ({ expect }) => {
    const { code, pin } = await newCase();
    const browser = new Browser();
    const answer = await browser.post('/lacak', { kode: code, pin: `${pin.slice(0, 3)} ${pin.slice(3)}` });
    expect([answer.status, answer.to]).toEqual([303, '/lacak/laporan']);
    expect(browser.setCookie).toMatch(/^__Secure-kanal_pelapor=/);
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=Strict', 'Path=/lacak', 'Max-Age=1800'])
      expect(browser.setCookie).toContain(flag);
    expect(decodeURIComponent(browser.cookie)).not.toMatch(new RegExp(`${code}|${pin}`));
    expect((await browser.get('/lacak/laporan')).status).toBe(200);
    const lan = new Browser({ origin: 'http://192.168.1.4:8787' });
    await lan.post('/lacak', { kode: code, pin });
    expect(lan.setCookie).toMatch(/^kanal_pelapor=/);
    expect(lan.setCookie).not.toContain('Secure');
    expect((await lan.get('/lacak/laporan')).status).toBe(200);
  });

  test('that do not match cost a growing delay, for this client and not for the report', async ({
    expect,
  }) => {
    const { code, pin } = await newCase();
    const browser = new Browser({ client: '203.0.113.1' });
    const tries = { kode: code, pin: wrong(pin) };
    const first = await browser.post('/lacak', tries);
    expect(first.status).toBe(404);
    expect(textOf(first.html)).toContain('Nomor laporan atau PIN tidak cocok');
    expect(first.html).toContain(`value="${code}"`);
    expect(first.html).not.toContain(wrong(pin));
    const unknown = await browser.post('/lacak', { kode: nobodys, pin });
    expect(textOf(unknown.html)).toBe(textOf(first.html));
    await browser.post('/lacak', tries);
    await browser.post('/lacak', tries);
    const waits: number[] = [];
    for (let i = 0; i < 2; i++) {
      const refused = await browser.post('/lacak', { kode: code, pin });
      expect(refused.status).toBe(429);
      const seconds = Number(refused.headers.get('retry-after'));
      expect(textOf(refused.html)).toContain(`Tunggu ${seconds} detik`);
      waits.push(seconds);
      shiftClock(61 * MINUTE * (i + 1));
      if (i === 0) await browser.post('/lacak', tries);
    }
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    shiftClock(0);
    const elsewhere = await new Browser({ client: '203.0.113.2' }).post('/lacak', { kode: code, pin });
    expect(elsewhere.status).toBe(303);
  });

  test('are asked for again after half an hour without a page, but not before', async ({ expect }) => {
    const { code, pin } = await newCase();
    const browser = new Browser();
    await browser.open(code, pin);
    for (let minutes = 29; minutes < 120; minutes += 29) {
      shiftClock(minutes * MINUTE);
      expect((await browser.get('/lacak/laporan')).status).toBe(200);
    }
    shiftClock(116 * MINUTE + 30 * MINUTE + SECOND);
    const late = await browser.get('/lacak/laporan');
    expect([late.status, late.to]).toEqual([302, '/lacak']);
  });
});

describe('the session', () => {
  test('ends with "Keluar" and with a new PIN', async ({ expect }) => {
    const { code, pin } = await newCase();
    const browser = new Browser();
    await browser.open(code, pin);
    const left = await browser.post('/lacak/keluar');
    expect([left.status, left.to, browser.cookie]).toEqual([303, '/lacak?keluar', '']);
    expect((await browser.get('/lacak/laporan')).status).toBe(302);
    await browser.open(code, pin);
    await act('reporter', code, 'renew_pin', {});
    expect((await browser.get('/lacak/laporan')).status).toBe(302);
    expect((await caseRow(code)).pinVersion).toBe(2);
  });

  test('cannot be made up or altered', async ({ expect }) => {
    const mine = await newCase();
    const browser = new Browser();
    await browser.open(mine.code, mine.pin);
    const [name = '', value = ''] = browser.cookie.split('=');
    const sealed = decodeURIComponent(value);
    const at = sealed.length - 8;
    const flipped = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    const plain = btoa(JSON.stringify({ code: mine.code, pinVersion: 1, until: Date.now() + HOUR }));
    for (const forged of [flipped, sealed.replace('test.', 'lain.'), `test.${plain}`, plain, 'x', '.']) {
      browser.cookie = `${name}=${encodeURIComponent(forged)}`;
      expect((await browser.get('/lacak/laporan')).status).toBe(302);
    }
    browser.cookie = `${name}=${encodeURIComponent(sealed)}`;
    expect((await browser.get('/lacak/laporan')).status).toBe(200);
  });

  test('is not moved by a form of another site', async ({ expect }) => {
    const { code, pin } = await newCase();
    const browser = new Browser();
    const page = await browser.open(code, pin);
    for (const origin of ['https://lain.kanal.test', 'null']) {
      const fields = { key: crypto.randomUUID(), seen: '1' };
      const foreign = await browser.post('/lacak/laporan/cabut', fields, { origin });
      expect(foreign.status).toBe(403);
    }
    expect((await caseRow(code)).state).toBe('received');
    expect((await browser.send(page, '/lacak/laporan/cabut')).status).toBe(303);
  });
});
