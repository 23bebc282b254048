/** Whoever hangs: a phone on its way through a kecamatan, with bad signal, and one without JavaScript. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  arrived,
  hangProgress,
  hangShown,
  loseSignal,
  makeHangLink,
  openHangPage,
  placeShown,
  signalReturns,
  stateOf,
} from './hanging.ts';
import { enter, photo } from './people.ts';
import { axeProblems, desktop, openBrowser, phone, type Served, serveKanal, shoot } from './support.ts';

let kanal: Served;
let browser: Browser;
let campaigner: Page;
let link: string;

beforeAll(async () => {
  kanal = await serveKanal({ KANAL_DEMO: '1' });
  browser = await openBrowser();
  campaigner = await (await browser.newContext(desktop)).newPage();
  await enter(campaigner, kanal.origin, 'humas');
  await campaigner.goto(`${kanal.origin}/desk/kampanye/papan/rencana`);
  await campaigner.getByRole('button', { name: 'Lihat dahulu' }).click();
  await campaigner.getByRole('button', { name: 'Ya, rencanakan' }).click();
  link = await makeHangLink(campaigner, kanal.origin, 'Mangkutana');
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await kanal?.stop();
});

/** The first number of "3 dari 14 terpasang". */
const hungOf = async (page: Page): Promise<number> =>
  Number.parseInt((await hangProgress(page).textContent()) ?? '', 10);

/** How often the life of a place says that it hangs. */
async function timesHung(code: string): Promise<number> {
  await campaigner.goto(`${kanal.origin}/desk/kampanye/${code}`);
  return campaigner.getByRole('heading', { level: 3, name: /^(Terpasang|Sudah dicek)$/ }).count();
}

it('hangs three places, two of them without a signal and with the page closed, and each arrives once', async () => {
  const at = { latitude: -2.4512, longitude: 120.8034, accuracy: 12 };
  const context = await browser.newContext({ ...phone, permissions: ['geolocation'], geolocation: at });
  const page = await openHangPage(context, link);
  expect(await axeProblems(page)).toEqual([]);
  const before = await hungOf(page);
  await page.getByRole('button', { name: 'Tambahkan posisi saya' }).click();
  await page.getByText('tepat sampai sekitar 12 m').waitFor();
  const first = await hangShown(page, 1, 'Di pagar kantor desa');
  await arrived(page, first);

  await loseSignal(context);
  const second = await hangShown(page, 2);
  const third = await hangShown(page, 3);
  await page.getByText('2 tempat tersimpan di HP ini').waitFor();
  expect(await stateOf(page, third).textContent()).toBe('Menunggu sinyal');
  await shoot(page, 'pasang-tanpa-sinyal');
  await page.close();

  const again = await context.newPage();
  await again.goto(link);
  await again.getByText('2 tempat tersimpan di HP ini').waitFor();
  expect(await axeProblems(again)).toEqual([]);
  expect([first, second, third]).not.toContain(await placeShown(again));
  await signalReturns(context);
  for (const code of [second, third]) await arrived(again, code);
  expect(await hungOf(again)).toBe(before + 3);
  await context.close();

  expect(new Set([first, second, third]).size).toBe(3);
  for (const code of [third, second, first]) expect(await timesHung(code)).toBe(1);
  await campaigner.getByText('Di pagar kantor desa').waitFor();
  await campaigner.getByText('Posisi: -2.45120, 120.80340').waitFor();
});

it('hangs one place without JavaScript, after a slip that kept its remark', async () => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(link);
  const code = await placeShown(page);
  await page.getByLabel('Catatan').fill('Di depan balai desa');
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.getByRole('alert').getByText('Sertakan foto yang baru').waitFor();
  expect(await page.getByLabel('Catatan').inputValue()).toBe('Di depan balai desa');
  await page.getByLabel('Foto').setInputFiles(await photo(57));
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  await page.getByText('Sudah diterima').waitFor();
  expect(await stateOf(page, code).textContent()).toBe('Terpasang');
  expect(await placeShown(page)).not.toBe(code);
  await context.close();
});

it('keeps what a link could no longer send, and sends it through the next one', async () => {
  const context = await browser.newContext(phone);
  const page = await openHangPage(context, link);
  await loseSignal(context);
  const code = await hangShown(page, 5);
  await campaigner.goto(`${kanal.origin}/desk/kampanye/pemasangan`);
  await campaigner.locator('summary', { hasText: 'Cabut' }).first().click();
  await campaigner.getByRole('button', { name: 'Ya, cabut tautan Mangkutana' }).click();
  await signalReturns(context);
  await page.getByText('Tautan ini sudah berakhir. 1 tempat tersimpan di HP ini').waitFor();
  const next = await context.newPage();
  await next.goto(await makeHangLink(campaigner, kanal.origin, 'Mangkutana'));
  await arrived(next, code);
  await context.close();
  expect(await timesHung(code)).toBe(1);
});
