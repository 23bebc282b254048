import { expect, it } from 'vitest';
import { useDemoServer } from './demo-server.ts';
import { enter } from './people.ts';
import { desktop, phone, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();

it('leads from a word to the case and back, and from a number straight to it', async () => {
  const context = await browser.newContext({ ...desktop, javaScriptEnabled: false });
  const page = await context.newPage();
  await enter(page, kanal.origin, 'admin', '/desk');
  const name = 'Cari laporan: nomor atau kata';
  await page.getByLabel(name).fill('lampu');
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  const first = page.getByRole('row').filter({ hasText: 'LT-' }).first();
  await first.waitFor();
  await shoot(page, 'meja-cari');
  expect(page.url()).toBe(`${kanal.origin}/desk/cari`);
  const title = ((await first.getByRole('link').textContent()) ?? '').trim();
  const code = /LT-\w{4}-\w{4}/.exec((await first.textContent()) ?? '')?.[0] ?? '';
  await first.getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('link', { name: '← Kotak masuk' }).click();
  await page.getByLabel(name).fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Cari', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await context.close();

  const small = await (await browser.newContext(phone)).newPage();
  await enter(small, kanal.origin, 'admin');
  await small.goto(`${kanal.origin}/desk/cari`);
  await small.getByLabel('Nomor atau kata').fill('jalan');
  await small.getByRole('button', { name: 'Cari', exact: true }).click();
  await small.getByRole('row').filter({ hasText: 'LT-' }).first().waitFor();
  await shoot(small, 'meja-cari-hp');
  // Back from a case to what was found: the browser keeps the page, or asks for it again.
  await small.getByRole('row').filter({ hasText: 'LT-' }).first().getByRole('link').click();
  await small.getByRole('link', { name: '← Kotak masuk' }).waitFor();
  await small.waitForURL(/\/desk\/kasus\//);
  await small.goBack();
  await small.getByRole('row').filter({ hasText: 'LT-' }).first().waitFor();
});

it('puts a label on three ticked cases, after a preview, and tells what became of each', async () => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await enter(page, kanal.origin, 'admin');
  await page.goto(`${kanal.origin}/desk?daftar=semua`);
  await page.getByRole('link', { name: 'Tindakan untuk beberapa laporan' }).click();
  const boxes = page.getByLabel(/^Pilih LT-/);
  for (let at = 0; at < 3; at++) await boxes.nth(at).check();
  await shoot(page, 'massal-pilih-hp');
  await page.getByLabel('Tindakan', { exact: true }).selectOption('Ubah label');
  await page.getByRole('button', { name: 'Lanjut' }).click();
  await page.getByText('3 laporan dipilih.').waitFor();
  await page.getByLabel('Dibahas dalam rapat').first().check();
  await shoot(page, 'massal-isian-hp');
  await page.getByRole('button', { name: 'Lihat pratinjau' }).click();
  await page.getByText('3 laporan akan diubah labelnya').waitFor();
  await shoot(page, 'massal-pratinjau-hp');
  await page.getByRole('button', { name: 'Jalankan untuk 3 laporan' }).click();
  // The page asks again by itself, also without JavaScript.
  await page.getByRole('heading', { name: 'Tindakan massal selesai' }).waitFor();
  await shoot(page, 'massal-hasil-hp');
  await page.getByRole('row').filter({ hasText: 'LT-' }).first().getByRole('link').click();
  await page.getByText('Ditambah: Dibahas dalam rapat').waitFor({ state: 'attached' });
  await context.close();

  const wide = await (await browser.newContext(desktop)).newPage();
  await enter(wide, kanal.origin, 'admin');
  await wide.goto(`${kanal.origin}/desk?daftar=semua&label=rapat&pilih=1`);
  await shoot(wide, 'massal-pilih');
  await wide.goto(`${kanal.origin}/desk/massal`);
  await wide.getByRole('link', { name: /Ubah label/ }).click();
  await shoot(wide, 'massal-hasil');
});
