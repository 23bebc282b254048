/**
 * A whole day on which something is broken: while it lasts the status page says so in plain words, nothing is lost, nobody
 * is told twice, and once it is over all catches up by itself.
 */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { note } from '../../workers/features/status/notes.ts';
import { DAY, HOUR } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { dice, flaky } from '../support/flaky.ts';
import { type Broken, LivedDay } from '../support/lived-day.ts';
import { arrived, DOWN, smtpUrl } from '../support/mails.ts';
import { loadRegency, MONDAY } from '../support/worker.ts';

/** Monday 07:00 to Tuesday 07:00 WITA. */
const MORNING = MONDAY - 2 * HOUR;
const NEXT = MORNING + DAY;

interface Fault {
  name: string;
  broken: () => Broken;
  /** Ends it. */
  mend: () => void;
  /** The line that is not well while it lasts, and what it says. */
  line: string;
  says: RegExp;
}

beforeEach(() => loadRegency());

let losing = true;
let down = true;
let mended: (() => void)[] = [];
const roll = dice(11);

const faults: Fault[] = [
  {
    name: 'the queues lose every message',
    broken: () => ({ loses: () => losing }),
    mend: () => {},
    line: 'routing',
    says: /laporan belum dibaca sistem; yang terlama/,
  },
  {
    name: 'the queues lose one message in three',
    broken: () => ({ loses: () => losing && roll() < 1 / 3 }),
    mend: () => {},
    line: 'queue',
    says: /Pesan antrean hilang atau terlambat/,
  },
  {
    name: 'D1 fails one call in ten',
    broken: () => {
      const all = [flaky(env.DB, 0.1, 5), flaky(env.SEARCH, 0.1, 7)];
      mended = all.map(({ mend }) => mend);
      return { d1: all[0]?.d1 ?? env.DB, search: all[1]?.d1 ?? env.SEARCH };
    },
    mend: () => {
      for (const mend of mended) mend();
    },
    line: 'database',
    says: /pemeriksaan tidak selesai/,
  },
  {
    name: 'the mail server is away',
    broken: () => ({ smtpUrl: () => (down ? DOWN() : smtpUrl()) }),
    mend: () => {},
    line: 'mail_server',
    says: /surat berulang kali belum diterima: Server surat tidak dapat dihubungi/,
  },
];

describe('for a day', () => {
  it.for(faults)('$name', { timeout: 300_000 }, async (fault, { expect }) => {
    losing = true;
    down = false;
    const day = new LivedDay(fault.broken());
    await day.prepare(MONDAY - 7 * DAY);
    down = true;
    await day.live(MORNING, MORNING + 5 * HOUR);
    const during = [await day.status()];
    await day.live(MORNING + 5 * HOUR, MORNING + 10 * HOUR);
    // Of lost messages only sweeps close to each other tell.
    if (fault.line !== 'queue') during.push(await day.status());
    await day.live(MORNING + 10 * HOUR, NEXT);
    for (const { level, lines } of during) {
      const line = lines.find(({ id }) => id === fault.line);
      expect(line?.says, fault.line).toMatch(fault.says);
      expect([line?.means, line?.todo].every(Boolean)).toBe(true);
      expect(['look', 'trouble']).toContain(level);
    }
    losing = false;
    down = false;
    fault.mend();
    await day.live(NEXT, NEXT + 3 * HOUR);
    await note(openDb(env.DB), 'backupAt', NEXT);
    expect((await day.status()).lines.filter(({ level }) => level !== 'well')).toEqual([]);

    const account = await day.account();
    expect(day.receipts.length).toBeGreaterThanOrEqual(10);
    expect(account).toMatchObject({ strays: 0, missing: [], unrouted: 0, broken: [], undelivered: [] });
    // Overdue first answers of five reports, told to the head, once each.
    const overdue = account.stages.filter(
      ({ stage, clock }) => stage === 'late-head' && clock === 'first_answer',
    );
    expect(overdue.length).toBeGreaterThan(2);
    const mails = fault.line === 'mail_server' ? await mailsOf(day) : day.mails.length;
    expect(mails).toBe(account.sent.length);
    const texts = day.mails.map(({ to, subject, text }) => `${to}\n${subject}\n${text}`);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

/** Mails at the real server for everybody who got a notice. */
async function mailsOf(day: LivedDay): Promise<number> {
  const all = await day.addresses();
  const counts = await Promise.all(all.map(async (address) => (await arrived(address)).length));
  return counts.reduce((sum, count) => sum + count, 0);
}
