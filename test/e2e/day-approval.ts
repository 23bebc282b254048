/** docs/days/kepala-menyetujui.md: an answer is proposed, sent back once, and approved on a phone. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import { openFromInbox, openReport, photo, statusBecomes, submitReport, unfold } from './people.ts';
import { axeProblems, phone, shoot } from './support.ts';

const POTHOLE = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';
const FIRST = 'Lubang di depan pasar sudah ditambal. Selesai pada Senin, oleh regu kami.';
const SECOND =
  'Lubang di depan pasar, sepanjang dua puluh meter, sudah ditambal regu jalan pada Senin, 2 November 2026. Bila rusak lagi, silakan hubungi kami.';

const { kanal, browser, staff } = useDemoServer();

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const open = (page: Page, code: string) => page.goto(`${kanal.origin}/desk/kasus/${code}`);
/** The form in which an answer is proposed. */
const form = (page: Page) => page.getByRole('group').filter({ hasText: 'Kirim untuk disetujui' });
const preview = (page: Page) => page.getByRole('region', { name: 'Pratinjau' });

async function openProposal(page: Page, code: string): Promise<void> {
  await page.goto(`${kanal.origin}/desk`);
  await page.getByText('Daftar:', { exact: false }).first().click();
  await page.getByRole('link', { name: 'Menunggu persetujuan' }).click();
  await page.getByRole('row').filter({ hasText: code }).getByRole('link').first().click();
  await preview(page).waitFor();
}

