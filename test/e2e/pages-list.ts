/** Every page a person can meet: who looks, and how it is reached. A new page is a new row. */
import type { Page } from 'playwright-core';
import { campaignPages } from './pages-list-campaigns.ts';
import { settingsRows } from './pages-list-settings.ts';
import { linkFromMail, REPORTER, type Stage, type Who, withoutScripts } from './pages-stage.ts';
import { openReport, photo, signIn, submitReport, unfold } from './people.ts';

export interface PageRow {
  name: string;
  who: Who;
  /** An address, or the steps that lead there. */
  open: string | ((page: Page, stage: Stage) => Promise<unknown>);
  /** Of an address; 200 unless given. */
  status?: number;
  /** Over the wire with everything it loads; 60 KB unless given. */
  kilobytes?: number;
}

type Steps = (page: Page, stage: Stage) => Promise<unknown>;

const button = (page: Page, name: string) => page.getByRole('button', { name }).click();
const report =
  (which: keyof Stage['receipts'], more: Steps = async () => {}): Steps =>
  async (page, stage) => {
    await openReport(page, stage.origin, stage.receipts[which]);
    await more(page, stage);
  };
const desk =
  (which: keyof Stage['receipts'], more: Steps = async () => {}): Steps =>
  async (page, stage) => {
    await page.goto(`${stage.origin}/desk/kasus/${stage.receipts[which].code}`);
    await more(page, stage);
  };
/** The first case of a list whose row says this. */
const first =
  (list: string, words: string): Steps =>
  async (page, { origin }) => {
    await page.goto(`${origin}/desk?daftar=${list}`);
    await page.getByRole('row').filter({ hasText: words }).getByRole('link').first().click();
  };
const at =
  (path: string, more: Steps): Steps =>
  async (page, stage) => {
    await page.goto(`${stage.origin}${path}`);
    await more(page, stage);
  };

