/** The demo, played as somebody who shows it would: five buttons, then two pairs of eyes, in under two minutes. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeProblems, openBrowser, type Served, serveKanal, shoot } from './support.ts';

let kanal: Served;
let browser: Browser;

/** The browser that ships with the tests says that it is headless, which counts as a program, not a person. */
const PHONE =
  'Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

beforeAll(async () => {
  kanal = await serveKanal({ KANAL_DEMO: '1' });
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await kanal?.stop();
});

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).click({ timeout: 30_000 });
const phone = (page: Page): FrameLocator => page.frameLocator('iframe[title="HP warga"]');
const desk = (page: Page): FrameLocator => page.frameLocator('iframe[title="Meja petugas"]');

it('tells the whole story in under 120 seconds', { timeout: 120_000 }, async () => {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    userAgent: PHONE,
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const began = Date.now();
  await page.goto(`${kanal.origin}/demo`);
  await page.getByText('mengevaluasi cara pengaduan warga').waitFor();
  expect(await axeProblems(page, { iframes: false })).toEqual([]);
  await shoot(page, 'demo-0');

  await press(page, /Pindai spanduk Desa Maleku/);
  await phone(page).getByRole('heading', { name: 'Sampaikan laporan Anda' }).waitFor();
  expect(await phone(page).locator('[name=placement]').inputValue()).toMatch(/^[A-Z0-9]{6}$/);
  await shoot(page, 'demo-1');

  await press(page, /Laporkan lampu jalan/);
  await phone(page).getByRole('heading', { name: 'Laporan Anda kami terima' }).waitFor();
  const code = (await phone(page).locator('[data-slot=code]').textContent()) ?? '';
  expect(code).toMatch(/^LT-/);
  await shoot(page, 'demo-2');

  await press(page, /Lihat instansi mana/);
  await desk(page).getByText(code).first().waitFor();
  // In its narrow frame the desk folds who holds the case; the reporter reads it at once.
  await phone(page).getByText('Dinas Perumahan').first().waitFor();
  await phone(page)
    .getByRole('heading', { name: `Laporan ${code}` })
    .waitFor();
  await shoot(page, 'demo-3');

  await press(page, /Maju enam hari kerja/);
  await page.getByText(`Laporan ${code} pada`).first().waitFor({ timeout: 60_000 });
  const mail = (await page.locator('#surat').textContent()) ?? '';
  expect(mail).toContain('Tanggapan pertama');
  const message = (await page.locator('#pesan').textContent()) ?? '';
  expect(message).toContain(code);
  expect(message).not.toMatch(/Warga Contoh|lampu|0812/i);
  expect(await page.getByRole('link', { name: 'Buka WhatsApp' }).getAttribute('href')).toMatch(
    /^https:\/\/wa\.me\/62/,
  );
  await phone(page).getByText('lewat batas waktu').waitFor();
  expect(await axeProblems(page, { iframes: false })).toEqual([]);
  await shoot(page, 'demo-4');

  await press(page, /Jawab, lalu pelapor menyetujui/);
  await desk(page).getByText('selesai tepat waktu', { exact: false }).first().waitFor({ timeout: 60_000 });
  await phone(page).getByText('Selesai', { exact: true }).first().waitFor();
  await shoot(page, 'demo-5');

  await press(page, 'Lihat sebagai PUPR');
  await desk(page).getByText('Nomor laporan ini tidak ditemukan').first().waitFor();
  await shoot(page, 'demo-6');
  await press(page, 'Lihat sebagai Inspektur');
  await desk(page).getByText('Alat berat dinas dipakai untuk kebun pribadi').waitFor();
  const seconds = (Date.now() - began) / 1000;
  await shoot(page, 'demo-7');
  console.log(`the demo took ${seconds.toFixed(1)} seconds`);

  // Its clock went on, and everything else with it: Kanal is healthy and can be shown again.
  expect((await fetch(`${kanal.origin}/health`)).status).toBe(200);
  await press(page, 'Ulangi dari awal');
  await page.getByRole('button', { name: /Pindai spanduk/ }).waitFor();
  await context.close();
});

it('fits a phone, and works without JavaScript', async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(`${kanal.origin}/demo`);
  if ((await page.getByRole('button', { name: 'Ulangi dari awal' }).count()) > 0)
    await press(page, 'Ulangi dari awal');
  await press(page, /Pindai spanduk/);
  await phone(page).getByRole('heading', { name: 'Sampaikan laporan Anda' }).waitFor();
  await shoot(page, 'demo-360');
  await context.close();
});
