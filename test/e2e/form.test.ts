/** A citizen's report from a phone: with and without JavaScript, with and without signal. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems, openBrowser, phone, type Served, serveKanal, shoot } from './support.ts';

let kanal: Served;
let browser: Browser;

beforeAll(async () => {
  kanal = await serveKanal();
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await kanal?.stop();
});

/** The smallest picture that is one: a 1 × 1 PNG. */
const PICTURE = {
  name: 'foto saya.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

const TEXT = 'Lampu jalan di dekat pasar sudah dua minggu mati, gelap sekali kalau malam.';

async function openForm(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(kanal.origin);
  return page;
}

async function write(page: Page, text = TEXT): Promise<void> {
  await page.getByLabel('Pengaduan').check();
  await page.getByLabel('Ceritakan').fill(text);
}

const send = (page: Page) => page.getByRole('button', { name: 'Kirim laporan' }).click();
const receiptTitle = (page: Page) => page.getByRole('heading', { name: 'Laporan Anda kami terima' });
const code = (page: Page) => page.locator('[data-slot=code]').textContent();
const pin = (page: Page) => page.locator('[data-slot=pin]').textContent();

async function received(page: Page): Promise<{ code: string | null; pin: string | null }> {
  await receiptTitle(page).waitFor({ timeout: 30_000 });
  return { code: await code(page), pin: await pin(page) };
}

describe('without JavaScript', () => {
  it('keeps what was typed through errors and photos, and repeats the receipt', async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
    const page = await openForm(context);
    await page.getByLabel('Ceritakan').fill('pendek');
    await page.getByLabel('Nama').fill('Warga Contoh');
    await send(page);
    await page.getByRole('alert').getByText('Ceritakan: Terlalu pendek').waitFor();
    await shoot(page, 'nojs-salah');
    expect(await page.getByLabel('Nama').inputValue()).toBe('Warga Contoh');

    await write(page);
    await page.getByLabel('Foto atau PDF').setInputFiles(PICTURE);
    await page.getByRole('button', { name: 'Tambahkan foto ini' }).click();
    await page.getByText('Foto 1,').waitFor();
    expect(await page.getByLabel('Ceritakan').inputValue()).toBe(TEXT);
    await shoot(page, 'nojs-foto');

    await send(page);
    const first = await received(page);
    expect(first.code).toMatch(/^[A-Z]{2}-\w{4}-\w{4}$/);
    expect(page.url()).not.toContain(first.code);
    await shoot(page, 'nojs-tanda-terima');
    await page.reload();
    expect(await received(page)).toEqual(first);
    await context.close();
  });
});

