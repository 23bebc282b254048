/** What a day of work is played on: a server with sample data and a browser, for the tests of one file and of what it imports. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { enter } from './people.ts';
import { desktop, openBrowser, type Served, serveKanal } from './support.ts';

export interface DemoServer {
  kanal: Pick<Served, 'origin'>;
  browser: Pick<Browser, 'newContext'>;
  /** The inbox, on a page of its own, of somebody who has signed in. @param mailbox of the demo account, e.g. "pupr" */
  staff: (mailbox: string, device?: BrowserContextOptions) => Promise<Page>;
}

let used: DemoServer | undefined;

/** Call it at the top of a test file, and of what it imports: there is one. What it returns can be used from inside tests. */
export function useDemoServer(): DemoServer {
  used ??= start();
  return used;
}

function start(): DemoServer {
  let served: Served | undefined;
  let opened: Browser | undefined;
  beforeAll(async () => {
    served = await serveKanal({ KANAL_DEMO: '1' });
    opened = await openBrowser();
  }, 180_000);
  afterEach(async () => {
    for (const context of opened?.contexts() ?? []) await context.close();
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
  });
  const started = <T>(part: T | undefined): T => {
    if (!part) throw new Error('used before the tests began');
    return part;
  };
  const kanal = {
    get origin() {
      return started(served).origin;
    },
  };
  const browser = { newContext: (options?: BrowserContextOptions) => started(opened).newContext(options) };
  const staff = async (mailbox: string, device = desktop) => {
    const page = await (await browser.newContext(device)).newPage();
    await enter(page, kanal.origin, mailbox, '/desk');
    return page;
  };
  return { kanal, browser, staff };
}
