/** Whoever hangs: the link that the campaign makes for a kecamatan, and a phone on the way from place to place. */
import type { BrowserContext, Page } from 'playwright-core';
import { samplePhoto } from '../../workers/local/inside/sample-photo.ts';
import { SECONDS } from './people.ts';

/** A campaigner makes the link of one kecamatan. @returns its address */
export async function makeHangLink(campaigner: Page, origin: string, district: string): Promise<string> {
  await campaigner.goto(`${origin}/desk/kampanye/pemasangan`);
  await campaigner.getByLabel('Kecamatan', { exact: true }).selectOption({ label: district });
  await campaigner.getByRole('button', { name: 'Buat tautan' }).click();
  const message = await campaigner.getByLabel(`Pesan untuk Kecamatan ${district}`).inputValue();
  const [path] = /\/pasang\/[0-9a-f]{32}/.exec(message) ?? [];
  if (!path) throw new Error('no link in the message');
  return `${origin}${path}`;
}

/** Opens the link and waits until it would open without a signal, too. */
export async function openHangPage(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForFunction(async () => (await caches.match(location.pathname)) !== undefined);
  return page;
}

/** Code of the place whose form is open. */
export const placeShown = async (page: Page): Promise<string> =>
  (await page.locator('#kode').textContent()) ?? '';

/** "2 dari 14 terpasang" */
export const hangProgress = (page: Page) => page.locator('#hitung');

/**
 * Photographs the place that is shown and sends it.
 * @param seed another photo for every place
 * @returns its code
 */
export async function hangShown(page: Page, seed: number, remark = ''): Promise<string> {
  const code = await placeShown(page);
  await page.getByLabel('Foto').setInputFiles({
    name: `papan ${seed}.png`,
    mimeType: 'image/png',
    buffer: Buffer.from(await samplePhoto(seed)),
  });
  if (remark) await page.getByLabel('Catatan').fill(remark);
  await page.getByRole('button', { name: 'Kirim', exact: true }).click();
  // The next place stands there at once, with and without a signal.
  await page.waitForFunction(
    (before) =>
      document.getElementById('kode')?.textContent !== before ||
      document.getElementById('selesai')?.hidden === false,
    code,
  );
  return code;
}

/** What the list says of a place. */
export const stateOf = (page: Page, code: string) => page.locator(`[data-code="${code}"] .tag`);

/** Waits until the phone knows that the place was taken. */
export async function arrived(page: Page, code: string): Promise<void> {
  await stateOf(page, code)
    .and(page.getByText(/^(Terkirim|Terpasang)$/))
    .waitFor({ timeout: SECONDS });
}

/** No signal at all: not for the page, and not for its service worker, which a browser's own switch forgets. */
export async function loseSignal(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) => route.abort('internetdisconnected'));
  await context.setOffline(true);
}

/** The signal is back; a page that was opened without one is told by its phone, not by this browser's switch. */
export async function signalReturns(context: BrowserContext): Promise<void> {
  await context.unroute('**/*');
  await context.setOffline(false);
  for (const page of context.pages()) await page.evaluate(() => window.dispatchEvent(new Event('online')));
}
