/** A client on another origin, as a regency's own app would be: photos, a complaint, a receipt, and the office has it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openFromInbox, signIn, statusBecomes } from './people.ts';
import { desktop, openBrowser, phone, type Served, serveKanal, shoot } from './support.ts';

let kanal: Served;
let browser: Browser;
let client: Server;

beforeAll(async () => {
  kanal = await serveKanal({ KANAL_DEMO: '1' });
  browser = await openBrowser();
  client = await serveClient();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  client?.close();
  await kanal?.stop();
});

/** The client's own page: its script is all it has. */
async function serveClient(): Promise<Server> {
  const bundle = await build({
    entryPoints: [`${import.meta.dirname}/client-page.ts`],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    write: false,
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/client.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(
      isScript
        ? script
        : '<!doctype html><title>Aplikasi lain</title><script type="module" src="/client.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

it('submits with two photos, gets its receipt, and the liaison of the office sees all of it', async () => {
  const context = await browser.newContext(desktop);
  const page = await context.newPage();
  const { port } = client.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'submitComplaint' in window);
  const text = 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.';
  const sent = await page.evaluate(([origin, words]) => window.submitComplaint(origin, words), [
    kanal.origin,
    { kind: 'complaint', text, area: '73.24.04.1003' },
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
  await context.close();

  const office = await browser.newContext(phone);
  const desk = await office.newPage();
  await signIn(desk, kanal.origin, 'pupr');
  await openFromInbox(desk, kanal.origin, code);
  await desk.getByRole('paragraph').filter({ hasText: text }).waitFor();
  const photos = desk.getByRole('img', { name: 'Foto pada lampiran' });
  expect(await photos.count()).toBe(2);
  for (const shown of await photos.all()) {
    await shown.scrollIntoViewIfNeeded();
    await expect.poll(() => shown.evaluate((img) => (img as HTMLImageElement).naturalWidth)).toBe(320);
  }
  await shoot(desk, 'klien-di-meja');
  await office.close();
});
