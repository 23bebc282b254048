/**
 * Side by side in one run: what a citizen's report costs against one bare INSERT, and what a counted scan costs against
 * a bare redirect. Rounds alternate, each pair gives a ratio, and the medians are told. One workerd is up to a tenth faster
 * or slower than the next for as long as it lives, by where its memory came to lie, so several take part.
 */

import { createChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import autocannon from 'autocannon';
import { fromHex } from '../../platform/ids.ts';
import { loadKeys } from '../../privacy/keys.ts';
import { type BenchMachine, median, settled, withMachine } from './machine.ts';

const MACHINES = 5;
/** In each machine. */
const ROUNDS = 3;
const SECONDS = 2;
const WARMING = 6;
const CONNECTIONS = 8;
const PHONE =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';

interface Load {
  url: string;
  request: () => { method?: 'GET' | 'POST'; path?: string; headers?: Record<string, string>; body?: string };
  /** Status that counts. */
  good: number;
}

/** @returns good answers a second @throws Error when there were others */
async function rate({ url, request, good }: Load, duration = SECONDS): Promise<number> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration,
    requests: [{ setupRequest: (one) => ({ ...one, ...request() }) }],
  });
  const statuses = result.statusCodeStats as Record<string, { count: number }>;
  const others = Object.keys(statuses).filter((status) => Number(status) !== good);
  if (others.length > 0 || result.errors > 0)
    throw new Error(`${url}: ${JSON.stringify(statuses)} ${result.errors} errors`);
  return (statuses[good]?.count ?? 0) / result.duration;
}

interface Pair {
  floor: Load;
  own: Load;
  /** Smallest ratio that was promised. */
  wanted: number;
  /** Waits until nothing of a round goes on. */
  settled: (machine: BenchMachine) => Promise<void>;
}

type Row = Record<string, string | number>;

interface Round {
  floor: number;
  own: number;
}

/**
 * Each pair in workerds of its own. Routing is no part of a submit and has a thread of its own where it is deployed, so
 * the first two run without consumers; `lives` measures with them, and so does a scan, which counts once it is counted.
 */
export async function benchThroughput(): Promise<void> {
  const contact = { name: 'Sitti', phone: '081200000001' };
  const rows: Record<string, Row> = {
    'submit / bare INSERT': await measure((machine) => submitPair(machine, {}), false),
    'submit with name and phone / bare INSERT': await measure(
      (machine) => submitPair(machine, { contact }),
      false,
    ),
    'counted scan / bare 302': await measure(scanPair, true),
  };
  console.log('\nThroughput, side by side in the same workerd, several of them (medians)');
  console.table(rows);
}

/** @param consumers whether the queues are worked off in the same workerd */
async function measure(pairOf: (machine: BenchMachine) => Promise<Pair>, consumers: boolean): Promise<Row> {
  const rounds: Round[] = [];
  let wanted = 0;
  for (let count = 0; count < MACHINES; count++) {
    await withMachine(async (machine) => {
      const pair = await pairOf(machine);
      wanted = pair.wanted;
      rounds.push(...(await compare(machine, pair)));
    }, consumers);
  }
  const ratios = rounds.map(({ own, floor }) => own / floor).sort((a, b) => a - b);
  return {
    'floor a second': Math.round(median(rounds.map(({ floor }) => floor))),
    'Kanal a second': Math.round(median(rounds.map(({ own }) => own))),
    ratio: median(ratios).toFixed(2),
    'from, to': `${ratios[0]?.toFixed(2)}, ${ratios.at(-1)?.toFixed(2)}`,
    wanted: `at least ${wanted}`,
    rounds: rounds.length,
  };
}

async function compare(machine: BenchMachine, pair: Pair): Promise<Round[]> {
  const rounds: Round[] = [];
  // A new isolate compiles what it runs, step by step.
  await rate(pair.floor, WARMING);
  await rate(pair.own, WARMING);
  await pair.settled(machine);
  for (let round = 0; round < ROUNDS; round++) {
    const floorFirst = round % 2 === 0;
    const before = floorFirst ? await rate(pair.floor) : 0;
    const own = await rate(pair.own);
    await pair.settled(machine);
    const floor = floorFirst ? before : await rate(pair.floor);
    rounds.push({ floor, own });
  }
  return rounds;
}

/**
 * A report as a phone sends it, with proof of work and key; against one bare INSERT of the same body.
 * @param contact what the reporter adds of themselves
 */
async function submitPair(machine: BenchMachine, contact: object): Promise<Pair> {
  const proofs = await solvedChallenges(machine, 20_000);
  let next = 0;
  const body = () =>
    JSON.stringify({
      kind: 'complaint',
      text: 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.',
      area: '73.24.04.1003',
      ...contact,
    });
  return {
    wanted: 0.5,
    settled: async () => {},
    floor: { url: `${machine.floor}/insert`, good: 201, request: () => ({ method: 'POST', body: body() }) },
    own: {
      url: `${machine.origin}/api/v1/complaints`,
      good: 201,
      request: () => ({
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
          'x-altcha': proofs[next++] ?? '',
        },
        body: body(),
      }),
    },
  };
}

/** Proofs as phones bring them. Whoever has the secret picks the counter and need not search for it. */
export async function solvedChallenges({ secrets }: BenchMachine, count: number): Promise<string[]> {
  const secret = await (await loadKeys(secrets)).secret('proof-of-work');
  const counter = 137;
  return Promise.all(
    Array.from({ length: count }, async () => {
      const challenge = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: 2000,
        counter,
        expiresAt: Math.floor(Date.now() / 1000) + 1200,
        deriveKey,
        hmacSignatureSecret: `${secret}:challenge`,
        hmacKeySignatureSecret: `${secret}:key`,
      });
      const { nonce, salt, cost, keyLength } = challenge.parameters;
      const password = new Uint8Array([...fromHex(nonce), 0, 0, 0, counter]);
      const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
      const how = { name: 'PBKDF2', hash: 'SHA-256', salt: fromHex(salt), iterations: cost };
      const bits = await crypto.subtle.deriveBits(how, key, (keyLength ?? 32) * 8);
      const solution = { counter, derivedKey: Buffer.from(bits).toString('hex') };
      return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
    }),
  );
}

/** A person with a phone at one of 170 banners; against a bare redirect. */
async function scanPair({ db, origin, floor }: BenchMachine): Promise<Pair> {
  const { results } = await db.prepare('SELECT code FROM placements').all<{ code: string }>();
  let next = 0;
  const headers = () => ({ 'user-agent': PHONE, 'cf-connecting-ip': `203.0.${next % 200}.${next % 250}` });
  return {
    wanted: 0.9,
    settled,
    floor: { url: `${floor}/redirect`, good: 302, request: () => ({ method: 'GET', headers: headers() }) },
    own: {
      url: origin,
      good: 302,
      request: () => ({
        method: 'GET',
        path: `/${results[next++ % results.length]?.code}`,
        headers: headers(),
      }),
    },
  };
}
