/** What people do in the browser, with and without JavaScript: a citizen submits and follows, staff sign in and act. */
import type { BrowserContext, Page } from 'playwright-core';
import { vi } from 'vitest';
import { samplePhoto } from '../../workers/local/inside/sample-photo.ts';

export interface Receipt {
  code: string;
  pin: string;
}

export interface Report {
  text: string;
  anonymous?: boolean;
  photo?: Photo;
}

export interface Photo {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Of every demo account, as `npm start` prints it. */
const DEMO_PASSWORD = 'contoh-kanal-lapor';

/** How long the road from the receipt to an office may take, in ms. */
export const SECONDS = 20_000;

/** A picture as a phone would pick it. @param seed changes its colours */
export async function photo(seed: number): Promise<Photo> {
  return { name: `foto ${seed}.png`, mimeType: 'image/png', buffer: Buffer.from(await samplePhoto(seed)) };
}

/** Fills in the citizen's form and sends it. */
export async function submitReport(page: Page, origin: string, report: Report): Promise<Receipt> {
  await page.goto(origin);
  await page.getByLabel('Pengaduan').check();
  await page.getByLabel('Ceritakan').fill(report.text);
  if (report.anonymous) await page.getByLabel('Sembunyikan siapa saya (anonim)').check();
  if (report.photo) await page.getByLabel('Foto atau PDF').setInputFiles(report.photo);
  await page.getByRole('button', { name: 'Kirim laporan' }).click();
  return readReceipt(page);
}

export async function readReceipt(page: Page): Promise<Receipt> {
  await page.getByRole('heading', { name: 'Laporan Anda kami terima' }).waitFor({ timeout: SECONDS });
  const slot = async (name: string) => (await page.locator(`[data-slot=${name}]`).textContent()) ?? '';
  return { code: await slot('code'), pin: await slot('pin') };
}

/** What anybody with the code is told. */
export async function publicStatus(origin: string, code: string): Promise<{ status: string }> {
  const answer = await fetch(`${origin}/api/v1/complaints/${code}`);
  return (await answer.json()) as { status: string };
}

/** Waits until the API says so; fails after SECONDS. */
export async function statusBecomes(origin: string, code: string, wanted: string): Promise<void> {
  await within(async () => {
    const { status } = await publicStatus(origin, code);
    if (status !== wanted) throw new Error(`${code} is ${status}, not ${wanted}`);
  });
}

/** Tries again until it no longer throws; after SECONDS it throws what was thrown last. */
export async function within(attempt: () => Promise<void>): Promise<void> {
  await vi.waitFor(attempt, { timeout: SECONDS, interval: 250 });
}

/** Opens /lacak and enters with code and PIN. */
export async function openReport(page: Page, origin: string, receipt: Receipt): Promise<void> {
  await page.goto(`${origin}/lacak`);
  await page.getByLabel('Nomor laporan').fill(receipt.code);
  await page.getByLabel('PIN').fill(receipt.pin);
  await page.getByRole('button', { name: 'Buka' }).click();
  await page.getByRole('heading', { level: 1, name: `Laporan ${receipt.code}` }).waitFor();
}

/** Opens one of the forms that stand behind a button. */
export async function unfold(page: Page, summary: string): Promise<void> {
  await page.locator('summary', { hasText: summary }).click();
}

/** Signs in with a demo account and stays on the inbox. @param mailbox e.g. "pupr" */
export async function signIn(page: Page, origin: string, mailbox: string): Promise<void> {
  await page.goto(`${origin}/desk`);
  await page.getByLabel('Alamat e-mail').fill(`${mailbox}@contoh.example`);
  await page.getByLabel('Kata sandi').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.getByRole('button', { name: 'Keluar' }).waitFor();
}

/**
 * As somebody who has signed in, without the pages of that way: the browser gets the session of the same form.
 * @param path what is open then; nothing unless given
 */
export async function enter(page: Page, origin: string, mailbox: string, path?: string): Promise<void> {
  const answer = await page.request.post(`${origin}/masuk`, {
    form: { email: `${mailbox}@contoh.example`, password: DEMO_PASSWORD },
    headers: { origin },
    maxRedirects: 0,
  });
  const { location } = answer.headers();
  if (location !== '/desk') throw new Error(`${mailbox} may not sign in: ${answer.status()} ${location}`);
  if (path) await page.goto(`${origin}${path}`);
}

/** Reloads the inbox until the case is in it, then opens it. */
export async function openFromInbox(page: Page, origin: string, code: string): Promise<void> {
  const link = page.getByRole('row').filter({ hasText: code }).getByRole('link').first();
  await within(async () => {
    await page.goto(`${origin}/desk`);
    if ((await link.count()) === 0) throw new Error(`${code} is not in the inbox`);
  });
  await link.click();
  await page.getByText(code).first().waitFor();
}

/** Every text that the browser of a person is given from now on, to look for what they must never read. */
export function everythingReadBy(context: BrowserContext): () => Promise<string> {
  const bodies: Promise<string>[] = [];
  context.on('response', (response) => {
    const type = response.headers()['content-type'] ?? '';
    if (/html|json/.test(type)) bodies.push(response.text().catch(() => ''));
  });
  return async () => (await Promise.all(bodies)).join('\n');
}
