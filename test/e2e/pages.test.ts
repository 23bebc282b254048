/** The pages of citizens, of those who sign in, of the inbox and of the other doors; then, without a mouse. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mark, pressOn, tabTo, typeInto } from './pages-keyboard.ts';
import { pages } from './pages-list.ts';
import { promise, useStage } from './pages-promises.ts';

const stage = useStage();

promise(pages, stage);

describe('by keyboard alone', () => {
  const button = (page: Page, name: string) => page.getByRole('button', { name });

  it('skips to the content, sends the form and reads the receipt', async () => {
    const page = stage().people.public;
    await page.goto(stage().origin);
    await pressOn(page, page.getByRole('link', { name: 'Langsung ke isi' }));
    // The browser tells of a jump within the page a moment after the key.
    await expect.poll(() => new URL(page.url()).hash).toBe('#isi');
    await mark(page, 'Pengaduan');
    await typeInto(page, 'Ceritakan', 'Lampu jalan di dekat pasar sudah dua minggu mati.');
    await pressOn(page, button(page, 'Kirim laporan'));
    const title = page.getByRole('heading', { name: 'Laporan Anda kami terima' });
    await title.waitFor({ timeout: 30_000 });
    // Who cannot see that the page changed is taken to what is new.
    await expect.poll(() => title.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('signs in, answers from the inbox, and the reporter agrees', async () => {
    const { stranger: desk, public: page } = stage().people;
    const receipt = stage().receipts.assigned;
    await desk.goto(`${stage().origin}/desk`);
    await typeInto(desk, 'Alamat e-mail', 'pupr@contoh.example');
    await typeInto(desk, 'Kata sandi', 'contoh-kanal-lapor');
    await desk.keyboard.press('Enter');
    await desk.getByRole('heading', { name: 'Kotak masuk' }).waitFor();
    await pressOn(desk, desk.getByRole('row').filter({ hasText: receipt.code }).getByRole('link').first());
    await desk.getByRole('heading', { name: 'Tindakan' }).waitFor();
    await mark(desk, 'Sudah dikerjakan');
    await desk.keyboard.press('ArrowDown');
    await typeInto(desk, 'Jawaban untuk pelapor', 'Penambalan akan masuk pekerjaan pekan depan.');
    await mark(desk, 'Jawaban ini sudah benar');
    await pressOn(desk, button(desk, 'Kirim jawaban akhir'));
    await desk.getByText('Jawaban akhir terkirim.').waitFor();

    await page.goto(`${stage().origin}/lacak`);
    await typeInto(page, 'Nomor laporan', receipt.code);
    await tabTo(page, page.getByLabel('PIN'));
    await page.keyboard.type(receipt.pin);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Jawaban akhir' }).getByText('Dijelaskan').waitFor();
    await pressOn(page, page.locator('summary', { hasText: 'Setuju, laporan selesai' }));
    await pressOn(page, button(page, 'Ya, laporan saya selesai'));
    await page.getByText('Terima kasih. Laporan ini selesai.').waitFor();
  });
});
