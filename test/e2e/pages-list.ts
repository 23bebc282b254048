/** Every page a person can meet: who looks, and how it is reached. A new page is a new row. */

import { actionRows } from './pages-list-actions.ts';
import { coverageRows } from './pages-list-campaign-coverage.ts';
import { eventRows } from './pages-list-campaign-events.ts';
import { hangRows } from './pages-list-campaign-hang.ts';
import { postRows } from './pages-list-campaign-posts.ts';
import { printRows } from './pages-list-campaign-print.ts';
import { campaignPages } from './pages-list-campaigns.ts';
import { careRows } from './pages-list-care.ts';
import { deskRows } from './pages-list-desk.ts';
import { doorRows } from './pages-list-doors.ts';
import { erasureRows } from './pages-list-erasure.ts';
import { evidenceRows } from './pages-list-evidence.ts';
import { figureRows } from './pages-list-figures.ts';
import { inboxRows } from './pages-list-inbox.ts';
import { meetingRows } from './pages-list-meetings.ts';
import { opennessRows } from './pages-list-openness.ts';
import { settingsRows } from './pages-list-settings.ts';
import { sp4nRows } from './pages-list-sp4n.ts';
import { linkFromMail, REPORTER, withoutScripts } from './pages-stage.ts';
import { at, button, type PageRow, report } from './pages-steps.ts';
import { enter, photo, submitReport, unfold } from './people.ts';

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
      await enter(page, origin, 'dlh');
      await page.goto(`${origin}/desk/akun`);
      await page.context().clearCookies();
      await page.getByLabel('Kata sandi sekarang').last().fill('apa saja yang panjang');
      await button(page, 'kode dua langkah');
      await page.getByRole('link', { name: 'Masuk' }).first().waitFor();
    },
  },
];

/** In two parts of about the same length, each on a stage of its own. */
export const pages: PageRow[] = [...citizen, ...erasureRows, ...signingIn, ...inboxRows, ...doorRows];
export const pagesOfDesk: PageRow[] = [
  ...deskRows,
  ...campaignPages,
  ...eventRows,
  ...printRows,
  ...coverageRows,
  ...hangRows,
  ...postRows,
  ...evidenceRows,
  ...meetingRows,
  ...actionRows,
  ...settingsRows,
  ...careRows,
  ...sp4nRows,
  ...opennessRows,
  ...figureRows,
];
