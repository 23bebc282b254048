/** A pack of 500 sheets in a real workerd that is killed in the middle: its peak memory, and every code read from its files. */
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import { killServer, memoryOf } from './memory.ts';
import { fillFolder } from './print-data.ts';
import { startServer } from './server.ts';

/** What the printed codes say: as long as a regency's own address is. */
const ORIGIN = 'https://kanal.luwutimurkab.go.id';

export interface PackOfAll {
  sheets: number;
  /** Sheets that were made when it was killed. */
  killedAt: number;
  /** Resident memory of workerd before, in MB, and how much more it was at most, before and after the kill. */
  idle: number;
  growth: number;
  seconds: number;
  /** Files in the order of their parts, and the codes that belong on their sheets. */
  files: Uint8Array[];
  codes: string[];
}

interface Pack {
  id: number;
  status: string;
  done: number;
  parts: { part: number }[];
}

/** @param sheets places are added until there are so many; at least those of the regency */
export async function printAll(sheets: number): Promise<PackOfAll> {
  const folder = mkdtempSync(join(tmpdir(), 'kanal-print-'));
  const port = await freePort();
  const start = () => startServer(folder, port, { ORIGIN });
  let server: ChildProcess | null = null;
  try {
    const { token, codes } = await fillFolder(folder, port, sheets);
    const call = caller(`http://127.0.0.1:${port}/api/v1/campaigns/print-packs`, token);
    server = await start();
    const idle = memoryOf(folder, 'VmRSS');
    const begun = performance.now();
    const pack = (await call('POST', '', { format: 'a3_poster', lives: 'all' }).then((a) =>
      a.json(),
    )) as Pack;
    const look = async () => (await (await call('GET', `/${pack.id}`)).json()) as Pack;
    const killedAt = await reached(look, sheets / 2);
    const before = memoryOf(folder, 'VmHWM') - idle;
    killServer(folder, server);
    server = await start();
    const again = memoryOf(folder, 'VmRSS');
    await reached(look, sheets);
    const seconds = (performance.now() - begun) / 1000;
    const growth = Math.max(before, memoryOf(folder, 'VmHWM') - again);
    const files: Uint8Array[] = [];
    for (const { part } of (await look()).parts)
      files.push(new Uint8Array(await (await call('GET', `/${pack.id}/parts/${part}`)).arrayBuffer()));
    return { sheets, killedAt, idle, growth, seconds, files, codes };
  } finally {
    if (server) killServer(folder, server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a sheet of this code says. */
export const saysOf = (code: string): string => `${ORIGIN}/${code}`.toUpperCase();

function caller(address: string, token: string) {
  return (method: string, path: string, body?: object) =>
    fetch(`${address}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
    });
}

/** Waits until so many sheets are made. @throws Error when the pack ends otherwise */
async function reached(look: () => Promise<Pack>, sheets: number): Promise<number> {
  for (;;) {
    const { done, status } = await look();
    if (done >= sheets) return done;
    if (status !== 'running') throw new Error(`the pack is ${status} after ${done}`);
    await wait(50);
  }
}
