/** An anonim case is released on a phone: words are blacked out by selecting them, a photo by finger and keyboard. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useDemoServer } from './demo-server.ts';
import { enter, openFromInbox, photo, submitReport } from './people.ts';
import { axeProblems, desktop, phone, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();

const TEXT = 'Saya istri ketua RT, telepon 0812-3456-7890. Jalan kabupaten di depan pasar berlubang besar.';

/** Brightness of the first picture's middle and of its corner, as this person's browser gets it. */
async function shades(page: Page): Promise<{ middle: number; corner: number }> {
  const link = page.getByRole('link', { name: /^Lampiran 1/ }).first();
  const address = new URL((await link.getAttribute('href')) ?? '', page.url()).href;
  return page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.drawImage(image, 0, 0);
    const at = (x: number, y: number) =>
      Math.max(...pen.getImageData(canvas.width * x, canvas.height * y, 1, 1).data.slice(0, 3));
    return { middle: at(0.5, 0.5), corner: at(0.02, 0.02) };
  }, address);
}

it('gives the office blocks instead of words, and a photo with the boxes in its pixels', async () => {
  const citizen = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  const receipt = await submitReport(citizen, kanal.origin, {
    text: TEXT,
    anonymous: true,
    photo: await photo(3),
  });
  const admin = await (await browser.newContext(phone)).newPage();
  await enter(admin, kanal.origin, 'admin');
  await openFromInbox(admin, kanal.origin, receipt.code);
  const field = admin.getByLabel('Teks untuk OPD');
  // The number was found already; the rest is for a person.
  expect(await field.inputValue()).toContain('telepon ████.');
  await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(5, 19));
  await admin.getByRole('button', { name: 'Hitamkan yang dipilih' }).last().click();
  expect(await field.inputValue()).toMatch(/^Saya ████, telepon ████\. Jalan/);
  const title = admin.getByLabel('Judul untuk OPD');
  await title.fill('Jalan berlubang');

  await admin.getByRole('button', { name: 'Hitamkan bagian Lampiran 1' }).click();
  const canvas = admin.getByRole('application', { name: 'Kotak hitam pada Lampiran 1' });
  await canvas.scrollIntoViewIfNeeded();
  const frame = await canvas.boundingBox();
  if (!frame) throw new Error('no picture');
  const point = (x: number, y: number) => [frame.x + frame.width * x, frame.y + frame.height * y] as const;
  await admin.mouse.move(...point(0.3, 0.3));
  await admin.mouse.down();
  await admin.mouse.move(...point(0.45, 0.7), { steps: 3 });
  await admin.mouse.up();
  // The keyboard makes it wide enough to cover the middle.
  await canvas.focus();
  for (let step = 0; step < 12; step++) await admin.keyboard.press('Shift+ArrowRight');
  await admin.keyboard.press('ArrowDown');
  for (const button of ['Tambah kotak', 'Hapus kotak', 'Pakai foto ini']) {
    const size = await admin.getByRole('button', { name: button }).boundingBox();
    expect(size?.height, button).toBeGreaterThanOrEqual(44);
  }
  expect(await axeProblems(admin)).toEqual([]);
  await shoot(admin, 'release-phone');
  await admin.setViewportSize({ width: 1280, height: 900 });
  await shoot(admin, 'release-desktop');
  await admin.getByRole('button', { name: 'Pakai foto ini' }).click();
  await admin.getByText('siap dilepas').waitFor();
  await admin.getByLabel('Tidak ada lagi yang menunjukkan siapa pelapornya.').check();
  await admin.getByRole('button', { name: 'Lepaskan untuk OPD' }).click();
  await admin.getByText('Teks dan foto sudah dilepas untuk OPD.').waitFor();
  const original = await shades(admin);
  expect(original.middle).toBeGreaterThan(40);
  await admin.getByRole('group', { name: 'OPD penanggung jawab' }).waitFor();
  await admin.getByRole('radio', { name: /Pekerjaan Umum/ }).check();
  await admin.getByRole('button', { name: 'Disposisikan', exact: true }).click();
  await admin.getByText('Laporan sudah didisposisikan.').waitFor();

  const office = await (await browser.newContext(desktop)).newPage();
  await enter(office, kanal.origin, 'pupr');
  await openFromInbox(office, kanal.origin, receipt.code);
  await office.getByText('Saya ████, telepon ████.').first().waitFor();
  const seen = await shades(office);
  expect(seen.middle).toBeLessThan(16);
  expect(seen.corner).toBeGreaterThan(40);
}, 120_000);
