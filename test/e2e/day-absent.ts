/** A colleague is absent: somebody acts for them, the history says for whom, and the right ends when it is ended. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDay } from './day.ts';
import { useDemoServer } from './demo-server.ts';
import { axeProblems, phone, shoot } from './support.ts';

const { kanal, staff } = useDemoServer();

/** The offered option whose label has these words. */
async function choose(page: Page, label: string, words: string): Promise<void> {
  const select = page.getByLabel(label);
  const option = select.getByRole('option').filter({ hasText: words }).first();
  await select.selectOption((await option.textContent()) ?? '');
}

it('plays the days of an absent colleague', async () => {
  const day = openDay('rekan-absen');
  const [admin, away, deputy] = [
    await staff('admin', phone),
    await staff('pupr', phone),
    await staff('dlh', phone),
  ];
  const title = (await away.getByRole('row').getByRole('link').first().textContent()) ?? '';
  expect(title).not.toBe('');
  expect(await deputy.getByText(title).count()).toBe(0);

  await day.step('Admin membuka **Akun saya**, lalu **Tunjuk pengganti saat tidak masuk**.', async () => {
    await admin.getByRole('link', { name: 'Akun saya' }).click();
    await admin.getByRole('link', { name: 'Tunjuk pengganti saat tidak masuk' }).click();
    await admin.getByText('Belum ada pengganti yang ditunjuk.').waitFor();
  });
  await day.step(
    'Admin memilih siapa yang tidak masuk, siapa penggantinya, dan hari terakhirnya, lalu menekan **Tunjuk pengganti**.',
    async () => {
      await choose(admin, 'Yang tidak masuk', 'OPD PUPR');
      await choose(admin, 'Digantikan oleh', 'OPD DLH');
      await admin.getByLabel('Hari terakhir').fill(await admin.getByLabel('Hari pertama').inputValue());
      await admin.getByRole('button', { name: 'Tunjuk pengganti' }).click();
      await admin.getByText('Pengganti ditunjuk.').waitFor();
      expect(await axeProblems(admin)).toEqual([]);
      await shoot(admin, 'pengganti');
    },
  );
  await day.step(
    'Pengganti masuk; di atas halamannya tertulis bahwa ia juga bertindak untuk rekannya.',
    async () => {
      await deputy.reload();
      await deputy.getByText('Anda juga bertindak untuk').waitFor();
      await shoot(deputy, 'pengganti-kotak-masuk');
    },
  );
  await day.step('Pengganti membuka laporan rekannya dari kotak masuknya sendiri.', async () => {
    await deputy.getByRole('link', { name: title }).first().click();
    await deputy.getByRole('heading', { name: title }).waitFor();
  });
  await day.step('Pengganti menulis **Tambah catatan internal** dan menyimpannya.', async () => {
    await deputy.getByText('Tambah catatan internal').click();
    await deputy.getByRole('textbox', { name: 'Catatan' }).fill('Sudah saya teruskan ke bidang jalan.');
    await deputy.getByRole('button', { name: 'Simpan catatan' }).click();
    await deputy.getByText('Catatan tersimpan').waitFor();
  });
  await day.step('Pada **Riwayat** tertulis nama pengganti, "a.n.", dan nama rekannya.', async () => {
    const said = deputy.getByText(/DLH a\.n\. .*PUPR/).first();
    await said.waitFor({ state: 'attached' });
  });
  await day.step(
    'Rekannya sembuh: admin membuka halaman pengganti lagi dan menekan **Akhiri**.',
    async () => {
      await admin.getByRole('button', { name: /^Akhiri/ }).click();
      await admin.getByText('Penggantian diakhiri.').waitFor();
    },
  );
  await day.step('Pengganti memuat ulang: laporan rekannya tidak ada lagi baginya.', async () => {
    const answer = await deputy.goto(deputy.url().split('?')[0] ?? '');
    expect(answer?.status()).toBe(404);
    await deputy.goto(`${kanal.origin}/desk`);
    expect(await deputy.getByText(title).count()).toBe(0);
    expect(await deputy.getByText('Anda juga bertindak untuk').count()).toBe(0);
  });
  day.end();
});
