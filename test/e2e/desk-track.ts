/**
 * Reports to the office and back: sent by a client or from the page, disposed by the router, answered on a phone, settled
 * by their reporter.
 */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveClient } from './client-server.ts';
import { useDemoServer } from './demo-server.ts';
import {
  enter,
  openFromInbox,
  openReport,
  photo,
  publicStatus,
  type Receipt,
  statusBecomes,
  submitReport,
  unfold,
} from './people.ts';
import { axeProblems, desktop, phone, shoot } from './support.ts';

const { kanal, browser } = useDemoServer();
let client: Awaited<ReturnType<typeof serveClient>>;

beforeAll(async () => {
  client = await serveClient();
});

afterAll(() => client?.stop());

const TEXT = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';
const ANSWER = 'Lubang sudah ditambal dengan aspal pada Senin pagi, sepanjang dua puluh meter.';
const withoutScripts: BrowserContextOptions = { ...phone, javaScriptEnabled: false };

it('goes to the office from a client on another origin, with two photos', async () => {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  await page.goto(client.origin);
  await page.waitForFunction(() => 'submitComplaint' in window);
  const sent = await page.evaluate(([origin, words]) => window.submitComplaint(origin, words), [
    kanal.origin,
    { kind: 'complaint', text: TEXT, area: '73.24.04.1003' },
  ] as const);
  expect(sent).toMatchObject({ uploads: [201, 201], status: 201 });
  const { code, pin, status, due, links } = sent.receipt;
  expect(code).toMatch(/^LT-\w{4}-\w{4}$/);
  expect(pin).toMatch(/^\d{6}$/);
  expect(status).toBe('received');
  expect(Date.parse(due)).toBeGreaterThan(Date.now());
  expect(sent.location).toBe(links.self);

  await statusBecomes(kanal.origin, code, 'assigned');
  // Its own script may read that too.
  const own = await page.evaluate(async (address) => (await fetch(address)).json(), links.self);
  expect(own).toMatchObject({ code, status: 'assigned' });
  // What is not for other origins this browser keeps from them.
  await expect(page.evaluate((address) => fetch(address), `${kanal.origin}/lacak`)).rejects.toThrow('fetch');
  await context.close();

  const office = await browser.newContext(phone);
  const desk = await office.newPage();
  await enter(desk, kanal.origin, 'pupr');
  await openFromInbox(desk, kanal.origin, code);
  await desk.getByRole('paragraph').filter({ hasText: TEXT }).waitFor();
  const photos = desk.getByRole('img', { name: 'Foto pada lampiran' });
  expect(await photos.count()).toBe(2);
  for (const shown of await photos.all()) {
    await shown.scrollIntoViewIfNeeded();
    await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(320);
  }
  await shoot(desk, 'klien-di-meja');
  await office.close();
});

/** Answers as done work, with one photo. */
async function answer(desk: Page, receipt: Receipt): Promise<void> {
  await openFromInbox(desk, kanal.origin, receipt.code);
  expect(await axeProblems(desk)).toEqual([]);
  await shoot(desk, 'meja-kasus-hp');
  await desk.getByLabel('Sudah dikerjakan').check();
  await desk.getByLabel('Jawaban untuk pelapor').fill(ANSWER);
  await desk.getByLabel('Ini pekerjaan fisik').check();
  await desk.getByLabel('Tambah satu foto').setInputFiles(await photo(3));
  await desk.getByLabel('Jawaban ini sudah benar').check();
  await desk.getByRole('button', { name: 'Kirim jawaban akhir' }).click();
  // The second of two like answers is to be looked at once more.
  const anyhow = desk.getByLabel('Kirim walaupun begitu');
  await anyhow.or(desk.getByText('Jawaban akhir terkirim.')).waitFor();
  if ((await anyhow.count()) > 0) {
    await anyhow.check();
    await desk.getByRole('button', { name: 'Kirim jawaban akhir' }).click();
  }
  await desk.getByText('Jawaban akhir terkirim.').waitFor();
}

const roads: { name: string; options: BrowserContextOptions }[] = [
  { name: 'without JavaScript', options: withoutScripts },
  { name: 'with JavaScript', options: phone },
];