const citizen: PageRow[] = [
  { name: 'form', who: 'public', open: '/', kilobytes: 30 },
  {
    name: 'form, refused by the server',
    who: 'public',
    open: at('/', (page) =>
      withoutScripts(page, async () => {
        await page.reload();
        await button(page, 'Kirim laporan');
        await page.getByRole('alert').waitFor();
      }),
    ),
  },
  {
    name: 'form with a photo, without JavaScript',
    who: 'public',
    open: (page, { origin }) =>
      withoutScripts(page, async () => {
        await page.goto(origin);
        await page.getByLabel('Foto atau PDF').setInputFiles(await photo(1));
        await button(page, 'Tambahkan foto ini');
        await page.getByText('Foto 1,').waitFor();
      }),
  },
  {
    name: 'receipt of the server, in danger',
    who: 'public',
    open: (page, { origin }) =>
      withoutScripts(page, () =>
        submitReport(page, origin, { text: 'Tolong, rumah tetangga terbakar besar!' }),
      ),
  },
  { name: 'finding a report', who: 'public', open: '/lacak' },
  {
    name: 'finding a report, wrong PIN',
    who: 'public',
    open: at('/lacak', async (page, { receipts }) => {
      await page.getByLabel('Nomor laporan').fill(receipts.closed.code);
      await page.getByLabel('PIN').fill('12');
      await button(page, 'Buka');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'unknown report', who: 'public', open: '/lacak/LT-XXXX-XXXX', status: 404 },
  {
    name: 'public status',
    who: 'public',
    open: (page, { origin, receipts }) => page.goto(`${origin}/lacak/${receipts.answered.code}`),
  },
  { name: 'report that was sent on', who: 'public', open: report('assigned') },
  { name: 'report with a question', who: 'public', open: report('asked') },
  { name: 'report with an answer', who: 'public', open: report('answered') },
  { name: 'report that is settled', who: 'public', open: report('closed') },
  { name: 'report that accuses', who: 'public', open: report('accusing') },
  {
    name: 'report with a refused objection',
    who: 'public',
    open: report('answered', async (page) => {
      await unfold(page, 'Belum sesuai, saya keberatan');
      await button(page, 'Kirim keberatan');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'lost PIN', who: 'public', open: '/lacak/pin' },
  {
    name: 'lost PIN, asked for',
    who: 'public',
    open: at('/lacak/pin', async (page, { receipts }) => {
      await page.getByLabel('Nomor laporan').fill(receipts.anonymous.code);
      await page.getByLabel('E-mail').fill(REPORTER);
      await button(page, 'Kirim tautan');
      await page.getByText('Periksa e-mail Anda').waitFor();
    }),
  },
  {
    name: 'link of the PIN mail',
    who: 'public',
    open: async (page, { origin }) => page.goto(await linkFromMail(page, origin, 'Membuat PIN baru')),
  },
  {
    name: 'new PIN',
    who: 'public',
    open: async (page, { origin }) => {
      await page.goto(await linkFromMail(page, origin, 'Membuat PIN baru'));
      await button(page, 'Buat PIN baru');
      await page.getByText('PIN baru Anda').waitFor();
    },
  },
  {
    name: 'link of the PIN mail, used',
    who: 'public',
    open: async (page, { origin }) => page.goto(await linkFromMail(page, origin, 'Membuat PIN baru')),
  },
  { name: 'API to read', who: 'public', open: '/api' },
  { name: 'nothing here', who: 'public', open: '/tidak-ada', status: 404 },
];

const signingIn: PageRow[] = [
  { name: 'sign-in', who: 'stranger', open: '/masuk' },
  {
    name: 'sign-in, wrong password',
    who: 'stranger',
    open: at('/masuk', async (page) => {
      await page.getByLabel('Alamat e-mail').fill('tidak-ada@contoh.example');
      await page.getByLabel('Kata sandi').fill('bukan ini');
      await button(page, 'Masuk');
      await page.getByRole('alert').waitFor();
    }),
  },
  { name: 'code of the second step', who: 'stranger', open: '/masuk/kode' },
  { name: 'forgotten password', who: 'stranger', open: '/masuk/lupa' },
  {
    name: 'forgotten password, asked for',
    who: 'stranger',
    open: at('/masuk/lupa', async (page) => {
      await page.getByLabel('Alamat e-mail').fill('tidak-ada@contoh.example');
      await button(page, 'Kirim tautan');
      await page.getByRole('status').waitFor();
    }),
  },
  { name: 'invitation that is over', who: 'stranger', open: '/masuk/undangan/tidak-ada', status: 404 },
  {
    name: 'invitation',
    who: 'stranger',
    open: async (page, { people, origin }) => {
      const { admin } = people;
      await admin.goto(`${origin}/desk/pengguna/baru`);
      await admin.getByLabel('Alamat e-mail').fill(`baru-${Date.now()}@contoh.example`);
      await admin.getByLabel('Nama lengkap').fill('Petugas Baru');
      await admin.getByLabel('Humas / Prokopim').check();
      await button(admin, 'Buat undangan');
      await page.goto((await admin.locator('p.mono').textContent()) ?? '');
    },
  },
  {
    name: 'form of the desk, signed out meanwhile',
    who: 'stranger',
    open: async (page, { origin }) => {
      await signIn(page, origin, 'dlh');
      await page.goto(`${origin}/desk/akun`);
      await page.context().clearCookies();
      await page.getByLabel('Kata sandi sekarang').last().fill('apa saja yang panjang');
      await button(page, 'kode dua langkah');
      await page.getByRole('link', { name: 'Masuk' }).first().waitFor();
    },
  },
];

const staff: PageRow[] = [
  { name: 'inbox of the admin', who: 'admin', open: '/desk' },
  { name: 'all offices', who: 'admin', open: '/desk?daftar=semua' },
  { name: 'search that found nothing', who: 'admin', open: '/desk/cari?kode=LT-XXXX-XXXX', status: 404 },
  { name: 'dead letters', who: 'admin', open: '/desk/antrean' },
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
    open: at('/desk/pengguna', (page) =>
      page.getByRole('link', { name: 'Contoh Pimpinan (Bupati)' }).click(),
    ),
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
  { name: 'refused to an office', who: 'pupr', open: '/desk/pengguna', status: 403 },
  { name: 'inbox of the verifier', who: 'verifikator', open: '/desk' },
  { name: 'accusation that is held', who: 'verifikator', open: desk('accusing') },
  { name: 'inbox of Inspektorat', who: 'inspektorat', open: '/desk' },
  { name: 'case of Inspektorat', who: 'inspektorat', open: first('tugas', 'berkadar') },
  { name: 'inbox of a leader', who: 'pimpinan', open: '/desk' },
  { name: 'case a leader reads', who: 'pimpinan', open: desk('assigned') },
  { name: 'role without a desk', who: 'humas', open: '/desk' },
];

export const pages: PageRow[] = [...citizen, ...signingIn, ...staff, ...campaignPages, ...settingsRows];
