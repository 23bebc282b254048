/** How a page is reached, for the lists of pages. */
import type { Page } from 'playwright-core';
import type { Stage, Who } from './pages-stage.ts';
import { openReport } from './people.ts';

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

export type Steps = (page: Page, stage: Stage) => Promise<unknown>;

export const button = (page: Page, name: string) => page.getByRole('button', { name }).click();
export const report =
  (which: keyof Stage['receipts'], more: Steps = async () => {}): Steps =>
  async (page, stage) => {
    await openReport(page, stage.origin, stage.receipts[which]);
    await more(page, stage);
  };
export const desk =
  (which: keyof Stage['receipts'], more: Steps = async () => {}): Steps =>
  async (page, stage) => {
    await page.goto(`${stage.origin}/desk/kasus/${stage.receipts[which].code}`);
    await more(page, stage);
  };
/** The first case of a list whose row says this. */
export const first =
  (list: string, words: string): Steps =>
  async (page, { origin }) => {
    await page.goto(`${origin}/desk?daftar=${list}`);
    await page.getByRole('row').filter({ hasText: words }).getByRole('link').first().click();
  };
export const at =
  (path: string, more: Steps): Steps =>
  async (page, stage) => {
    await page.goto(`${stage.origin}${path}`);
    await more(page, stage);
  };