it.each(roads)('goes to the office and back $name', async ({ options }) => {
  const citizen = await browser.newContext(options);
  const page = await citizen.newPage();
  const receipt = await submitReport(page, kanal.origin, { text: TEXT, photo: await photo(1) });
  await statusBecomes(kanal.origin, receipt.code, 'assigned');

  const office = await browser.newContext(phone);
  const desk = await office.newPage();
  await enter(desk, kanal.origin, 'pupr');
  await answer(desk, receipt);
  await shoot(desk, 'meja-terjawab-hp');

  await openReport(page, kanal.origin, receipt);
  const told = page.getByRole('region', { name: 'Jawaban akhir' });
  await told.getByText(ANSWER).waitFor();
  await told.getByText('Sudah dikerjakan').waitFor();
  const proof = page.getByRole('img', { name: 'Foto 1 dari petugas' });
  await proof.scrollIntoViewIfNeeded();
  const address = await proof.getAttribute('src');
  const file = await page.request.get(`${kanal.origin}${address}`);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/jpeg']);
  await shoot(page, 'lacak-terjawab');

  await unfold(page, 'Setuju, laporan selesai');
  await page.getByRole('button', { name: 'Ya, laporan saya selesai' }).click();
  await page.getByText('Terima kasih. Laporan ini selesai.').waitFor();
  await unfold(page, 'Nilai penanganannya');
  await page.getByLabel('Sangat baik').check();
  await page.getByRole('button', { name: 'Kirim penilaian' }).click();
  await page.getByText('Penilaian Anda: Sangat baik.').waitFor();
  await page.getByText('Selesai', { exact: true }).first().waitFor();
  expect(await publicStatus(kanal.origin, receipt.code)).toMatchObject({ status: 'resolved' });
  await shoot(page, 'lacak-selesai');

  // Leaving closes the page on a shared phone.
  await page.getByRole('button', { name: 'Keluar' }).click();
  await page.getByText('Anda sudah keluar.').waitFor();
  await page.goto(`${kanal.origin}/lacak/laporan`);
  expect(new URL(page.url()).pathname).toBe('/lacak');
  await citizen.close();
  await office.close();
});

it('asks, is completed without JavaScript, and is opened again by an objection', async () => {
  const citizen = await browser.newContext(withoutScripts);
  const page = await citizen.newPage();
  const receipt = await submitReport(page, kanal.origin, { text: TEXT });
  const office = await browser.newContext(phone);
  const desk = await office.newPage();
  await enter(desk, kanal.origin, 'pupr');
  await openFromInbox(desk, kanal.origin, receipt.code);
  await unfold(desk, 'Minta kelengkapan dari pelapor');
  await desk.getByLabel('Pertanyaan').fill('Di depan pasar yang mana, dan di sisi jalan yang mana?');
  await desk.getByRole('button', { name: 'Kirim pertanyaan' }).click();
  await desk.getByText('Pertanyaan terkirim.').waitFor();

  await openReport(page, kanal.origin, receipt);
  await page.getByText('di sisi jalan yang mana?').first().waitFor();
  await page.getByLabel('Jawaban Anda').fill('Pasar sentral, sisi kiri dari arah kota.');
  await page
    .getByLabel('Foto atau PDF')
    .first()
    .setInputFiles(await photo(2));
  await page.getByRole('button', { name: 'Kirim jawaban' }).click();
  await page.getByText('Laporan Anda sudah lengkap').waitFor();

  await openFromInbox(desk, kanal.origin, receipt.code);
  await unfold(desk, 'Riwayat');
  await desk.getByText('Pasar sentral, sisi kiri dari arah kota.').waitFor();
  await answer(desk, receipt);

  await page.goto(`${kanal.origin}/lacak/laporan`);
  await unfold(page, 'Belum sesuai, saya keberatan');
  await page.getByLabel('Apa yang belum sesuai?').fill('Lubangnya masih ada, yang ditambal jalan lain.');
  await page.getByRole('button', { name: 'Kirim keberatan' }).click();
  await page.getByText('Keberatan Anda sudah kami catat.').waitFor();
  expect(await publicStatus(kanal.origin, receipt.code)).toMatchObject({ status: 'in_progress' });

  const admin = await (await browser.newContext(phone)).newPage();
  await enter(admin, kanal.origin, 'admin');
  await openFromInbox(admin, kanal.origin, receipt.code);
  await unfold(admin, 'Riwayat');
  await admin.getByText('Lubangnya masih ada').first().waitFor();
  await shoot(admin, 'meja-keberatan-hp');
  await admin.context().close();
  await office.close();
  await citizen.close();
});
