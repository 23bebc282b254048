/** A lost PIN: the same answer for everybody, one mail in ten minutes, a link that counts once. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, test } from 'vitest';
import { makeCode } from '../../shared/code.ts';
import { checkPin } from '../../workers/cases/pin.ts';
import { pinLink } from '../../workers/features/tracking/pin-link.ts';
import { deliveries } from '../../workers/messaging/table.ts';
import { HOUR, MINUTE, now, shiftClock } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { loadKeys } from '../../workers/privacy/keys.ts';
import { Browser, ORIGIN, textOf } from '../support/reporter.ts';
import { act, caseRow, loadRegency, newCase } from '../support/worker.ts';

beforeEach(() => loadRegency());

const EMAIL = 'warga@example.id';
const withMail = () => new Browser({ bindings: { MAIL_WAY: 'smtp', ORIGIN } });
const mails = async () =>
  (await openDb(env.DB).select().from(deliveries)).filter((row) => row.template === 'pin-reset');
const works = async (code: string, pin: string) =>
  checkPin(openDb(env.DB), await loadKeys(env), now(), code, pin, 'uji').then(
    () => true,
    () => false,
  );
const linkOf = async (code: string, version = 1) =>
  (await pinLink(await loadKeys(env), ORIGIN, code, version, now())).slice(ORIGIN.length);

describe('asking', () => {
  test('is answered alike whether it fits or not; only what fits writes a mail', async ({ expect }) => {
    const { code, caseId } = await newCase({ contact: { email: EMAIL }, anonymous: true });
    const silent = await newCase({ contact: { phone: '081234567890' } });
    const nobodys = makeCode('LT', new Uint8Array(8).fill(3));
    const answers: string[] = [];
    for (const [kode, email] of [
      [code, 'lain@example.id'],
      [silent.code, EMAIL],
      [nobodys, EMAIL],
    ]) {
      const answer = await withMail().post('/lacak/pin', { kode, email });
      expect(answer.status).toBe(200);
      answers.push(answer.html);
    }
    expect(await mails()).toEqual([]);
    const right = await withMail().post('/lacak/pin', {
      kode: code.toLowerCase(),
      email: ' Warga@Example.ID ',
    });
    expect(new Set([...answers, right.html]).size).toBe(1);
    expect(textOf(right.html)).toContain('Bila nomor dan e-mail itu cocok');
    expect(await mails()).toMatchObject([{ caseId, recipient: 'reporter', status: 'pending', values: '{}' }]);
    expect((await caseRow(code)).version).toBe(1);
  });

  test('sends once in ten minutes for each report, and wrong addresses do not use that up', async ({
    expect,
  }) => {
    const { code } = await newCase({ contact: { email: EMAIL } });
    const ask = (email: string) => withMail().post('/lacak/pin', { kode: code, email });
    await ask('lain@example.id');
    await Promise.all([ask(EMAIL), ask(EMAIL), ask(EMAIL)]);
    shiftClock(9 * MINUTE);
    await ask(EMAIL);
    expect(await mails()).toHaveLength(1);
    shiftClock(11 * MINUTE);
    await ask(EMAIL);
    expect(await mails()).toHaveLength(2);
  });

  test('keeps what was typed, and says what to do without e-mail or without mails', async ({ expect }) => {
    const slip = await withMail().post('/lacak/pin', { kode: 'LT-12', email: 'bukan surat' });
    expect(slip.status).toBe(422);
    expect(slip.html).toContain('value="LT-12"');
    expect(slip.html).toContain('value="bukan surat"');
    expect(textOf(slip.html)).toMatch(/hanya status umum yang dapat diberitahukan/);
    const none = new Browser();
    expect(textOf((await none.get('/lacak/pin')).html)).toContain('belum mengirim e-mail');
    const { code } = await newCase({ contact: { email: EMAIL } });
    const unsent = await none.post('/lacak/pin', { kode: code, email: EMAIL });
    expect(textOf(unsent.html)).not.toContain('kami kirim surat');
    expect(await mails()).toEqual([]);
  });
});

describe('the link', () => {
  test('changes nothing by being opened; its button shows a new PIN, also when the answer was lost', async ({
    expect,
  }) => {
    const { code, pin } = await newCase({ contact: { email: EMAIL } });
    const path = await linkOf(code);
    const browser = new Browser();
    const page = await browser.get(path);
    expect(page.status).toBe(200);
    expect((await caseRow(code)).version).toBe(1);
    expect(await works(code, pin)).toBe(true);

    const first = await browser.send(page, path);
    const fresh = /<dt>PIN<\/dt><dd class="mono">(\d{3}) (\d{3})/.exec(first.html)?.slice(1).join('') ?? '';
    expect(fresh).toMatch(/^\d{6}$/);
    expect(await works(code, pin)).toBe(false);
    expect(await works(code, fresh)).toBe(true);
    const reload = await browser.send(page, path);
    expect(reload.html).toBe(first.html);
    expect((await caseRow(code)).pinVersion).toBe(2);

    for (const again of [await browser.get(path), await browser.post(path, { key: crypto.randomUUID() })]) {
      expect(again.status).toBe(410);
      expect(again.html).not.toContain('mono');
    }
  });

  test('fails when it is old, altered or of another report', async ({ expect }) => {
    const { code, pin } = await newCase({ contact: { email: EMAIL } });
    const other = await newCase();
    const path = await linkOf(code);
    const browser = new Browser();
    const forged = [
      path.replace(code, other.code),
      path.replace(code, makeCode('LT', new Uint8Array(8).fill(3))),
      path.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      path.replace(/\/(\d+)-/, (_whole, until: string) => `/${Number(until) + 1}-`),
      await linkOf(code, 2),
    ];
    for (const address of forged) {
      expect((await browser.get(address)).status).toBe(410);
      expect((await browser.post(address, { key: crypto.randomUUID() })).status).toBe(410);
    }
    shiftClock(HOUR + MINUTE);
    expect((await browser.post(path, { key: crypto.randomUUID() })).status).toBe(410);
    expect(await works(code, pin)).toBe(true);
  });

  test('of a mail that was waiting is void once the PIN is another', async ({ expect }) => {
    const { code } = await newCase({ contact: { email: EMAIL } });
    const path = await linkOf(code);
    await act('reporter', code, 'renew_pin', {});
    const late = await new Browser().post(path, { key: crypto.randomUUID() });
    expect(late.status).toBe(410);
    expect((await caseRow(code)).pinVersion).toBe(2);
  });
});
