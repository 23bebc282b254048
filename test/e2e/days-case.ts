/** Days around one case, as docs/days tells them, and two people who save at once. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import { openFromInbox, openReport, photo, statusBecomes, submitReport, unfold, within } from './people.ts';
import { later, pothole } from './pothole.ts';
import { axeProblems, desktop, phone, shoot } from './support.ts';

const demo = useDemoServer();
const { kanal, browser, staff } = demo;

const open = (page: Page, code: string) => page.goto(`${kanal.origin}/desk/kasus/${code}`);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function answer(page: Page, text: string): Promise<void> {
  const form = page.getByRole('group').filter({ hasText: 'Kirim jawaban akhir' });
  await form.getByLabel('Dijelaskan').check();
  await form.getByLabel('Jawaban untuk pelapor').fill(text);
  await form.getByLabel('Jawaban ini sudah benar').check();
  await press(page, 'Kirim jawaban akhir');
  await page.getByText('Jawaban akhir terkirim.').waitFor();
}

it('a wrong disposition that comes back twice', async () => {
  const day = openDay('salah-disposisi');
  const { code, pin, page: reporter } = await pothole(demo);
  const [office, admin] = [await staff('pupr'), await staff('admin')];
  const giveBack = async (reason: string) => {
    await unfold(office, 'Kembalikan: bukan kewenangan kami');
    await office.getByLabel('Alasan (dibaca pelapor)').fill(reason);
    await office
      .getByLabel('Instansi yang seharusnya menangani')
      .selectOption({ label: 'Dinas Perumahan, Kawasan Permukiman dan Pertanahan' });
    await press(office, 'Kembalikan ke admin');
    await office.getByText('Laporan dikembalikan ke admin.').waitFor();
  };
  await day.step(
    'Pejabat penghubung OPD membuka laporan, lalu membuka "Kembalikan: bukan kewenangan kami".',
    () => openFromInbox(office, kanal.origin, code),
  );
  await day.step(
    'Ia menulis alasannya, memilih instansi yang seharusnya menangani, dan menekan "Kembalikan ke admin".',
    () => giveBack('Lokasinya di dalam kawasan permukiman.'),
  );
  await day.step('Admin membuka laporan itu dan membaca alasan serta usulan penerimanya.', async () => {
    await open(admin, code);
    await admin.getByText('Lokasinya di dalam kawasan permukiman.').waitFor();
    await admin.getByText('usulan OPD yang mengembalikan').waitFor();
  });
  await day.step(
    'Admin belum sependapat: ia memilih OPD yang sama dengan catatan, lalu menekan "Simpan keputusan".',
    async () => {
      await admin.getByRole('radio', { name: 'Dinas Pekerjaan Umum dan Penataan Ruang' }).check();
      await admin.getByLabel('Catatan untuk instansi').fill('Mohon dicek dulu status jalannya.');
      await press(admin, 'Simpan keputusan');
      await admin.getByText('Keputusan atas pengembalian tersimpan.').waitFor();
    },
  );
  await day.step(
    'OPD membaca "Pengembalian ditolak" dan mengembalikannya sekali lagi dengan alasan yang lebih jelas.',
    async () => {
      await open(office, code);
      await office.getByText('Pengembalian ditolak.').waitFor();
      await giveBack('Jalan itu jalan lingkungan perumahan, bukan jalan kabupaten.');
    },
  );
  await day.step(
    'Admin menerima usulan itu dan menekan "Simpan keputusan"; laporan berpindah instansi.',
    async () => {
      await open(admin, code);
      await admin.getByText('bukan jalan kabupaten').waitFor();
      await press(admin, 'Simpan keputusan');
      await admin.getByText('Keputusan atas pengembalian tersimpan.').waitFor();
    },
  );
  await day.step(
    'Admin melihat siapa memegang berapa lama, dan berapa kali laporan berpindah instansi.',
    async () => {
      const held = admin.getByRole('region', { name: 'Yang memegang, dan berapa lama' });
      await held.getByText('Sudah 1 kali berpindah instansi.').waitFor();
      expect(await held.getByText('kurang dari satu hari kerja').count()).toBeGreaterThan(4);
      await shoot(admin, 'salah-disposisi');
    },
  );
  await day.step('OPD yang pertama tidak lagi menemukan laporan itu.', async () => {
    expect((await open(office, code))?.status()).toBe(404);
  });
  await day.step(
    'Pelapor membuka laporannya dan melihat kedua pengembalian beserta alasannya, dan siapa yang memegang berapa lama.',
    async () => {
      await openReport(reporter, kanal.origin, { code, pin });
      await reporter.getByText('Lokasinya di dalam kawasan permukiman.').waitFor();
      await reporter.getByText('bukan jalan kabupaten').waitFor();
      await reporter.getByText('1 kali').first().waitFor();
      await reporter.getByText('Dinas Perumahan, Kawasan Permukiman dan Pertanahan').first().waitFor();
    },
  );
  day.end();
});

it('an answer that its reporter contests', async () => {
  const day = openDay('jawaban-dibantah');
  const { code, pin, page: reporter } = await pothole(demo);
  const [office, admin] = [await staff('pupr'), await staff('admin')];
  await day.step('Pejabat penghubung OPD memberi jawaban akhir.', async () => {
    await openFromInbox(office, kanal.origin, code);
    await answer(office, 'Lubang sudah ditambal pekan lalu. Bila rusak lagi, silakan hubungi kami.');
  });
  await day.step(
    'Pelapor membuka laporannya di HP, memilih "Belum sesuai, saya keberatan", dan menulis apa yang belum sesuai.',
    async () => {
      await openReport(reporter, kanal.origin, { code, pin });
      await unfold(reporter, 'Belum sesuai, saya keberatan');
      await reporter.getByLabel('Apa yang belum sesuai?').fill('Masih berlubang, belum ada yang datang.');
      await press(reporter, 'Kirim keberatan');
      await statusBecomes(kanal.origin, code, 'in_progress');
    },
  );
  await day.step(
    'Petugas yang menjawab melihat keberatan itu, tetapi tidak dapat menjawab lagi sebelum admin memutuskan.',
    async () => {
      await open(office, code);
      await office.getByText('Masih berlubang, belum ada yang datang.').waitFor();
      expect(await office.getByRole('button', { name: 'Kirim jawaban akhir' }).count()).toBe(0);
    },
  );
  await day.step('Admin membuka laporan itu dan membaca keberatan serta jawaban yang dibantah.', async () => {
    await openFromInbox(admin, kanal.origin, code);
    await admin.getByText('Masih berlubang, belum ada yang datang.').waitFor();
    await admin
      .getByText('Lubang sudah ditambal pekan lalu. Bila rusak lagi, silakan hubungi kami.')
      .waitFor();
  });
  await day.step(
    'Admin mendisposisikannya kembali dengan catatan; batas penyelesaian yang baru mulai berjalan.',
    async () => {
      await admin.getByRole('radio', { name: 'Dinas Pekerjaan Umum dan Penataan Ruang' }).check();
      await admin
        .getByLabel('Catatan untuk instansi')
        .fill('Mohon ditinjau petugas lain dan dilampiri foto.');
      await press(admin, 'Disposisikan');
      await admin.getByText('Laporan sudah didisposisikan.').waitFor();
      await admin.getByText('Penyelesaian:').first().waitFor();
    },
  );
  await day.step('Petugas OPD memberi jawaban akhir yang baru.', async () => {
    await open(office, code);
    await answer(office, 'Sudah kami tambal hari ini bersama ketua RT, dan akan kami pantau.');
  });
  await day.step('Pelapor menyetujuinya, dan laporan selesai.', async () => {
    await openReport(reporter, kanal.origin, { code, pin });
    await unfold(reporter, 'Setuju, laporan selesai');
    await press(reporter, 'Ya, laporan saya selesai');
    await statusBecomes(kanal.origin, code, 'resolved');
  });
  await day.step('Riwayat laporan tetap memuat keberatan itu untuk evaluasi.', async () => {
    await open(admin, code);
    await admin.getByRole('heading', { name: 'Pelapor menyatakan keberatan' }).waitFor();
  });
  day.end();
});

it.for([true, false])(
  'two people on one case: the second to save chooses (JavaScript %s)',
  async (javaScriptEnabled) => {
    const { code } = await pothole(demo);
    const device = { ...desktop, javaScriptEnabled };
    const [first, second] = [await staff('admin', device), await staff('pupr', device)];
    await open(first, code);
    await open(second, code);
    await unfold(second, 'Beri tanggapan dan langkah berikutnya');
    await second.getByLabel('Tanggapan untuk pelapor').fill('Tim turun besok pagi.');
    await second.getByLabel('Langkah berikutnya').fill('Memeriksa saluran');
    await second.getByLabel('Tanggal langkah itu').fill(later);
    await unfold(first, 'Tambah catatan internal');
    await first.getByLabel('Catatan', { exact: true }).fill('Pelapor menelepon: ada anak yang jatuh.');
    await press(first, 'Simpan catatan');
    await first.getByText('Catatan tersimpan.').waitFor();
    await press(second, 'Kirim tanggapan');
    const changed = second.getByRole('region', { name: 'Yang berubah sejak Anda membukanya' });
    await changed.getByText('Pelapor menelepon: ada anak yang jatuh.').waitFor();
    await changed.getByText('Contoh Admin instansi').waitFor();
    expect(await second.getByLabel('Tanggapan untuk pelapor').inputValue()).toBe('Tim turun besok pagi.');
    expect(await second.getByLabel('Tanggal langkah itu').inputValue()).toBe(later);
    if (javaScriptEnabled) expect(await axeProblems(second)).toEqual([]);
    await shoot(second, `dua-orang-${javaScriptEnabled}`);
    await press(second, 'Kirim juga');
    await second.getByText('Tanggapan terkirim kepada pelapor.').waitFor();

    // And once more, to let it be.
    await unfold(second, 'Minta kelengkapan dari pelapor');
    await second.getByLabel('Pertanyaan').fill('Di sebelah mana tepatnya?');
    await open(first, code);
    await unfold(first, 'Tambah catatan internal');
    await first.getByLabel('Catatan', { exact: true }).fill('Sudah ditanyakan lewat telepon.');
    await press(first, 'Simpan catatan');
    await first.getByText('Catatan tersimpan.').waitFor();
    await press(second, 'Kirim pertanyaan');
    await second.getByText('Sudah ditanyakan lewat telepon.').first().waitFor();
    await second.getByRole('link', { name: 'Buang tulisan saya' }).click();
    await within(async () => {
      expect(new URL(second.url()).pathname).toBe(`/desk/kasus/${code}`);
      expect(await second.getByLabel('Pertanyaan').inputValue()).toBe('');
    });
  },
);

it('marks an anonim case and its photo with the name of who looks', async () => {
  const citizen = await (await browser.newContext(phone)).newPage();
  const { code } = await submitReport(citizen, kanal.origin, {
    text: 'Lampu jalan di depan rumah saya mati sejak sepekan.',
    anonymous: true,
    photo: await photo(3),
  });
  const page = await staff('admin', phone);
  await openFromInbox(page, kanal.origin, code);
  const looksWell = async (name: string) => {
    expect(await page.locator('svg', { hasText: 'Contoh Admin instansi ·' }).count()).toBe(1);
    expect(await axeProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await shoot(page, name);
  };
  await looksWell('anonim');
  await page.getByRole('link', { name: 'Lampiran 1' }).first().click();
  await page.getByRole('heading', { name: 'Lampiran 1' }).waitFor();
  const picture = page.getByRole('img', { name: 'Foto pada lampiran 1' });
  // Throws where there is no picture; the page itself waits for none.
  await picture.evaluate((img) => (img as HTMLImageElement).decode());
  await looksWell('anonim-foto');
});
