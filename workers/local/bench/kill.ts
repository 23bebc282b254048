/** How many scans a kill loses: those an isolate had not yet sent, and those the queue held in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import autocannon from 'autocannon';
import { freePort } from '../ports.ts';
import { databaseFile, markerOf, openForReading } from '../stores.ts';
import { median } from './machine.ts';
import { startServer, stopServer } from './server.ts';

const KILLS = 5;
/** Scans a second: a village fair, not a stress test. */
const RATE = 200;
const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

export async function benchKills(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kanal-kill-'));
  const port = await freePort();
  const lost: number[] = [];
  let acknowledged = 0;
  let counted = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const server = await startServer(folder, port);
    const code = codeOf(folder);
    let ended = () => {};
    const over = new Promise<void>((resolve) => (ended = resolve));
    const options = {
      url: `http://127.0.0.1:${port}/${code}`,
      connections: 4,
      overallRate: RATE,
      duration: 60,
      headers: { 'user-agent': PHONE },
    };
    const gun = autocannon(options, () => ended());
    let answered = 0;
    gun.on('response', (_client, status) => {
      if (status === 302) answered++;
    });
    await wait(3000 + kill * 150);
    server.kill('SIGKILL');
    await wait(300);
    gun.stop?.();
    await over;
    // What survived is counted by the next start.
    const again = await startServer(folder, port);
    await wait(2500);
    await stopServer(again);
    acknowledged += answered;
    const now = scansIn(folder);
    lost.push(answered - (now - counted));
    counted = now;
  }
  rmSync(folder, { recursive: true, force: true });
  console.log(
    `\nLoss of scans at a kill (SIGKILL at ${RATE} scans a second, ${KILLS} times): of ${acknowledged} acknowledged ${counted} counted; ` +
      `lost at a kill: median ${median(lost)}, at most ${Math.max(...lost)} (${(Math.max(...lost) / RATE).toFixed(1)} seconds of scans)`,
  );
}

function ask<T>(folder: string, sql: string): T {
  const db = openForReading(databaseFile(folder, markerOf(folder), 'DB'));
  try {
    return db.prepare(sql).get() as T;
  } finally {
    db.close();
  }
}

const codeOf = (folder: string) => ask<{ code: string }>(folder, 'SELECT code FROM placements LIMIT 1').code;
const scansIn = (folder: string) =>
  ask<{ n: number | null }>(folder, "SELECT sum(scanned) AS n FROM placement_counts WHERE day = '*'").n ?? 0;
