/** What a running workerd takes of the machine, and its sudden end. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../folder.ts';

const runtimeOf = (folder: string) => readJson<{ pid: number }>(join(folder, 'workerd.json')).pid;

/** Memory of its workerd in MB: VmRSS now, VmHWM at most. */
export function memoryOf(folder: string, what: 'VmRSS' | 'VmHWM'): number {
  const status = readFileSync(`/proc/${runtimeOf(folder)}/status`, 'utf8');
  return Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** As when the power fails. */
export function killServer(folder: string, server: ChildProcess): void {
  server.kill('SIGKILL');
  process.kill(runtimeOf(folder), 'SIGKILL');
}
