/** What the operator may choose, from environment variables; everything else comes from wrangler.toml. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { SourcelessWorkerOptions } from 'wrangler';
import { packIds } from '../../shared/regencies/index.ts';
import { keep, takeKept } from './kept.ts';
import type { Wanted } from './prepared.ts';
import { Trouble } from './trouble.ts';

export const root = join(import.meta.dirname, '../..');
export const configPath = join(root, 'wrangler.toml');

export interface Settings {
  /** Bindings and queues as wrangler.toml has them. */
  worker: Omit<SourcelessWorkerOptions, 'modulesRules'>;
  /** Plain values of wrangler.toml; the sender of mails may be another. */
  vars: Record<string, string>;
  crons: string[];
  /** Ids of databases and buckets by binding. */
  stores: Record<string, string>;
  /** Folder of the pack in shared/regencies. */
  regency: string;
  /** Absolute path of the data folder. */
  folder: string;
  host: string;
  port: number;
  /** Public address for links; empty = the address of the request, and no links in mails. */
  origin: string;
  /** The regency's own mail server; empty = mails stay in the mailbox of this machine. */
  smtp: string;
  /** What is loaded into an empty database: invented accounts and cases, and with `all` an invented campaign. */
  demo: Wanted['demo'];
}

/** @throws Trouble naming the variable that cannot be used */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const { modulesRules: _, ...worker } = optionsOfWrangler();
  const written = (worker.bindings ?? {}) as Record<string, string>;
  const vars = { ...written, MAIL_FROM: env.MAIL_FROM || (written.MAIL_FROM ?? '') };
  const usual = written.REGENCY ?? '';
  const regency = env.KANAL_REGENCY || usual;
  if (!packIds.includes(regency)) {
    throw new Trouble(`There is no regency "${regency}" in shared/regencies; known: ${packIds.join(', ')}.`);
  }
  const host = env.HOST || '127.0.0.1';
  const port = portOf(env.PORT || '8787');
  return {
    worker,
    vars,
    crons: (worker.cronTriggers ?? []) as string[],
    stores: { ...idsOf(worker.d1Databases), ...idsOf(worker.r2Buckets) },
    regency,
    folder: resolve(env.KANAL_DATA || join(root, regency === usual ? '.kanal' : `.kanal-${regency}`)),
    host,
    port,
    origin: env.ORIGIN || usualOrigin(host, port),
    smtp: env.SMTP_URL ?? '',
    demo: env.KANAL_DEMO === '0' ? 'none' : env.KANAL_DEMO === 'cases' ? 'cases' : 'all',
  };
}

type Options = SourcelessWorkerOptions;

/** Files that wrangler reads variables from; they may hold secrets. */
const secretFiles = ['.env', '.env.local', '.dev.vars'].map((name) => join(root, name));

/** As wrangler reads wrangler.toml. Loading wrangler for it takes two seconds, so the result is kept. */
function optionsOfWrangler(): Options {
  const plain = !process.env.CLOUDFLARE_ENV && !secretFiles.some((path) => existsSync(path));
  const kept = plain ? takeKept('bindings') : null;
  if (kept !== null) return JSON.parse(kept) as Options;
  const options = askWrangler();
  const sources = ['wrangler.toml', 'package-lock.json', 'workers/local/settings.ts'];
  if (plain) keep('bindings', sources, JSON.stringify(options));
  return options;
}

/** It would warn that the secrets are not set; here they come from the data folder. Its commands may speak. */
function askWrangler(): Options {
  const level = process.env.WRANGLER_LOG;
  process.env.WRANGLER_LOG = level ?? 'error';
  try {
    const wrangler = createRequire(import.meta.url)('wrangler') as typeof import('wrangler');
    return wrangler.unstable_getMiniflareWorkerOptions(configPath).workerOptions;
  } finally {
    if (level === undefined) delete process.env.WRANGLER_LOG;
  }
}

type Stores = SourcelessWorkerOptions['d1Databases'] | SourcelessWorkerOptions['r2Buckets'];

function idsOf(stores: Stores): Record<string, string> {
  const pairs = Object.entries(stores ?? {}) as [string, string | { id: string }][];
  return Object.fromEntries(pairs.map(([name, one]) => [name, typeof one === 'string' ? one : one.id]));
}

/** On all addresses of the machine nobody knows which of them people use. */
function usualOrigin(host: string, port: number): string {
  if (isLoopback(host)) return `http://localhost:${port}`;
  return host === '0.0.0.0' || host === '::' ? '' : `http://${host}:${port}`;
}

/** The mailbox page has the port after Kanal's, so the last port is not for Kanal. */
function portOf(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_534) {
    throw new Trouble(`PORT must be a number from 1 to 65534, not "${text}".`);
  }
  return port;
}

/** True when only programs of this machine can connect. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}