it('is accessible without its scripts, from the empty form to the receipt', async () => {
  // axe itself needs JavaScript, so only the page's own scripts are kept away.
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  await context.route('**/*.js', (route) => route.abort());
  const page = await openForm(context);
  expect(await axeProblems(page)).toEqual([]);
  await send(page);
  await page.getByRole('alert').waitFor();
  expect(await axeProblems(page)).toEqual([]);
  await write(page, 'Tolong cepat, rumah tetangga terbakar besar sekarang!');
  await send(page);
  await received(page);
  expect(await axeProblems(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'cetak');
  await context.close();
});

describe('with JavaScript', () => {
  it('sends a photo, finds an area by its other name, and keeps the receipt until dismissed', async () => {
    const context = await browser.newContext(phone);
    const page = await openForm(context);
    expect(await axeProblems(page)).toEqual([]);
    await write(page);
    await page.getByRole('combobox', { name: 'Desa, kelurahan' }).fill('soroako');
    await page.getByRole('option', { name: 'Sorowako, Kecamatan Nuha' }).click();
    await page.getByLabel('Foto atau PDF').setInputFiles(PICTURE);
    await page.getByText('foto saya.png,').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await shoot(page, 'js-terisi');
    await send(page);
    const first = await received(page);
    expect(await axeProblems(page)).toEqual([]);
    await shoot(page, 'js-tanda-terima');
    const link = await page.getByRole('link', { name: 'ke WhatsApp saya' }).getAttribute('href');
    expect(link).toContain(first.code);
    expect(link).not.toContain(first.pin?.replace(' ', ''));

    await page.close();
    const again = await openForm(context);
    expect(await received(again)).toEqual(first);
    await again.getByRole('button', { name: 'Sudah saya catat, hapus' }).click();
    await again.getByLabel('Ceritakan').waitFor();
    expect(await again.getByLabel('Ceritakan').inputValue()).toBe('');
    await context.close();
  });

  it('takes a photo that was picked, and keeps what was typed, before the scripts came', async () => {
    for (const [what, told] of [
      ['photo', 'foto saya.png,'],
      ['text', 'disimpan di HP ini sampai 24 jam'],
    ] as const) {
      const context = await browser.newContext(phone);
      const page = await context.newPage();
      let come = () => {};
      const slow = new Promise<void>((resolve) => (come = resolve));
      await page.route('**/aset/form.*.js', async (route) => {
        await slow;
        await route.continue();
      });
      await page.goto(kanal.origin, { waitUntil: 'commit' });
      if (what === 'text') await write(page);
      else await page.getByLabel('Foto atau PDF').setInputFiles(PICTURE);
      expect(await page.getByRole('button', { name: 'Tambahkan foto ini' }).isVisible()).toBe(true);
      come();
      await page.getByText(told).waitFor();
      await context.close();
    }
  });

  it('shows the same receipt of one case when the answer was lost and the tab closed', async () => {
    const context = await browser.newContext(phone);
    const page = await openForm(context);
    let committed: string | undefined;
    await context.route('**/api/v1/complaints', async (route) => {
      const answer = await route.fetch();
      committed ??= ((await answer.json()) as { code: string }).code;
      await route.abort('connectionreset');
    });
    await write(page);
    await send(page);
    await page.getByText('akan terkirim sendiri saat ada sinyal').waitFor({ timeout: 30_000 });
    expect(await axeProblems(page)).toEqual([]);
    await shoot(page, 'js-belum-terkirim');
    expect(committed).toBeDefined();
    await page.close();

    await context.unroute('**/api/v1/complaints');
    const again = await openForm(context);
    const receipt = await received(again);
    expect(receipt.code).toBe(committed);
    await context.close();
  });

  it('comes back to the form, with everything typed, when the server refuses', async () => {
    const context = await browser.newContext(phone);
    const page = await openForm(context);
    await write(page);
    const broken = { name: 'surat.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan PDF') };
    await page.getByLabel('Foto atau PDF').setInputFiles(broken);
    await send(page);
    await page.getByRole('alert').getByText('Foto atau PDF:').waitFor();
    expect(await axeProblems(page)).toEqual([]);
    await shoot(page, 'js-ditolak');
    expect(await page.getByLabel('Ceritakan').inputValue()).toBe(TEXT);
    await page.getByRole('button', { name: 'Hapus lampiran 1' }).click();
    await send(page);
    await received(page);
    await context.close();
  });

  it('waits without signal, opens the form without it, and sends by itself when it is back', async () => {
    const context = await browser.newContext(phone);
    const page = await openForm(context);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => (await caches.match('/')) !== undefined);
    await context.setOffline(true);
    await write(page);
    await send(page);
    await page.getByText('akan terkirim sendiri saat ada sinyal').waitFor();
    await page.reload();
    await page.getByText('akan terkirim sendiri saat ada sinyal').waitFor();
    await context.setOffline(false);
    await received(page);
    await context.close();
  });

  it('keeps a draft, but none of what nobody else may find on the phone', async () => {
    const context = await browser.newContext(phone);
    const page = await openForm(context);
    await write(page);
    await page.getByText('disimpan di HP ini sampai 24 jam').waitFor();
    await page.reload();
    await page.getByText('dipulihkan').waitFor();
    expect(await page.getByLabel('Ceritakan').inputValue()).toBe(TEXT);
    await page.getByLabel('Laporan ini tentang aparat').check();
    await page.getByText('tidak disimpan di HP').waitFor();
    await send(page);
    await received(page);
    await page.getByText('Catat sekarang').waitFor();
    await shoot(page, 'js-tanda-terima-aparat');
    await page.reload();
    await page.getByLabel('Ceritakan').waitFor();
    expect(await receiptTitle(page).count()).toBe(0);
    expect(await page.getByLabel('Ceritakan').inputValue()).toBe('');
    await context.close();
  });

  it('wipes the phone, and shows emergency numbers that fit without blocking', async () => {
    const context = await browser.newContext(phone);
    const page = await openForm(context);
    await write(page, 'Tolong cepat, rumah tetangga terbakar besar sekarang!');
    await page.locator('#bahaya').getByText('Pemadam kebakaran').waitFor();
    await shoot(page, 'js-bahaya');
    await page.getByRole('button', { name: 'Hapus dari HP ini' }).click();
    await page.getByText('Sudah dihapus').waitFor();
    expect(await page.getByLabel('Ceritakan').inputValue()).toBe('');
    await page.reload();
    await page.waitForTimeout(300);
    expect(await page.getByLabel('Ceritakan').inputValue()).toBe('');
    await context.close();
  });
});

it('weighs at most 30 KB with everything it loads', async () => {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  let bytes = 0;
  context.on('requestfinished', async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes();
    bytes += responseBodySize + responseHeadersSize;
  });
  await page.goto(kanal.origin);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForTimeout(500);
  expect(bytes).toBeGreaterThan(15_000);
  expect(bytes).toBeLessThan(30 * 1024);
  await context.close();
});
