/**
 * Ten times SIGKILL for the server and its workerd, under load and with messages in the queue: every acknowledged
 * complaint is there and routed once, no try makes a second case, and nothing personal lies in the files.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { memoryFolder } from '../../vitest.memory.ts';
import { firstBreak, type Link } from '../../workers/cases/chain.ts';
import { freePort } from './support.ts';

const KILLS = Number(process.env.KILLS ?? 10);
const CLIENTS = 6;
const CANARY = 'Kanarium';

let folder = '';
let port = 0;
let server: ChildProcess | null = null;
let output = '';
/** Where the newest start's output begins. */
let begun = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(memoryFolder(), 'kanal-kills-'));
  port = await freePort();
});

afterAll(async () => {
  await stop('SIGTERM');
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const script = join(import.meta.dirname, '../../workers/local/serve.ts');
  begun = output.length;
  const started = spawn(process.execPath, [script], {
    env: { ...process.env, PORT: String(port), KANAL_DATA: folder, KANAL_DEMO: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (chunk) => (output += chunk));
  server = started;
  const end = Date.now() + 60_000;
  while (Date.now() < end && started.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`not healthy:\n${output}`);
}

/** Waits until the newest start says that it serves. @throws Error with its output when it ended instead */
async function up(): Promise<void> {
  for (let tries = 0; tries < 300 && server?.exitCode === null; tries++) {
    if (output.slice(begun).includes('Ctrl-C stops it')) return;
    await sleep(100);
  }
  throw new Error(`the last start did not come up:\n${output.slice(begun)}`);
}

async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const running = server;
  server = null;
  if (!running || running.exitCode !== null || running.signalCode !== null) return;
  const gone = new Promise((resolve) => running.once('exit', resolve));
  running.kill(signal);
  await gone;
}

/** Kills node, and every other time workerd first. */
async function kill(workerdFirst: boolean): Promise<void> {
  if (workerdFirst) {
    const { pid } = JSON.parse(readFileSync(join(folder, 'workerd.json'), 'utf8')) as { pid: number };
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // What answered was a workerd that an earlier kill left behind; the start that is killed now has just ended it.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
  await stop('SIGKILL');
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Sent {
  key: string;
  text: string;
  /** Codes that were acknowledged for this key: at most one different. */
  codes: Set<string>;
}

/** Keeps submitting; a complaint without an answer is tried again with its key, as a phone does. */
async function client(apiKey: string, name: number, sent: Sent[], going: () => boolean): Promise<void> {
  for (let n = 0; going(); n++) {
    const one: Sent = {
      key: crypto.randomUUID(),
      text: `Jalan di depan pasar berlubang, laporan ${name}-${n}.`,
      codes: new Set(),
    };
    sent.push(one);
    while (going() && one.codes.size === 0) if (!(await send(apiKey, one))) await sleep(150);
    // Load enough that something is always under way, and not so much that the other file of tests stands still.
    await sleep(25);
  }
}

async function send(apiKey: string, one: Sent): Promise<boolean> {
  const body = {
    kind: 'complaint',
    text: one.text,
    contact: { name: `${CANARY} Sitti`, email: `${CANARY.toLowerCase()}@example.id` },
  };
  const answer = await fetch(`http://localhost:${port}/api/v1/complaints`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${apiKey}`,
      'idempotency-key': one.key,
    },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer?.status !== 201) return false;
  const receipt = (await answer.json().catch(() => null)) as { code: string } | null;
  if (receipt) one.codes.add(receipt.code);
  return receipt !== null;
}

function database(): DatabaseSync {
  const d1 = join(folder, 'v3/d1/miniflare-D1DatabaseObject');
  for (const file of readdirSync(d1).filter((name) => /^[0-9a-f]{64}\.sqlite$/.test(name))) {
    const db = new DatabaseSync(join(d1, file));
    if (db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'cases'").get()) return db;
    db.close();
  }
  throw new Error('no database');
}

function filesOf(path: string): string[] {
  return readdirSync(path).flatMap((name) => {
    const full = join(path, name);
    return statSync(full).isDirectory() ? filesOf(full) : [full];
  });
}

describe('ten kills', () => {
  it('lose no acknowledged complaint and route each once', { timeout: 240_000 }, async ({ expect }) => {
    await start();
    const { key } = JSON.parse(readFileSync(join(folder, 'api-key.json'), 'utf8')) as { key: string };
    const sent: Sent[] = [];
    let going = true;
    const clients = Array.from({ length: CLIENTS }, (_, name) => client(key, name, sent, () => going));
    for (let i = 0; i < KILLS; i++) {
      await sleep(400 + 150 * i);
      await kill(i % 2 === 1);
      await start();
    }
    // What answers may be a workerd that a kill of node left behind: the last start has to come up itself.
    await up();
    await sleep(500);
    going = false;
    await Promise.all(clients);
    // A phone that never got an answer sends once more.
    for (const one of sent.filter((entry) => entry.codes.size === 0)) await send(key, one);
    const acknowledged = sent.flatMap((one) => [...one.codes]);
    expect(acknowledged.length).toBeGreaterThan(KILLS * 5);
    expect(sent.every((one) => one.codes.size === 1)).toBe(true);
    expect(new Set(acknowledged).size).toBe(sent.length);
    const waiting = await routedAll(acknowledged.length);
    await stop('SIGTERM');

    const db = database();
    const cases = db.prepare('SELECT id, code, routed_at FROM cases').all() as {
      id: number;
      code: string;
      routed_at: number | null;
    }[];
    expect(new Set(cases.map((row) => row.code))).toEqual(new Set(acknowledged));
    expect(
      cases.filter((row) => row.routed_at === null).map((row) => row.id),
      output
        .split('\n')
        .filter((line) => line.includes('"level"'))
        .slice(-20)
        .join('\n'),
    ).toEqual([]);
    const broken: string[] = [];
    const read = db.prepare(
      `SELECT case_id AS caseId, seq, verb, actor, at, payload_digest AS payloadDigest, prev_hash AS prevHash, hash
       FROM history WHERE case_id = ? ORDER BY seq`,
    );
    for (const row of cases) {
      const chain = read.all(row.id) as unknown as (Link & { hash: string })[];
      const routings = chain.filter((link) => ['route', 'suggest', 'hold'].includes(link.verb)).length;
      if (routings !== 1 || (await firstBreak(chain)) !== null) broken.push(`${row.code}: ${routings}`);
    }
    expect(broken).toEqual([]);
    db.close();
    console.log(
      `${KILLS} kills, ${acknowledged.length} acknowledged complaints, all there and routed once after ${waiting} ms`,
    );
    const leaks = filesOf(folder).filter(
      (file) =>
        !file.includes('/mailbox/') &&
        readFileSync(file).toString('latin1').toLowerCase().includes(CANARY.toLowerCase()),
    );
    expect(leaks).toEqual([]);
    expect(output.toLowerCase()).not.toContain(CANARY.toLowerCase());
  });
});

/** Waits until nothing is unrouted, as the boot's sweep promises. @returns ms it took */
async function routedAll(count: number): Promise<number> {
  const began = Date.now();
  const db = database();
  while (Date.now() - began < 60_000) {
    const row = db.prepare('SELECT count(routed_at) AS n FROM cases').get() as { n: number };
    if (row.n >= count) break;
    await sleep(200);
  }
  db.close();
  return Date.now() - began;
}
