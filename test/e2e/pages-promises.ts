/** What every page promises, looked at in a real browser. */
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage, withoutScripts } from './pages-stage.ts';
import type { PageRow } from './pages-steps.ts';
import { axeProblems, openBrowser, type Served, serveKanal, shoot } from './support.ts';

/** A server and a stage for the tests of one file. @returns the stage, once the tests run */
export function useStage(): () => Stage {
  let kanal: Served;
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    kanal = await serveKanal({ KANAL_DEMO: '1' });
    browser = await openBrowser();
    stage = await setStage(browser, kanal.origin);
    for (const page of Object.values(stage.people)) await watch(page);
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await kanal?.stop();
  });
  return () => stage;
}

const phoneSize = { width: 360, height: 740 };
const sizes = [phoneSize, { width: 1280, height: 900 }];

/** What the pages of a person loaded and complained of since they were asked last. */
const loaded = new WeakMap<Page, { requests: Request[]; trouble: string[] }>();

async function watch(page: Page): Promise<void> {
  const record = { requests: [] as Request[], trouble: [] as string[] };
  loaded.set(page, record);
  page.on('pageerror', (error) => record.trouble.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) record.trouble.push(message.text());
  });
  page.on('request', (request) => {
    // Whatever the steps before loaded belongs to their pages.
    if (request.isNavigationRequest()) record.requests = [];
    record.requests.push(request);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
}

async function bytesOf(requests: Request[]): Promise<number> {
  const all = await Promise.all(requests.map((request) => request.sizes().catch(() => null)));
  return all.reduce((sum, size) => sum + (size ? size.responseBodySize + size.responseHeadersSize : 0), 0);
}

/** Everything that is folded away stands open: it has to fit and to be accessible too. */
const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

const wordsOf = (page: Page) => page.locator('body').textContent();
const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/**
 * On a cheap phone and on a desk's screen: accessible, nothing to scroll sideways, light, marked as demo data, and the
 * same without its scripts. Pages that load no script are the same page either way.
 */
export async function holdsItsPromises(stage: Stage, row: PageRow): Promise<void> {
  const { name, who, open, status = 200, kilobytes = 60 } = row;
  const page = stage.people[who];
  const record = loaded.get(page);
  if (!record) throw new Error('nobody watches this page');
  await page.setViewportSize(phoneSize);
  if (typeof open === 'string') {
    expect((await page.goto(`${stage.origin}${open}`))?.status()).toBe(status);
  } else {
    await open(page, stage);
    await page.waitForLoadState();
  }
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('main').textContent()).not.toMatch(/undefined|NaN|\[object|Invalid/);
  const demo = page.getByText('DATA CONTOH: semua laporan di sini rekaan.');
  await page.emulateMedia({ media: 'print' });
  expect(await demo.isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  expect(await demo.isVisible()).toBe(true);

  await openAll(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await axeProblems(page, { resized: size !== phoneSize })).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(size.width);
    await shoot(page, `${name.replace(/\W+/g, '-')}-${size.width}`);
  }
  expect(record.trouble.splice(0)).toEqual([]);
  const bytes = await bytesOf(record.requests);
  if (process.env.KANAL_SHOTS) console.log(`${(bytes / 1024).toFixed(1)} KB ${name}`);
  expect(bytes).toBeGreaterThan(1024);
  expect(bytes).toBeLessThanOrEqual(kilobytes * 1024);

  if ((await page.locator('script').count()) === 0) return;
  const words = await wordsOf(page);
  await withoutScripts(page, async () => {
    await page.setViewportSize(phoneSize);
    await page.reload();
    await openAll(page);
    expect(await widthOf(page)).toBeLessThanOrEqual(phoneSize.width);
    // The same words are the same page, already looked at.
    if ((await wordsOf(page)) !== words) expect(await axeProblems(page)).toEqual([]);
  });
  record.trouble.length = 0;
}

/** Each of these pages in the order given: some are what the steps to another have left. */
export function promise(pages: readonly PageRow[], stage: () => Stage): void {
  describe.each(pages)('$name ($who)', (row) => {
    it('holds what every page promises', () => holdsItsPromises(stage(), row));
  });
}