it('a head who approves', async () => {
  const day = openDay('kepala-menyetujui');
  const reporter = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  const receipt = await submitReport(reporter, kanal.origin, { text: POTHOLE });
  const { code } = receipt;
  await statusBecomes(kanal.origin, code, 'assigned');
  const reads = async (text: string) => {
    await openReport(reporter, kanal.origin, receipt);
    return reporter.getByText(text).count();
  };

  await day.step(
    'Admin membuka "Pengaturan", "Instansi", lalu dinasnya, memilih "Disetujui kepala instansi", dan menekan "Simpan".',
    async () => {
      const admin = await staff('admin');
      await admin.getByRole('link', { name: 'Pengaturan' }).click();
      await admin.getByRole('link', { name: 'Instansi', exact: true }).click();
      await admin.getByRole('link', { name: /Pekerjaan Umum/ }).click();
      await admin.getByLabel('Disetujui kepala instansi').check();
      await press(admin, 'Simpan');
      await admin.getByText('Tersimpan dan langsung berlaku.').waitFor();
      expect(await admin.getByLabel('Disetujui kepala instansi').isChecked()).toBe(true);
    },
  );

  const liaison = await staff('pupr');
  await day.step(
    'Penghubung membuka laporan, memilih "Sudah dikerjakan" di "Mulai dari contoh", dan menekan "Pakai contoh".',
    async () => {
      await openFromInbox(liaison, kanal.origin, code);
      await form(liaison).getByLabel('Mulai dari contoh').selectOption({ label: 'Sudah dikerjakan' });
      await form(liaison).getByRole('button', { name: 'Pakai contoh' }).click();
      await liaison.waitForURL(/contoh/);
      expect(await form(liaison).getByLabel('Jawaban untuk pelapor').inputValue()).toContain('[tempatnya]');
      expect(await form(liaison).getByLabel('Sudah dikerjakan', { exact: true }).isChecked()).toBe(true);
    },
  );
  await day.step(
    'Ia menambah satu foto dan menekan "Pratinjau"; bagian dalam kurung siku yang belum diisi disebutkan satu per satu.',
    async () => {
      await form(liaison)
        .getByLabel('Tambah satu foto')
        .setInputFiles(await photo(4));
      await form(liaison).getByRole('button', { name: 'Pratinjau' }).click();
      await liaison
        .getByText(/Isi dahulu, atau hapus: \[Pekerjaan apa\], \[tempatnya\]/)
        .first()
        .waitFor();
      await form(liaison).getByLabel('Foto 1 sudah tersimpan').waitFor();
    },
  );
  await day.step(
    'Sesudah semuanya diisi, "Pratinjau" menunjukkan jawaban seperti yang akan dibaca pelapor.',
    async () => {
      await form(liaison).getByLabel('Jawaban untuk pelapor').fill(FIRST);
      await form(liaison).getByRole('button', { name: 'Pratinjau' }).click();
      await preview(liaison).getByText('memberi jawaban akhir').waitFor();
      await preview(liaison).getByText(FIRST).waitFor();
      await preview(liaison).getByAltText('Foto 1 dari petugas').waitFor();
      expect(await axeProblems(liaison)).toEqual([]);
      await shoot(liaison, 'usulan-pratinjau');
    },
  );
  await day.step('Ia menekan "Kirim untuk disetujui"; pelapor belum melihat apa-apa.', async () => {
    await press(liaison, 'Kirim untuk disetujui');
    await liaison.getByText('Usulan tersimpan dan menunggu persetujuan.').waitFor();
    expect(await liaison.getByRole('button', { name: 'Setujui dan kirim' }).count()).toBe(0);
    expect(await reads(FIRST)).toBe(0);
  });

  const head = await staff('kepala-pupr', phone);
  await day.step(
    'Kepala, di HP, membuka daftar "Menunggu persetujuan" dan membaca usulan itu beserta fotonya.',
    async () => {
      await openProposal(head, code);
      await preview(head).getByText(FIRST).waitFor();
      await preview(head).getByAltText('Foto 1 dari petugas').waitFor();
      expect(await axeProblems(head)).toEqual([]);
      await shoot(head, 'usulan-kepala');
    },
  );
  await day.step(
    'Ia membuka "Kembalikan usulan untuk diperbaiki", menulis alasannya, dan menekan "Kembalikan kepada pengusul".',
    async () => {
      await unfold(head, 'Kembalikan usulan untuk diperbaiki');
      const back = head.getByRole('group').filter({ hasText: 'Kembalikan kepada pengusul' });
      await back.getByLabel('Alasan').fill('Sebutkan panjangnya dan tanggalnya.');
      await press(head, 'Kembalikan kepada pengusul');
      await head.getByText('Usulan dikembalikan; pengusulnya diberi tahu.').waitFor();
    },
  );
  await day.step(
    'Penghubung membaca alasan itu, memperbaiki tulisannya yang masih tersimpan, dan mengirimnya lagi.',
    async () => {
      await open(liaison, code);
      await liaison.getByText('Sebutkan panjangnya dan tanggalnya.').first().waitFor();
      expect(await form(liaison).getByLabel('Jawaban untuk pelapor').inputValue()).toBe(FIRST);
      await form(liaison).getByLabel('Foto 1 sudah tersimpan').waitFor();
      await form(liaison).getByLabel('Jawaban untuk pelapor').fill(SECOND);
      await press(liaison, 'Kirim untuk disetujui');
      await liaison.getByText('Usulan tersimpan dan menunggu persetujuan.').waitFor();
    },
  );
  await day.step(
    'Kepala membaca usulan yang baru, mencentang "Saya sudah membacanya", dan menekan "Setujui dan kirim".',
    async () => {
      await openProposal(head, code);
      await preview(head).getByText(SECOND).waitFor();
      await head.getByLabel('Saya sudah membacanya').check();
      await press(head, 'Setujui dan kirim');
      await head.getByText('Jawaban disetujui dan terkirim kepada pelapor.').waitFor();
    },
  );
  await day.step(
    'Pelapor membaca jawaban yang disetujui saja, dengan fotonya; riwayat laporan menyebut pengusul dan penyetujunya.',
    async () => {
      expect(await reads(SECOND)).toBeGreaterThan(0);
      expect(await reporter.getByText(FIRST).count()).toBe(0);
      await reporter.getByAltText('Foto 1 dari petugas').waitFor();
      await open(liaison, code);
      await liaison
        .getByText('Contoh Kepala OPD PUPR, diusulkan Contoh Pejabat penghubung OPD PUPR')
        .first()
        .waitFor();
    },
  );
  day.end();
});
