/** What the pages need before they can be looked at: signed-in people, and reports at every stage. */
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, Browser, BrowserContext, Page } from 'playwright-core';
import { enter, type Receipt, SECONDS, statusBecomes, within } from './people.ts';
import { phone } from './support.ts';

/** Mailboxes of demo accounts, and anybody. */
export type Who =
  | 'public'
  | 'admin'
  | 'pupr'
  | 'verifikator'
  | 'inspektorat'
  | 'pimpinan'
  | 'humas'
  | 'kim'
  | 'dpo'
  | 'stranger';

export interface Stage {
  origin: string;
  people: Record<Who, Page>;
  /** Of reports at their stage; `closed` is confirmed and rated. */
  receipts: Record<
    'assigned' | 'asked' | 'returned' | 'contested' | 'answered' | 'closed' | 'anonymous' | 'accusing',
    Receipt
  >;
}

/** Of the reports here; its mails lie in the mailbox page. */
export const REPORTER = 'warga.halaman@example.id';
const POTHOLE = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';

export async function setStage(browser: Browser, origin: string): Promise<Stage> {
  const names: Who[] = [
    'public',
    'stranger',
    'admin',
    'pupr',
    'verifikator',
    'inspektorat',
    'pimpinan',
    'humas',
    'kim',
    'dpo',
  ];
  const entries: [Who, Page][] = [];
  for (const who of names) {
    // A worker would answer from the phone what is to be weighed on the wire.
    const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
    const page = await context.newPage();
    if (who !== 'public' && who !== 'stranger') await enter(page, origin, who);
    entries.push([who, page]);
  }
  const people = Object.fromEntries(entries) as Stage['people'];
  const { request } = people.public.context();
  const receipts = {
    assigned: await file(request, origin, { text: POTHOLE }),
    asked: await file(request, origin, { text: POTHOLE }),
    returned: await file(request, origin, { text: POTHOLE }),
    contested: await file(request, origin, { text: POTHOLE }),
    answered: await file(request, origin, { text: POTHOLE }),
    closed: await file(request, origin, { text: POTHOLE }),
    anonymous: await file(request, origin, { text: POTHOLE, anonymous: '1' }),
    accusing: await file(request, origin, {
      text: 'Petugas loket minta uang untuk surat.',
      aboutOfficial: '1',
    }),
  };
  const { assigned, asked, returned, contested, answered, closed } = receipts;
  for (const { code } of [assigned, asked, returned, contested, answered, closed])
    await statusBecomes(origin, code, 'assigned');
  const office = people.pupr.context();
  await act(office, origin, asked.code, 'ask', { question: 'Di depan pasar yang mana?' });
  await act(office, origin, returned.code, 'return', { reason: 'Ini lampu jalan.', suggestion: 'DPKPP' });
  for (const { code } of [contested, answered, closed]) {
    await act(office, origin, code, 'answer', {
      outcome: 'dijelaskan',
      text: 'Penambalan mulai pekan depan.',
      acceptWarnings: true,
    });
  }
  const says = (receipt: Receipt, what: string, input: object) =>
    post(request, `${origin}/api/v1/complaints/${receipt.code}/${what}`, input, {
      authorization: `Pin ${receipt.pin.replace(' ', '')}`,
    });
  await says(contested, 'contest', { reason: 'Belum ada yang ditambal.' });
  await says(closed, 'confirmation', {});
  await says(closed, 'rating', { score: 4 });
  return { origin, people, receipts };
}

/** Sends the form as a browser without JavaScript does. */
export async function file(
  request: APIRequestContext,
  origin: string,
  fields: Record<string, string>,
): Promise<Receipt> {
  const form = { key: randomUUID(), kind: 'complaint', 'contact.email': REPORTER, ...fields };
  const page = await (await request.post(origin, { multipart: form })).text();
  const slot = (name: string) => new RegExp(`data-slot="${name}">([^<]+)<`).exec(page)?.[1] ?? '';
  const receipt = { code: slot('code'), pin: slot('pin') };
  if (!receipt.code || !receipt.pin) throw new Error(`no receipt for ${JSON.stringify(fields)}`);
  return receipt;
}

/** A verb of the desk through its API, with the session of the page. */
export async function act(
  context: BrowserContext,
  origin: string,
  code: string,
  verb: string,
  input: object,
) {
  await post(context.request, `${origin}/api/v1/desk/cases/${code}/${verb}`, input, { origin });
}

async function post(request: APIRequestContext, url: string, data: object, headers: Record<string, string>) {
  const answer = await request.post(url, { data, headers: { 'idempotency-key': randomUUID(), ...headers } });
  if (!answer.ok()) throw new Error(`${url}: ${answer.status()} ${await answer.text()}`);
}

/** Opens the newest mail to somebody and returns the first link in it. */
export async function linkFromMail(page: Page, origin: string, subject: string): Promise<string> {
  const mailbox = new URL(origin);
  mailbox.port = String(Number(mailbox.port) + 1);
  let link = '';
  await within(async () => {
    await page.goto(mailbox.href);
    await page.getByRole('link', { name: subject }).first().click({ timeout: 500 });
    link = (await page.locator('pre a').first().getAttribute('href', { timeout: 500 })) ?? '';
  });
  if (!link) throw new Error(`no link in "${subject}" after ${SECONDS} ms`);
  return link;
}

/** Runs steps while no script of Kanal reaches the browser; axe and the steps themselves still work. */
export async function withoutScripts(page: Page, steps: () => Promise<unknown>): Promise<void> {
  await page.route('**/*.js', (route) => route.abort());
  try {
    await steps();
  } finally {
    await page.unroute('**/*.js');
  }
}
