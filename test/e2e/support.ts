/** What browser tests share: a server of their own, a real browser, screenshots, and the accessibility check. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import bundled from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { memoryFolder } from '../../vitest.memory.ts';
import { freePort } from '../../workers/local/ports.ts';

export { axeProblems } from './accessible.ts';
export { freePort };

export interface Served {
  origin: string;
  stop: () => Promise<void>;
}

/**
 * Starts Kanal on a free port with a folder of its own, as `npm start` does. KANAL_E2E names a server that already runs
 * and is used instead.
 * @param env with KANAL_DEMO=1 the sample data are there
 * @param data.folder to load them into, which is kept; else the folder is removed when it stops
 * @throws Error with the server's output when it is not healthy within two minutes
 */
export async function serveKanal(
  env: Record<string, string> = {},
  data: { folder?: string } = {},
): Promise<Served> {
  const running = process.env.KANAL_E2E;
  if (running) return { origin: running, stop: async () => {} };
  const folder = data.folder ?? mkdtempSync(join(memoryFolder(), 'kanal-e2e-'));
  const sample = data.folder === undefined && env.KANAL_DEMO === '1' ? inject('sampleData') : null;
  if (sample) cpSync(sample, folder, { recursive: true });
  const port = await freePort();
  const script = join(import.meta.dirname, '../../workers/local/serve.ts');
  const server = spawn(process.execPath, [script], {
    env: { ...process.env, PORT: String(port), KANAL_DATA: folder, KANAL_DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (output += chunk));
  const origin = `http://localhost:${port}`;
  try {
    await healthy(origin, server, () => output.includes(READY));
  } catch (error) {
    server.kill('SIGKILL');
    throw new Error(`${String(error)}\n${output}`);
  }
  return {
    origin,
    stop: async () => {
      server.kill('SIGTERM');
      await new Promise((resolve) => server.once('exit', resolve));
      if (data.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The last line of what a start says. Before it, data that were there already may look healthy and not be prepared. */
const READY = 'Ctrl-C stops it';

async function healthy(origin: string, server: ChildProcess, ready: () => boolean): Promise<void> {
  const end = Date.now() + 120_000;
  while (Date.now() < end && server.exitCode === null) {
    const answer = ready() ? await fetch(`${origin}/health`).catch(() => null) : null;
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not become healthy');
}

/** Unpacks the browser that ships inside the npm package, once for all that open it at the same moment. */
export const unpackBrowser = (): Promise<string> => bundled.executablePath();

/** That browser; not with its package's arguments, which switch the rules between origins off. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpackBrowser(),
    args: ['--disable-gpu', '--no-zygote', '--font-render-hinting=none'],
    chromiumSandbox: false,
    headless: true,
  });
}

/** A cheap phone. */
export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, locale: 'id-ID' };
/** A citizen's: a headless browser calls itself one, and is counted as a program, while people come with phones. */
export const citizenPhone: BrowserContextOptions = {
  ...phone,
  userAgent:
    'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
};
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'id-ID' };

/** Writes a picture of the whole page where KANAL_SHOTS points, if anywhere. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.KANAL_SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
