/** Pages of the desk and of the accounts. */
import { at, button, desk, first, type PageRow } from './pages-steps.ts';
import { photo, unfold } from './people.ts';

export const deskRows: PageRow[] = [
  { name: 'inbox of the admin', who: 'admin', open: '/desk' },
  { name: 'all offices', who: 'admin', open: '/desk?daftar=semua' },
  { name: 'search that found nothing', who: 'admin', open: '/desk/cari?kode=LT-XXXX-XXXX', status: 404 },
  { name: 'search, not asked yet', who: 'admin', open: '/desk/cari' },
  {
    name: 'search that found cases',
    who: 'admin',
    open: at('/desk/cari', async (page) => {
      await page.getByLabel('Nomor atau kata').fill('jalan');
      await button(page, 'Cari');
      await page.getByRole('status').filter({ hasText: 'laporan' }).waitFor();
    }),
  },
  {
    name: 'search for a word that no case has',
    who: 'admin',
    open: at('/desk/cari', async (page) => {
      await page.getByLabel('Nomor atau kata').fill('kepompong');
      await button(page, 'Cari');
      await page.getByRole('status').filter({ hasText: 'Tidak ada laporan yang cocok' }).waitFor();
    }),
  },
  { name: 'dead letters', who: 'admin', open: '/desk/antrean' },
  { name: 'how Kanal is doing', who: 'admin', open: '/desk/status' },
  { name: 'mails that failed', who: 'admin', open: '/desk/kiriman' },
  { name: 'mails that were left out', who: 'admin', open: '/desk/kiriman?daftar=dilewati' },
  { name: 'mails that wait', who: 'admin', open: '/desk/kiriman?daftar=menunggu' },
  { name: 'case that waits for release', who: 'admin', open: desk('anonymous') },
  { name: 'case that was returned', who: 'admin', open: desk('returned') },
  { name: 'case that was contested', who: 'admin', open: desk('contested') },
  { name: 'case that was forwarded', who: 'admin', open: first('semua', 'Diteruskan') },
  { name: 'case that is settled', who: 'admin', open: desk('closed') },
  {
    name: 'case with its reporter revealed',
    who: 'admin',
    open: desk('assigned', async (page) => {
      await unfold(page, 'Buka identitas pelapor');
      const form = page.locator('#aksi-reveal');
      await form
        .getByRole('textbox', { name: 'Alasan' })
        .fill('Perlu menanyakan letak persisnya lewat e-mail.');
      await form.getByLabel('Pembukaan ini dicatat').check();
      await button(page, 'Buka identitas');
      await page.getByText('Identitas pelapor', { exact: true }).waitFor();
    }),
  },
  {
    name: 'dossier of a case, refused without a reason',
    who: 'admin',
    open: desk('assigned', async (page) => {
      await page.getByRole('link', { name: 'Berkas laporan (PDF)' }).click();
      await page.getByLabel('Untuk apa berkas ini?').fill('ya');
      await button(page, 'Unduh berkas');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'file of a case, not taken away without a reason',
    who: 'admin',
    open: async (page, stage) => {
      await first('ditutup', 'Zebra cross')(page, stage);
      await page.getByRole('link', { name: 'Unduh lampiran 1' }).first().click();
      await page.getByLabel('Untuk apa lampiran ini diunduh?').fill('ya');
      await button(page, 'Unduh lampiran');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'case, not printed without a reason',
    who: 'pupr',
    open: desk('assigned', async (page) => {
      await page.getByRole('link', { name: 'Cetak', exact: true }).click();
      await page.getByLabel('Untuk apa laporan ini dicetak?').fill('ya');
      await button(page, 'Lanjut ke halaman cetak');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'case on paper',
    who: 'pupr',
    open: desk('answered', async (page) => {
      await page.getByRole('link', { name: 'Cetak', exact: true }).click();
      await page.getByLabel('Untuk apa laporan ini dicetak?').fill('Bahan rapat dengan camat.');
      await button(page, 'Lanjut ke halaman cetak');
      await page.getByText('Dicetak oleh').waitFor();
    }),
  },
  { name: 'accounts', who: 'admin', open: '/desk/pengguna' },
  { name: 'new account', who: 'admin', open: '/desk/pengguna/baru' },
  {
    name: 'new account, refused',
    who: 'admin',
    open: at('/desk/pengguna/baru', async (page) => {
      await page.getByLabel('Alamat e-mail').fill('pupr@contoh.example');
      await page.getByLabel('Nama lengkap').fill('Petugas Baru');
      await button(page, 'Buat undangan');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'one account',
    who: 'admin',
    open: at('/desk/pengguna', async (page) => {
      await page.getByRole('link', { name: 'Contoh Pimpinan (Bupati)' }).click();
      await page.waitForURL('**/desk/pengguna/*');
    }),
  },
  {
    name: 'link for a new password',
    who: 'admin',
    open: at('/desk/pengguna', async (page) => {
      await page.getByRole('link', { name: 'Contoh Humas' }).click();
      await page.locator('summary', { hasText: 'tautan' }).click();
      await button(page, 'Buat tautan');
      await page.locator('p.mono').waitFor();
    }),
  },
  { name: 'API keys', who: 'admin', open: '/desk/kunci' },
  {
    name: 'new API key',
    who: 'admin',
    open: at('/desk/kunci', async (page) => {
      await page.getByRole('textbox', { name: 'Nama' }).fill('Aplikasi contoh');
      await page.getByLabel('Mengirim laporan').check();
      await button(page, 'Buat kunci');
      await page.getByText('kanal_').first().waitFor();
    }),
  },
  { name: 'own account', who: 'admin', open: '/desk/akun' },
  { name: 'deputies', who: 'admin', open: '/desk/pengganti' },
  {
    name: 'deputy, refused',
    who: 'pupr',
    open: at('/desk/pengganti', async (page) => {
      await page.getByLabel('Hari terakhir').fill('2020-01-01');
      await button(page, 'Tunjuk pengganti');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'second step, set up',
    who: 'admin',
    open: at('/desk/akun', async (page) => {
      await page.getByLabel('Kata sandi sekarang').last().fill('contoh-kanal-lapor');
      await button(page, 'Nyalakan kode dua langkah');
      await page.getByRole('img', { name: 'Kode QR' }).waitFor();
    }),
  },
  { name: 'nothing here, at the desk', who: 'admin', open: '/desk/kasus/LT-XXXX-XXXX', status: 404 },
  { name: 'inbox of an office', who: 'pupr', open: '/desk' },
  { name: 'copies of an office', who: 'pupr', open: '/desk?daftar=tembusan' },
  { name: 'case of an office', who: 'pupr', open: desk('assigned') },
  {
    name: 'answer with a photo, refused',
    who: 'pupr',
    open: desk('assigned', async (page) => {
      await page.getByLabel('Sudah dikerjakan').check();
      await page.getByLabel('Tambah satu foto').setInputFiles(await photo(2));
      await button(page, 'Tambah foto');
      await page.getByLabel('Foto 1 sudah tersimpan').waitFor();
      await page.getByLabel('Jawaban untuk pelapor').fill('x');
      await page.getByLabel('Jawaban ini sudah benar').check();
      await button(page, 'Kirim jawaban akhir');
      await page.getByRole('alert').waitFor();
    }),
  },
  {
    name: 'answer with an example, its preview and warnings',
    who: 'pupr',
    open: desk('assigned', async (page) => {
      const form = page.getByRole('group').filter({ hasText: 'Kirim jawaban akhir' });
      await form.getByLabel('Jawaban untuk pelapor').fill('Bukan jalan kabupaten.');
      await form.getByLabel('Mulai dari contoh').selectOption({ label: 'Penjelasan' });
      await form.getByRole('button', { name: 'Pakai contoh' }).click();
      await page.getByText('Contoh belum dipakai').waitFor();
      await form.getByLabel('Dijelaskan').check();
      await form.getByRole('button', { name: 'Pratinjau' }).click();
      await page.getByLabel('Kirim walaupun begitu').waitFor();
    }),
  },
  { name: 'refused to an office', who: 'pupr', open: '/desk/pengguna', status: 403 },
  { name: 'inbox of the verifier', who: 'verifikator', open: '/desk' },
  { name: 'accusation that is held', who: 'verifikator', open: desk('accusing') },
  { name: 'inbox of Inspektorat', who: 'inspektorat', open: '/desk' },
  { name: 'case of Inspektorat', who: 'inspektorat', open: first('tugas', 'berkadar') },
  { name: 'audit', who: 'inspektorat', open: '/desk/audit' },
  {
    name: 'a draw for audit',
    who: 'inspektorat',
    open: at('/desk/audit', async (page) => {
      // Cases are drawn once: the first look draws, later ones find the draw.
      await page.getByLabel('Periode penutupan').selectOption({ index: 0 });
      await page.getByLabel('Jumlah laporan').fill('3');
      await page.getByRole('button', { name: 'Undi laporan' }).click();
      const list = page.getByRole('row').nth(1).getByRole('link');
      if (page.url().endsWith('/desk/audit')) await list.click();
      await page.getByRole('heading', { name: /^Undian / }).waitFor();
    }),
  },
  { name: 'inbox of a leader', who: 'pimpinan', open: '/desk' },
  { name: 'case a leader reads', who: 'pimpinan', open: desk('assigned') },
];
