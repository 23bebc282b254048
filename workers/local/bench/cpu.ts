/**
 * CPU time of each kind of work, as workerd used it on this machine: the difference in /proc, divided. The simulators of
 * databases and queues run in the same process, so on Cloudflare's network it is less. Linux only.
 */
import { readdirSync, readFileSync } from 'node:fs';
import type { BenchMachine } from './machine.ts';

/** Milliseconds of one tick of /proc (USER_HZ is 100 on every Linux that Node runs on). */
const TICK = 10;

export async function benchCpu(machine: BenchMachine): Promise<void> {
  const pid = workerdOf(process.pid);
  if (pid === null) return console.log('\nCPU: needs /proc, so Linux');
  const { origin, keys } = machine;
  const desk = { authorization: `Bearer ${keys.desk}` };
  const codes: string[] = [];
  const submit = async () => {
    const headers = {
      authorization: `Bearer ${keys.submit}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    };
    const body = { kind: 'complaint', text: 'Jalan di depan pasar berlubang besar, aspalnya rusak parah.' };
    const answer = await fetch(`${origin}/api/v1/complaints`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    codes.push(((await answer.json()) as { code: string }).code);
  };
  const get =
    (path: () => string, headers = {}) =>
    async () =>
      void (await (await fetch(origin + path(), { headers })).text());
  const code = () => codes[0] ?? '';
  const work: [name: string, times: number, one: () => Promise<unknown>][] = [
    ['submit and route', 200, submit],
    ['form', 200, get(() => '/')],
    ['status', 500, get(() => `/api/v1/complaints/${code()}`)],
    ['list of the desk', 100, get(() => '/api/v1/desk/cases', desk)],
    ['case at the desk', 100, get(() => `/api/v1/desk/cases/${code()}`, desk)],
    ['sweep', 60, () => machine.kanal.fire('* * * * *', new Date())],
  ];
  const rows: Record<string, { 'CPU ms': string }> = {};
  for (const [name, times, one] of work) {
    // What an isolate does once is no part of it.
    for (let i = 0; i < 20; i++) await one();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const before = cpuOf(pid);
    for (let i = 0; i < times; i++) await one();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    rows[name] = { 'CPU ms': ((cpuOf(pid) - before) / times).toFixed(1) };
  }
  console.log('\nCPU time of workerd, simulators included');
  console.table(rows);
}

/** User and system time so far, ms. */
function cpuOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

/** What stands after the name of the program, which may hold anything. */
function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function workerdOf(parent: number): number | null {
  try {
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
    return all.find((pid) => isWorkerdOf(pid, parent)) ?? null;
  } catch {
    return null;
  }
}

function isWorkerdOf(pid: number, parent: number): boolean {
  try {
    return (
      Number(statOf(pid)[1]) === parent && readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('workerd')
    );
  } catch {
    return false;
  }
}
