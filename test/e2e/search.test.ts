import { expect, it } from 'vitest';
import { useDemoServer } from './demo-server.ts';
import { signIn } from './people.ts';
import { desktop, phone, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();

it('leads from a word to the case and back, and from a number straight to it', async () => {
  const context = await browser.newContext({ ...desktop, javaScriptEnabled: false });
  const page = await context.newPage();
  await signIn(page, kanal.origin, 'admin');
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
  await signIn(small, kanal.origin, 'admin');
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
