/**
 * From the picture of a banner's QR code to a settled complaint, and what the banner's row says then; also when the citizen
 * finishes the next day from a draft.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import {
  enter,
  openFromInbox,
  openReport,
  type Receipt,
  readReceipt,
  SECONDS,
  statusBecomes,
  unfold,
} from './people.ts';
import {
  axeProblems,
  citizenPhone,
  desktop,
  openBrowser,
  phone,
  type Served,
  serveKanal,
  shoot,
} from './support.ts';

const TEXT = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';

let kanal: Served;
let browser: Browser;
let campaigner: Page;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } });
  kanal = await serveKanal({ KANAL_DEMO: '1' });
  browser = await openBrowser();
  campaigner = await (await browser.newContext(desktop)).newPage();
  await enter(campaigner, kanal.origin, 'humas');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await kanal?.stop();
});

/** What a phone's camera reads from a picture. */
async function decode(picture: Uint8Array): Promise<string> {
  const [found] = await readBarcodes(picture, { formats: ['QRCode'] });
  if (!found?.isValid) throw new Error('no QR code in the picture');
  return found.text;
}

async function openBanner(village: string): Promise<void> {
  await campaigner.goto(`${kanal.origin}/desk/kampanye/papan?wilayah=73.24.01`);
  await campaigner.getByRole('link', { name: `Desa ${village},` }).click();
  await campaigner.getByRole('img', { name: 'Kode QR' }).waitFor();
}

/** The address on the PNG that the page of a campaigner gives out. */
async function scanPicture(village: string): Promise<string> {
  await openBanner(village);
  const link = await campaigner.getByRole('link', { name: 'PNG untuk dokumen' }).getAttribute('href');
  const answer = await campaigner.request.get(`${kanal.origin}${link}`);
  expect(answer.headers()['content-type']).toBe('image/png');
  return decode(await answer.body());
}

/** Numbers of the chain, as the page of the banner shows them. */
async function chainOf(village: string): Promise<Record<string, string>> {
  await openBanner(village);
  const rows = await campaigner
    .locator('#rantai + dl > div')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  return Object.fromEntries(rows);
}

async function write(page: Page): Promise<void> {
  await page.getByLabel('Pengaduan').check();
  await page.getByLabel('Ceritakan').fill(TEXT);
}

async function send(page: Page): Promise<Receipt> {
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  return readReceipt(page);
}

/** @param words of this answer: one like the office's last would be asked about */
async function answer(receipt: Receipt, words: string): Promise<void> {
  await statusBecomes(kanal.origin, receipt.code, 'assigned');
  const context = await browser.newContext(phone);
  const desk = await context.newPage();
  await enter(desk, kanal.origin, 'pupr');
  await openFromInbox(desk, kanal.origin, receipt.code);
  await desk.getByLabel('Dijelaskan').check();
  await desk
    .getByLabel('Jawaban untuk pelapor')
    .fill(`Lubang dari laporan ${receipt.code} akan kami tambal. ${words}`);
  await desk.getByLabel('Jawaban ini sudah benar').check();
  await desk.getByRole('button', { name: 'Kirim jawaban akhir' }).click();
  await desk.getByText('Jawaban akhir terkirim.').waitFor();
  await context.close();
}

async function confirm(page: Page, receipt: Receipt): Promise<void> {
  await openReport(page, kanal.origin, receipt);
  await unfold(page, 'Setuju, laporan selesai');
  await page.getByRole('button', { name: 'Ya, laporan saya selesai' }).click();
  await page.getByText('Terima kasih. Laporan ini selesai.').waitFor();
}

const once = {
  Dipindai: '1',
  Pengunjung: '1',
  'Formulir dibuka': '1',
  'Laporan masuk': '1',
  'Selesai tepat waktu': '1',
  'Disetujui pelapor': '1',
};
const becomes = (village: string, wanted: Record<string, string>) =>
  expect.poll(() => chainOf(village), { timeout: SECONDS, interval: 500 }).toMatchObject(wanted);

it('leads from the picture of Desa Maleku to a settled complaint', async () => {
  const address = await scanPicture('Maleku');
  expect(address).toMatch(/^HTTP:\/\/LOCALHOST:\d+\/[A-Z0-9]{6}$/);
  expect(new URL(address).origin).toBe(kanal.origin);
  expect(await chainOf('Maleku')).toMatchObject({ Dipindai: '0', 'Laporan masuk': '0' });

  const citizen = await browser.newContext(citizenPhone);
  const page = await citizen.newPage();
  await page.goto(address);
  expect(page.url()).toBe(`${kanal.origin}/?p=${address.slice(-6)}`);
  await write(page);
  const receipt = await send(page);
  await answer(receipt, 'Pekerjaan mulai Senin dengan aspal dingin.');
  await confirm(page, receipt);
  await becomes('Maleku', once);
  await shoot(campaigner, 'papan-baris');
  await citizen.close();
});

it('counts for the same banner when the citizen finishes the next day from a draft', async () => {
  const address = await scanPicture('Teromu');
  const citizen = await browser.newContext(citizenPhone);
  const first = await citizen.newPage();
  await first.goto(address);
  await write(first);
  await first.getByText('disimpan di HP ini sampai 24 jam').waitFor();
  await first.close();

  const next = await citizen.newPage();
  await next.goto(kanal.origin);
  await next.getByText('dipulihkan').waitFor();
  expect(await next.getByLabel('Ceritakan').inputValue()).toBe(TEXT);
  const receipt = await send(next);
  await answer(receipt, 'Kami sudah memeriksa tempatnya; bahannya datang bulan depan dari kota.');
  await confirm(next, receipt);
  await becomes('Teromu', once);

  // The next report of this phone is its own: it came from no banner.
  await next.goto(kanal.origin);
  expect(await next.locator('[name=placement]').inputValue()).toBe('');
  await citizen.close();
});

it('takes the banner that was scanned last, and counts what the service worker lets through', async () => {
  const [old, fresh] = [await scanPicture('Wonorejo'), await scanPicture('Manggala')];
  const citizen = await browser.newContext(citizenPhone);
  const page = await citizen.newPage();
  await page.goto(old);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.match('/')) !== undefined);
  await write(page);
  await page.getByText('disimpan di HP ini sampai 24 jam').waitFor();
  await page.goto(fresh);
  await page.getByText('dipulihkan').waitFor();
  expect(await page.locator('[name=placement]').inputValue()).toBe(fresh.slice(-6));
  await send(page);
  await becomes('Manggala', { Dipindai: '1', 'Formulir dibuka': '1', 'Laporan masuk': '1' });
  await becomes('Wonorejo', { Dipindai: '1', 'Formulir dibuka': '1', 'Laporan masuk': '0' });
  await citizen.close();
});

it('shows the same code as SVG, on a page that is accessible on a phone', async () => {
  const address = await scanPicture('Maleku');
  const svg = await campaigner.getByRole('link', { name: 'SVG untuk percetakan' }).getAttribute('href');
  const print = await (
    await browser.newContext({ ...desktop, storageState: await campaigner.context().storageState() })
  ).newPage();
  await print.goto(`${kanal.origin}${svg}`);
  expect(await decode(await print.screenshot())).toBe(address);
  await print.setViewportSize({ width: 360, height: 740 });
  await print.goto(`${kanal.origin}/desk/kampanye/${address.slice(-6)}`);
  const picture = print.getByRole('img', { name: 'Kode QR' });
  await picture.waitFor();
  expect(await axeProblems(print)).toEqual([]);
  expect(await decode(await picture.screenshot())).toBe(address);
  await shoot(print, 'papan-hp');
  await print.context().close();
});
