/** docs/days/petugas-lapangan.md: an officer on a phone whose signal comes and goes. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import { openFromInbox, openReport, SECONDS, signIn, unfold } from './people.ts';
import { later, POTHOLE, pothole } from './pothole.ts';
import { axeProblems, phone, shoot } from './support.ts';

const demo = useDemoServer();
const { kanal, browser } = demo;

const open = (page: Page, code: string) => page.goto(`${kanal.origin}/desk/kasus/${code}`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it('an officer in the field with a bad signal', async () => {
  const day = openDay('petugas-lapangan');
  const { code, page: reporter, pin } = await pothole(demo);
  const page = await (await browser.newContext({ ...phone, serviceWorkers: 'block' })).newPage();
  await day.step('Di HP, masuk lalu buka laporannya dari kotak masuk.', async () => {
    await signIn(page, kanal.origin, 'pupr');
    await openFromInbox(page, kanal.origin, code);
  });
  await day.step(
    'Baca isi laporan; tempat dan batas waktunya ada di bawah "Tempat, batas waktu, dan keterangan lain".',
    async () => {
      await page.getByText(POTHOLE).first().waitFor();
      await unfold(page, 'Tempat, batas waktu, dan keterangan lain');
      await page.getByText('Janji kepada pelapor').waitFor();
    },
  );
  await day.step(
    'Buka "Beri tanggapan dan langkah berikutnya", lalu isi tanggapan, langkah berikutnya, dan tanggalnya.',
    async () => {
      await unfold(page, 'Beri tanggapan dan langkah berikutnya');
      await page.getByLabel('Tanggapan untuk pelapor').fill('Kami sudah di lokasi dan mengukur lubangnya.');
      await page.getByLabel('Langkah berikutnya').fill('Menambal dengan aspal dingin');
      await page.getByLabel('Tanggal langkah itu').fill(later);
    },
  );
  await day.step('Tunggu sampai tertulis "Tersimpan di ponsel ini".', () =>
    page.getByText('Tersimpan di ponsel ini.').waitFor(),
  );
  await day.step('Bila halaman termuat ulang, tulisan Anda dipulihkan.', async () => {
    await page.reload();
    await page.getByText('Tulisan Anda dipulihkan dari ponsel ini.').waitFor();
    expect(await page.getByLabel('Langkah berikutnya').inputValue()).toBe('Menambal dengan aspal dingin');
    expect(await page.getByLabel('Tanggal langkah itu').inputValue()).toBe(later);
    expect(await axeProblems(page)).toEqual([]);
    await shoot(page, 'petugas-lapangan');
    // The line of the list is the same step: what was typed here stands there, and the other way round.
    await page.goto(`${kanal.origin}/desk?jawab=${code}`);
    await page.getByText('Tulisan Anda dipulihkan dari ponsel ini.').waitFor();
    expect(await page.getByLabel('Tanggal langkah itu').inputValue()).toBe(later);
    await page.getByLabel('Langkah berikutnya').fill('Menambal dengan aspal panas');
    await page.getByText('Tersimpan di ponsel ini.').waitFor();
    await shoot(page, 'petugas-lapangan-baris');
    await open(page, code);
    await page.getByText('Tulisan Anda dipulihkan dari ponsel ini.').waitFor();
    expect(await page.getByLabel('Langkah berikutnya').inputValue()).toBe('Menambal dengan aspal panas');
  });
  await day.step('Tekan "Kirim tanggapan" walaupun sinyal hilang; tertulis "Belum terkirim".', async () => {
    await page.context().setOffline(true);
    await press(page, 'Kirim tanggapan');
    await page.getByText('Belum terkirim: tidak ada sinyal.').waitFor();
  });
  await day.step(
    'Biarkan halaman terbuka: saat sinyal kembali, tanggapan terkirim sendiri, satu kali saja.',
    async () => {
      await page.context().setOffline(false);
      await page.getByText('Tanggapan terkirim kepada pelapor.').waitFor({ timeout: SECONDS });
      await openReport(reporter, kanal.origin, { code, pin });
      expect(await reporter.getByText('Kami sudah di lokasi dan mengukur lubangnya.').count()).toBe(1);
    },
  );
  await day.step(
    'Buka "Tambah catatan internal", tulis catatan, dan tekan "Simpan catatan"; bila sesi berakhir, tekan "masuk lagi".',
    async () => {
      await unfold(page, 'Tambah catatan internal');
      await page.getByLabel('Catatan', { exact: true }).fill('Perlu dua karung aspal dingin.');
      await page.getByText('Tersimpan di ponsel ini.').waitFor();
      await page.context().clearCookies();
      await press(page, 'Simpan catatan');
      await page.getByText('Sesi Anda berakhir.').waitFor();
      await page.getByRole('link', { name: 'masuk lagi' }).click();
    },
  );
  await day.step('Sesudah masuk, catatan itu dipulihkan; tekan "Simpan catatan" sekali lagi.', async () => {
    await page.getByLabel('Alamat e-mail').fill('pupr@contoh.example');
    await page.getByLabel('Kata sandi').fill('contoh-kanal-lapor');
    await press(page, 'Masuk');
    await page.getByText('Tulisan Anda dipulihkan dari ponsel ini.').waitFor();
    expect(await page.getByLabel('Catatan', { exact: true }).inputValue()).toBe(
      'Perlu dua karung aspal dingin.',
    );
    await press(page, 'Simpan catatan');
    await page.getByText('Catatan tersimpan.').waitFor();
  });
  await day.step('Selesai bertugas, tekan "Keluar": yang tersimpan di ponsel ini dihapus.', async () => {
    await unfold(page, 'Tambah catatan internal');
    await page.getByLabel('Catatan', { exact: true }).fill('Belum jadi dikirim.');
    await page.getByText('Tersimpan di ponsel ini.').waitFor();
    await press(page, 'Keluar');
    await page.getByRole('heading', { name: 'Masuk petugas' }).waitFor();
    await signIn(page, kanal.origin, 'pupr');
    await open(page, code);
    await unfold(page, 'Tambah catatan internal');
    expect(await page.getByLabel('Catatan', { exact: true }).inputValue()).toBe('');
  });
  day.end();
});
