/** Whole lives a second: submitted by a client server, routed by the queue, answered by the office, confirmed. */
import { setTimeout as wait } from 'node:timers/promises';
import { type BenchMachine, median } from './machine.ts';

const ROUNDS = 5;
const SECONDS = 5;
/** Lives at once: the queue waits up to a second for company, so many have to wait together. */
const AT_ONCE = 48;

export async function benchLives(machine: BenchMachine): Promise<void> {
  const rates: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = Date.now();
    const end = began + SECONDS * 1000;
    let lived = 0;
    const one = async () => {
      while (Date.now() < end) {
        await live(machine);
        lived++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    rates.push(lived / ((Date.now() - began) / 1000));
  }
  console.log(
    `\nWhole lives (submit, route, answer, confirm), ${AT_ONCE} at once: ${median(rates).toFixed(1)} a second (median of ${ROUNDS})`,
  );
}

async function live({ origin, keys }: BenchMachine): Promise<void> {
  const receipt = await post<{ code: string; pin: string }>(
    `${origin}/api/v1/complaints`,
    `Bearer ${keys.submit}`,
    {
      kind: 'complaint',
      text: 'Jalan kabupaten di depan pasar berlubang besar, aspalnya rusak parah.',
      area: '73.24.04.1003',
    },
  );
  const desk = `${origin}/api/v1/desk/cases/${receipt.code}`;
  while ((await get<{ status: string }>(`${origin}/api/v1/complaints/${receipt.code}`)).status === 'received')
    await wait(100);
  await post(`${desk}/answer`, `Bearer ${keys.desk}`, {
    outcome: 'dijelaskan',
    text: 'Lubang sudah kami tambal.',
    acceptWarnings: true,
  });
  await post(`${origin}/api/v1/complaints/${receipt.code}/confirmation`, `Pin ${receipt.pin}`, {});
}

async function post<T>(url: string, authorization: string, body: unknown): Promise<T> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function get<T>(url: string): Promise<T> {
  return (await (await fetch(url)).json()) as T;
}
