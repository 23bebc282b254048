/** A meeting's pack over some thousand invented cases, in a real workerd that is killed in the middle: its peak memory. */
import { type ChildProcess, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../ports.ts';
import { killServer, memoryOf } from './memory.ts';
import { startServer } from './server.ts';

/** Lives of one year: a quarter has some thousand of them. */
const CASES = 5000;
/** An isolate of Cloudflare has 128 MB: what a pack may add to workerd's memory (design.md). */
const MOST_MB = 100;

export async function benchMeetingPack(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kanal-pack-'));
  const port = await freePort();
  let server: ChildProcess | null = null;
  try {
    plant(folder, port);
    const start = () => startServer(folder, port, { KANAL_DEMO: '1' });
    server = await start();
    const desk = await Desk.signIn(`http://localhost:${port}`);
    const reports = await desk.counted();
    const meeting = await desk.plan();
    await desk.post(`${meeting}/bekukan`, {});
    const idle = memoryOf(folder, 'VmRSS');
    const begun = performance.now();
    const pack = await desk.post('/desk/evaluasi/paket', {
      ...{ kind: 'meeting', subject: meeting.split('/').at(-1) ?? '' },
      key: crypto.randomUUID(),
    });
    const killedAt = await desk.reached(pack, 3);
    const before = memoryOf(folder, 'VmHWM') - idle;
    killServer(folder, server);
    server = await start();
    const again = memoryOf(folder, 'VmRSS');
    const files = await desk.reached(pack, Number.POSITIVE_INFINITY);
    const growth = Math.max(before, memoryOf(folder, 'VmHWM') - again);
    if (growth >= MOST_MB) process.exitCode = 1;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(
      `\nA meeting's pack of a quarter with ${reports} reports, killed at ${killedAt} files and resumed: ${files} files in ${seconds} s, ` +
        `the start again included; workerd ${idle.toFixed(0)} MB before, at most ${growth.toFixed(0)} MB more`,
    );
  } finally {
    if (server) killServer(folder, server);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws Error with what the seed said */
function plant(folder: string, port: number): void {
  const words = [join(import.meta.dirname, '../seed.ts'), '--cases', String(CASES), '--years', '1'];
  const env = { ...process.env, KANAL_DATA: folder, PORT: String(port) };
  const { status, stderr } = spawnSync(process.execPath, words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`seed: ${stderr}`);
}

/** Somebody who prepares the meeting, by pages and forms. */
class Desk {
  private readonly origin: string;
  private readonly cookie: string;

  private constructor(origin: string, cookie: string) {
    this.origin = origin;
    this.cookie = cookie;
  }

  static async signIn(origin: string): Promise<Desk> {
    const body = new URLSearchParams({ email: 'sekda@contoh.example', password: 'contoh-kanal-lapor' });
    const answer = await fetch(`${origin}/masuk`, {
      method: 'POST',
      body,
      headers: { origin },
      redirect: 'manual',
    });
    const cookie = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (cookie.length === 0) throw new Error(`sign-in: ${answer.status}`);
    return new Desk(origin, cookie.join('; '));
  }

  /** Waits until the figures of the quarter before this one stand. @returns its reports */
  async counted(): Promise<number> {
    const today = new Date();
    const last = new Date(Date.UTC(today.getUTCFullYear(), Math.floor(today.getUTCMonth() / 3) * 3 - 1, 1));
    const period = `${last.getUTCFullYear()}-Q${Math.floor(last.getUTCMonth() / 3) + 1}`;
    for (let before = -1; ; await wait(3000)) {
      const answer = await this.fetch(`/api/v1/evaluation/figures?period=${period}&figure=received`);
      const now = Number(
        /"cell":\s*(\d+)|"value":\s*(\d+)/
          .exec(await answer.text())
          ?.slice(1)
          .find(Boolean) ?? 0,
      );
      if (now > 0 && now === before) return now;
      before = now;
    }
  }

  /** @returns the address of a meeting about that quarter */
  async plan(): Promise<string> {
    const form = await (await this.fetch('/desk/evaluasi/rapat/baru')).text();
    const period = /<option value="([^"]+)" selected/.exec(form)?.[1] ?? '';
    return this.post('/desk/evaluasi/rapat/baru', {
      ...{ title: 'Rapat uji', period, startsAt: '2027-01-04T09:00', place: '', chair: '', agenda: 'Angka' },
      key: crypto.randomUUID(),
    });
  }

  /** @returns where the answer leads, as a path */
  async post(path: string, fields: Record<string, string>): Promise<string> {
    const headers = { origin: this.origin, cookie: this.cookie };
    const body = new URLSearchParams(fields);
    const answer = await fetch(`${this.origin}${path}`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    });
    if (answer.status !== 303) throw new Error(`${path}: ${answer.status}`);
    return new URL(answer.headers.get('location') ?? '', this.origin).pathname;
  }

  /** Waits until so many files of a pack are made, or all. @returns how many there are */
  async reached(pack: string, files: number): Promise<number> {
    for (;;) {
      const page = await (await this.fetch(pack)).text();
      const made = page.match(/<a href="[^"]+" download/g)?.length ?? 0;
      const running = page.includes('<progress');
      if (made >= files || (!running && made > 0)) return made;
      await wait(50);
    }
  }

  private fetch(path: string): Promise<Response> {
    return fetch(`${this.origin}${path}`, { headers: { cookie: this.cookie } });
  }
}
