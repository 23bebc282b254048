/**
 * Another regency, from one command and an empty database: its first administrator sets it up through pages alone, and a
 * citizen's report then goes by what was set. Played as docs/days/kabupaten-baru.md tells it.
 */
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import holidays from '../../shared/regencies/indonesia/holidays.json' with { type: 'json' };
import { hours } from '../../shared/regencies/indonesia/hours.ts';
import { formatDate } from '../../shared/text.ts';
import { makeCalendar } from '../../shared/working-time.ts';
import { readMail } from '../../workers/local/mail-text.ts';
import { openDay } from './day.ts';
import { openFromInbox, photo, readReceipt, within } from './people.ts';
import { type Running, run, start, stop } from './process.ts';
import { copyProject } from './regency-copy.ts';
import { axeProblems, desktop, freePort, openBrowser, phone, shoot } from './support.ts';

const copy = copyProject();
const folder = join(copy, 'data');
const port = await freePort();
const origin = `http://localhost:${port}`;
const PASSWORD = 'sandi panjang untuk uji';
const ZONE = 'Asia/Makassar';

let running: Running;
let browser: Browser;

beforeAll(async () => {
  await run('new-regency', ['73.22'], {}, copy);
  const env = { PORT: String(port), KANAL_DATA: folder, KANAL_REGENCY: 'luwu-utara' };
  running = await start({ ...env, KANAL_DEMO: '0', KANAL_ADMIN: 'admin@lutra.example' }, copy);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await stop(running);
  rmSync(copy, { recursive: true, force: true });
});

const pageOn = async (device: BrowserContextOptions) => (await browser.newContext(device)).newPage();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const link = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name }).first().click();
const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Meja kerja' }).getByRole('link', { name, exact: true }).click();

