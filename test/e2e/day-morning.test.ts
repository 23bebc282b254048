/** An administrator's morning, as docs/days/pagi-admin.md tells it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDay } from './day.ts';
import { act, file } from './pages-stage.ts';
import { enter, SECONDS, signIn, statusBecomes, unfold, within } from './people.ts';
import { openBrowser, phone, type Served, serveKanal, shoot } from './support.ts';

let kanal: Served;
let browser: Browser;
let page: Page;
let returned: string;

beforeAll(async () => {
  kanal = await serveKanal({ KANAL_DEMO: '1' });
  browser = await openBrowser();
  const { origin } = kanal;
  const office = await (await browser.newContext(phone)).newPage();
  await enter(office, origin, 'pupr');
  const { request } = office.context();
  // No word in it tells an office: it waits for a person.
  await file(request, origin, { text: 'Sudah tiga kali kami sampaikan dan belum ada jawaban.' });
  returned = (await file(request, origin, { text: 'Jalan kabupaten di depan pasar berlubang besar.' })).code;
  await statusBecomes(origin, returned, 'assigned');
  await act(office.context(), origin, returned, 'return', {
    reason: 'Lampu jalan, bukan jalannya.',
    suggestion: 'DPKPP',
  });
  page = await (await browser.newContext(phone)).newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await kanal?.stop();
});

const button = (name: string) => page.getByRole('button', { name }).click();
const link = (name: string | RegExp) => page.getByRole('link', { name }).first();
/** Chooses another list: the choice is folded away on a phone. */
async function choose(name: string): Promise<void> {
  await page.getByRole('link', { name: 'Kotak masuk' }).first().click();
  await page.getByText('Daftar:').click();
  await page.getByRole('navigation', { name: 'Daftar' }).getByRole('link', { name }).click();
}
/** The first report of the list. */
const openFirst = () => page.getByRole('rowheader').first().getByRole('link').first().click();

it('is a morning of ten steps on a phone', { timeout: 180_000 }, async () => {
  const day = openDay('pagi-admin');
  await day.step(
    'Masuk di Meja kerja; di atas kotak masuk terbaca jumlah "Terlambat", "Hari ini", "Baru", dan "OPD terlambat".',
    async () => {
      await signIn(page, kanal.origin, 'admin');
      await within(async () => {
        await page.reload();
        await link(/^Baru [1-9]/).waitFor({ timeout: 500 });
      });
      for (const name of [/^Terlambat \d/, /^Hari ini \d/, /^OPD terlambat [1-9]/]) {
        // On the first screen of a cheap phone, without scrolling.
        const box = await link(name).boundingBox();
        expect(box?.y).toBeLessThan(740);
      }
      await shoot(page, 'day-morning-1');
    },
  );
  await day.step('Pilih "Baru", lalu buka laporan teratas.', async () => {
    await link(/^Baru/).click();
    await openFirst();
  });
  await day.step('Buka "Verifikasi", perbaiki judul, pilih kategori, lalu "Simpan verifikasi".', async () => {
    await unfold(page, 'Verifikasi');
    await page.getByRole('textbox', { name: 'Judul' }).fill('Warga lorong menunggu air bersih');
    await page.getByLabel('Kategori').selectOption({ index: 1 });
    await button('Simpan verifikasi');
    await page.getByRole('status').getByText('Verifikasi tersimpan.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Warga lorong menunggu air bersih' }).waitFor();
  });
  await day.step(
    'Buka "Disposisikan ke OPD", pilih penanggung jawab, centang tembusan, lalu "Disposisikan".',
    async () => {
      const form = page.getByRole('group').filter({ hasText: 'Disposisikan ke OPD' }).first();
      const other = page.getByLabel('Instansi lain', { exact: true });
      const lead = (await other.count()) > 0 ? other : page.getByLabel('OPD penanggung jawab');
      if (!(await lead.isVisible())) await unfold(page, 'Disposisikan ke OPD');
      const choice = page.getByRole('radio', { name: 'Instansi lain, pilih di bawah' });
      if ((await choice.count()) > 0) await choice.check();
      await lead.selectOption('Dinas Lingkungan Hidup');
      await unfold(page, 'Tembusan');
      await form.getByLabel('Dinas Kesehatan').check();
      await page.getByRole('button', { name: 'Disposisikan', exact: true }).click();
      await page.getByRole('status').getByText('Laporan sudah didisposisikan.').waitFor();
    },
  );
  await day.step('Kembali ke "Kotak masuk", pilih "OPD terlambat", dan buka yang paling lama.', async () => {
    await link('Kotak masuk').click();
    await link(/^OPD terlambat/).click();
    await openFirst();
    await page
      .getByText(/terlambat \d+ hari kerja/)
      .first()
      .waitFor();
  });
  await day.step(
    'Buka "Ingatkan lewat WhatsApp" dan tekan nama pemegangnya; WhatsApp terbuka dengan pesan yang sudah terisi.',
    async () => {
      await unfold(page, 'Ingatkan lewat WhatsApp');
      // There is no network here: that the browser asks for the address is as far as it goes.
      const asked = page.waitForRequest((request) => request.url().startsWith('https://wa.me/'));
      await page
        .getByRole('button', { name: /^Ingatkan / })
        .first()
        .click({ noWaitAfter: true });
      expect(new URL((await asked).url()).searchParams.get('text')).toContain('Pengingat laporan');
      // Back from WhatsApp: that page of the browser leads nowhere here.
      page = await page.context().newPage();
      await page.goto(`${kanal.origin}/desk`);
    },
  );
  await day.step(
    'Pilih "Dikembalikan OPD", buka laporannya, dan putuskan siapa yang menangani.',
    async () => {
      await choose('Dikembalikan OPD');
      await page.getByRole('row').filter({ hasText: returned }).getByRole('link').first().click();
      await page.getByRole('radio', { name: /Perumahan/ }).check();
      await button('Simpan keputusan');
      await page.getByRole('status').getByText('Keputusan atas pengembalian tersimpan.').waitFor();
    },
  );
  await day.step(
    'Buka "Semua instansi", pilih "Saring daftar ini", tentukan jenisnya, lalu "Terapkan saringan".',
    async () => {
      await choose('Semua instansi');
      await unfold(page, 'Saring daftar ini');
      await page.getByLabel('Jenis').selectOption('Aspirasi');
      await button('Terapkan saringan');
      await page.getByRole('heading', { name: 'Semua instansi Aspirasi' }).waitFor();
    },
  );
  await day.step('Beri nama, lalu "Simpan tampilan ini"; besok cukup satu ketukan.', async () => {
    await unfold(page, 'Disaring');
    await page.getByLabel('Nama tampilan').fill('Aspirasi berjalan');
    await button('Simpan tampilan ini');
    await page.getByText('Tampilan tersimpan.').waitFor();
    await choose('Aspirasi berjalan');
    await page.getByText('Daftar: Aspirasi berjalan').waitFor();
  });
  await day.step('Pilih "Belum ada di SP4N-LAPOR!", buka laporan teratas, dan catat nomornya.', async () => {
    await choose('Belum ada di SP4N-LAPOR!');
    await openFirst();
    await unfold(page, 'Catat nomor SP4N-LAPOR!');
    await page.getByLabel('Nomor laporan di SP4N-LAPOR!').fill('7654321');
    await button('Simpan nomor');
    await page.getByRole('status').getByText('Nomor SP4N-LAPOR! tersimpan.').waitFor({ timeout: SECONDS });
  });
  day.end();
});
