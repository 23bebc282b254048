/** An administrator keeps both systems in step: copies a report and its answer, and reads in an export. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useDemoServer } from './demo-server.ts';
import { exportFile, upload } from './pages-list-sp4n.ts';
import { enter, within } from './people.ts';
import { desktop, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();

async function adminPage(): Promise<Page> {
  const context = await browser.newContext(desktop);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await enter(page, kanal.origin, 'admin');
  return page;
}

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

it('copies one report after the other by keyboard', { timeout: 120_000 }, async () => {
  const page = await adminPage();
  await page.goto(`${kanal.origin}/desk?daftar=semua`);
  await page.getByRole('row').filter({ hasText: 'LT-' }).first().getByRole('link').click();
  await page.getByRole('link', { name: 'Salin ke SP4N-LAPOR!' }).click();
  const buttons = page.getByRole('button', { name: /^Salin / });
  await buttons.first().focus();
  const count = await buttons.count();
  for (let i = 0; i < count; i++) {
    const field = page.locator('textarea').nth(i);
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: 'tersalin.' }).waitFor();
    await expect.poll(() => copied(page)).toBe(await field.inputValue());
  }
  await shoot(page, 'sp4n-salin');
  // After the last one the number is asked for.
  await page.keyboard.type('8700001');
  await page.keyboard.press('Enter');
  await page.getByText('Tercatat: laporan').waitFor();
  // And the next one is a key away.
  const first = page.url();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== first);
  await page.getByRole('heading', { name: 'Salin ke SP4N-LAPOR!' }).waitFor();
  await page.getByLabel('Nomor laporan di SP4N-LAPOR!').fill('8700001');
  await page.getByRole('button', { name: 'Semua disalin' }).click();
  await page.getByRole('alert').filter({ hasText: 'sudah dicatat pada laporan LT-' }).waitFor();
});

it('reads in an export after a dry run', { timeout: 120_000 }, async () => {
  const page = await adminPage();
  const rows = Array.from(
    { length: 90 },
    (_, i) =>
      `${8_800_000 + i};Warga Rekaan;Lampu mati;Lampu jalan rekaan nomor ${i} mati.;Selesai;3 Jan 2026`,
  );
  await upload(page, kanal.origin, exportFile([...rows, 'bukan nomor;;;;;']));
  await page.getByRole('heading', { name: 'Cocokkan kolom' }).waitFor();
  await shoot(page, 'sp4n-kolom');
  await page.getByRole('button', { name: 'Periksa setiap baris' }).click();
  await page.getByRole('heading', { name: 'Hasil pemeriksaan' }).waitFor();
  await page.getByText('Belum ada yang berubah.').waitFor();
  await shoot(page, 'sp4n-periksa');
  await page.getByRole('button', { name: 'Impor sekarang' }).click();
  await within(async () => {
    await page.reload();
    await page.getByRole('heading', { name: 'Impor selesai' }).waitFor({ timeout: 500 });
  });
  const result = async (name: string) =>
    page.locator('dl.summary > div').filter({ hasText: name }).locator('dd').textContent();
  expect([await result('Baru'), await result('Ditolak')]).toEqual(['90', '1']);
  await shoot(page, 'sp4n-selesai');
});