/** What an authenticator app shows (RFC 6238). @param secret in base32 */
function codeOf(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/[^A-Z2-7]/g, '')]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Opens the page of a kind of setting from the index, by its name. */
async function openSetting(page: Page, name: string): Promise<void> {
  await menu(page, 'Pengaturan');
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Adds a row of a kind whose page is open. */
async function add(page: Page, what: string, fill: () => Promise<unknown>): Promise<void> {
  await link(page, `Tambah ${what}`);
  await page.getByRole('heading', { level: 1, name: `Tambah ${what}` }).waitFor();
  await fill();
  await button(page, 'Tambahkan');
}

/** Agrees to what a change would do, once it was shown. */
async function sure(page: Page): Promise<void> {
  await page.getByText('Belum ada yang tersimpan').waitFor();
  await button(page, 'Simpan');
  await page.getByText('Ditambahkan').waitFor();
}

const OFFICE = 'Dinas Persandian dan Geospasial';
const SUBJECT = 'Kabar dari Masamba';

it('is set up by pages alone, and works by what was set', async () => {
  const day = openDay('kabupaten-baru');
  const [admin, officer, citizen] = [await pageOn(desktop), await pageOn(phone), await pageOn(phone)];
  const calendarOf = (more: { date: string }[]) =>
    makeCalendar({ timeZone: ZONE, holidays: [...holidays, ...more], hours });
  const free = calendarOf([]).localDate(calendarOf([]).addWorkingDays(Date.now(), 3));
  const dueWith = (more: { date: string }[], days: number) =>
    formatDate(calendarOf(more).addWorkingDays(Date.now(), days), ZONE);
  let code = '';

  await day.step(
    'Admin pertama membuka tautan undangan yang dicetak peladen, membuat kata sandi, menyalakan kode dua langkah, lalu membuka **Pengaturan**.',
    async () => {
      const invitation = /http:\/\/\S+\/masuk\/undangan\/\S+/.exec(running.output())?.[0] ?? '';
      await setPassword(admin, invitation);
      await signInAs(admin, 'admin@lutra.example');
      await admin.getByLabel('Kata sandi sekarang').last().fill(PASSWORD);
      await button(admin, 'Nyalakan kode dua langkah');
      const secret = (await admin.locator('code.mono').textContent()) ?? '';
      await admin.getByLabel('Kode dari aplikasi').fill(codeOf(secret));
      await button(admin, 'Nyalakan');
      await menu(admin, 'Pengaturan');
      await admin.getByRole('heading', { level: 1, name: 'Pengaturan' }).waitFor();
      await shoot(admin, 'pengaturan');
    },
  );
  await day.step(
    'Di **Tentang daerah** ia mengisi ibu kota, dan di **Lambang** mengunggah lambang kabupaten.',
    async () => {
      await openSetting(admin, 'Tentang daerah');
      await link(admin, 'Kabupaten Luwu Utara');
      await admin.getByLabel('Ibu kota').fill('Masamba');
      await button(admin, 'Simpan');
      await admin.getByText('Tersimpan').waitFor();
      await openSetting(admin, 'Lambang');
      await admin.getByLabel('Gambar lambang').setInputFiles(await photo(1));
      await admin.getByAltText('Lambang kecil untuk kepala halaman').waitFor();
      await button(admin, 'Simpan lambang');
      await admin.getByText('Tersimpan').waitFor();
      expect(await admin.locator('header img').count()).toBe(1);
    },
  );
  await day.step(
    'Di **Instansi** ia memastikan nama satu OPD, lalu menambah OPD yang belum ada.',
    async () => {
      await openSetting(admin, 'Instansi');
      await link(admin, /^Dinas Kesehatan/);
      await admin.getByLabel('Nama resmi').fill('Dinas Kesehatan Luwu Utara');
      await button(admin, 'Simpan');
      await admin.getByText('Tersimpan').waitFor();
      await button(admin, 'Pastikan');
      await admin.getByText('Tercatat sudah dipastikan').waitFor();
      await openSetting(admin, 'Instansi');
      await add(admin, 'instansi', async () => {
        await admin.getByLabel('Kode', { exact: true }).fill('PERSANDIAN');
        await admin.getByLabel('Nama resmi').fill(OFFICE);
        await admin.getByLabel('Singkatan').fill('Persandian');
      });
      await admin.getByText('Ditambahkan').waitFor();
    },
  );
  await day.step(
    'Di **Pengguna** ia mengundang petugas OPD baru itu; petugas membuat kata sandi dari tautannya.',
    async () => {
      await menu(admin, 'Pengguna');
      await link(admin, 'Undang');
      await admin.getByLabel('Alamat e-mail').fill('petugas@lutra.example');
      await admin.getByLabel('Nama lengkap').fill('Petugas Persandian');
      await admin.getByLabel('Pejabat penghubung OPD').check();
      await admin.locator('summary', { hasText: 'Instansi (' }).click();
      await admin.getByLabel(OFFICE).check();
      await button(admin, 'Buat undangan');
      await setPassword(officer, (await admin.locator('p.mono').textContent()) ?? '');
      await signInAs(officer, 'petugas@lutra.example');
    },
  );
  await day.step(
    'Di **Kategori** ia menambah kategori untuk OPD baru itu, dan di **Kata kunci** kata yang menunjukkannya.',
    async () => {
      await openSetting(admin, 'Kategori');
      await add(admin, 'kategori', async () => {
        await admin.getByLabel('Nama', { exact: true }).fill('Peta dan batas dusun');
        await admin.getByLabel('Kategori di SP4N-LAPOR!').fill('Topik Lainnya');
        await admin.getByLabel('Instansi yang biasanya menangani').selectOption({ label: OFFICE });
        await admin.getByLabel('Dapat dipilih warga').check();
      });
      await sure(admin);
      await openSetting(admin, 'Kata kunci');
      await add(admin, 'kata kunci', async () => {
        await admin.getByLabel('Untuk', { exact: true }).selectOption({ label: OFFICE });
        await admin.getByLabel('Kata kuat').fill('geoportal, peta digital');
      });
      await sure(admin);
    },
  );
  await day.step(
    'Di **Batas waktu** ia menyalin batas penyelesaian pengaduan biasa menjadi sepuluh hari kerja mulai hari ini.',
    async () => {
      await openSetting(admin, 'Batas waktu');
      await link(admin, 'Penyelesaian: Pengaduan tidak berkadar pengawasan');
      await link(admin, 'Tambah batas waktu baru dari isi ini');
      await admin.getByLabel('Hari kerja', { exact: true }).fill('10');
      await admin.getByLabel('Berlaku mulai').fill(calendarOf([]).localDate(Date.now()));
      await admin.getByLabel('Dasar hukum').fill('Keputusan Bupati Luwu Utara rekaan');
      await button(admin, 'Tambahkan');
      await sure(admin);
    },
  );
  await day.step(
    'Di **Hari libur dan cuti bersama** ia menambah hari libur daerah, dan di **Jam kerja dan Ramadan** jam Ramadan berikutnya.',
    async () => {
      await openSetting(admin, 'Hari libur dan cuti bersama');
      await add(admin, 'hari libur', async () => {
        await admin.getByLabel('Tanggal').fill(free);
        await admin.getByLabel('Nama hari libur').fill('Hari jadi rekaan');
      });
      await admin.getByText('Tidak ada batas waktu yang sedang berjalan').waitFor();
      await shoot(admin, 'hari-libur');
      await sure(admin);
      await openSetting(admin, 'Jam kerja dan Ramadan');
      await link(admin, 'Ramadan 1448 H');
      await link(admin, 'Tambah jam kerja baru dari isi ini');
      await admin.getByLabel('Nama', { exact: true }).fill('Ramadan 1449 H');
      await admin.getByLabel('Mulai tanggal').fill('2028-01-28');
      await admin.getByLabel('Sampai tanggal').fill('2028-02-26');
      await button(admin, 'Tambahkan');
      await admin.getByText('Ditambahkan').waitFor();
      expect(await axeProblems(admin)).toEqual([]);
    },
  );
  await day.step('Di **Templat pesan** ia mengubah perihal surat tanda terima.', async () => {
    await openSetting(admin, 'Templat pesan');
    await link(admin, /Tanda terima|diterima/i);
    await admin.getByLabel('Perihal').fill(`${SUBJECT}: {code}`);
    await button(admin, 'Simpan');
    await admin.getByText('Tersimpan').waitFor();
  });
  await day.step(
    'Warga melapor dari ponsel; tanda terimanya memuat lambang, nama kabupaten, dan janji yang menghitung batas baru dan hari libur itu.',
    async () => {
      await citizen.goto(origin);
      await citizen.getByLabel('Pengaduan').check();
      await citizen
        .getByLabel('Ceritakan')
        .fill('Peta digital dusun kami di geoportal kabupaten salah garis.');
      await citizen.getByLabel('E-mail').fill('warga@lutra.example');
      await button(citizen, 'Kirim laporan');
      ({ code } = await readReceipt(citizen));
      const said = (await citizen.locator('main').textContent()) ?? '';
      expect(code).toMatch(/^LU-/);
      expect(said).toContain('Kabupaten Luwu Utara');
      expect(said).toContain(dueWith([{ date: free }], 3 + 10));
      expect([dueWith([], 3 + 10), dueWith([{ date: free }], 3 + 14)]).not.toContain(
        dueWith([{ date: free }], 3 + 10),
      );
      const seen = await citizen
        .locator('.receipt img')
        .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0);
      expect(seen).toBe(true);
      await shoot(citizen, 'tanda-terima-kabupaten-baru');
    },
  );
  await day.step(
    'Laporan itu sampai ke petugas OPD baru, dan suratnya memakai templat yang baru.',
    async () => {
      await openFromInbox(officer, origin, code);
      await within(async () => {
        const subjects = readdirSync(join(folder, 'mailbox')).map(
          (name) => readMail(readFileSync(join(folder, 'mailbox', name))).subject,
        );
        if (!subjects.includes(`${SUBJECT}: ${code}`))
          throw new Error(`no such mail: ${subjects.join(', ')}`);
      });
    },
  );
  day.end();
});

async function setPassword(page: Page, invitation: string): Promise<void> {
  await page.goto(invitation.trim());
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.getByLabel('Tulis sekali lagi').fill(PASSWORD);
  await button(page, 'Simpan kata sandi');
}

async function signInAs(page: Page, email: string): Promise<void> {
  await page.goto(`${origin}/desk`);
  await page.getByLabel('Alamat e-mail').fill(email);
  await page.getByLabel('Kata sandi').fill(PASSWORD);
  await button(page, 'Masuk');
  await page.getByRole('button', { name: 'Keluar' }).waitFor();
}
