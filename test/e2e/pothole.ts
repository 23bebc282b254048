/** The report that most days begin with. */
import type { Page } from 'playwright-core';
import type { DemoServer } from './demo-server.ts';
import { type Receipt, statusBecomes, submitReport } from './people.ts';
import { phone } from './support.ts';

export const POTHOLE = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';

/** A report that the router gives to PUPR. @returns with the page of its reporter */
export async function pothole({ browser, kanal }: DemoServer): Promise<Receipt & { page: Page }> {
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  const receipt = await submitReport(page, kanal.origin, { text: POTHOLE });
  await statusBecomes(kanal.origin, receipt.code, 'assigned');
  return { ...receipt, page };
}

/** A date in the future whatever today is, as a date field takes it. */
export const later = new Date(Date.now() + 14 * 24 * 3_600_000).toISOString().slice(0, 10);
