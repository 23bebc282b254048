/**
 * Killing node leaves its workerd alive, with the port and the databases open. It is known by the data folder in its
 * environment, or where that cannot be read by its id, kept in the folder together with its command line: the next
 * start ends it, and never another process that happens to have the same id.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Trouble } from './trouble.ts';

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** In the environment of workerd: the folder it serves. */
export const FOLDER_MARK = 'KANAL_RUNTIME_OF';

const recordIn = (folder: string) => join(folder, 'workerd.json');

/** Remembers the workerd that this process started. */
export function recordRuntime(folder: string): void {
  const own = runtimes().find((one) => one.parent === process.pid);
  if (own) writeFileSync(recordIn(folder), JSON.stringify({ pid: own.pid, command: own.command }));
}

/** Forgets it, after it has ended in good order. */
export function forgetRuntime(folder: string): void {
  rmSync(recordIn(folder), { force: true });
}

/**
 * Ends the workerd that an earlier start left behind, if it still runs.
 * @returns its id, or null when there was none
 * @throws Trouble when it cannot be ended
 */
export async function endLeftover(folder: string): Promise<number | null> {
  const left = leftovers(folder);
  for (const { pid } of left) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself meanwhile, or is not ours to end: the next look tells.
    }
  }
  for (let tries = 0; tries < 50 && leftovers(folder).length > 0; tries++) await wait(100);
  const stays = leftovers(folder)[0];
  if (stays)
    throw new Trouble(`workerd (process ${stays.pid}) of an earlier start cannot be ended; end it by hand.`);
  return left[0]?.pid ?? null;
}

function leftovers(folder: string): Process[] {
  const record = readRecord(folder);
  return runtimes().filter(
    (one) => folderOf(one.pid) === folder || (one.pid === record?.pid && one.command === record.command),
  );
}

function readRecord(folder: string): Partial<Process> | null {
  try {
    return JSON.parse(readFileSync(recordIn(folder), 'utf8')) as Partial<Process>;
  } catch {
    return null;
  }
}

/** The folder that a workerd was started for; null on systems that do not tell. */
function folderOf(pid: number): string | null {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return variables.find((one) => one.startsWith(`${FOLDER_MARK}=`))?.slice(FOLDER_MARK.length + 1) ?? null;
  } catch {
    return null;
  }
}

function runtimes(): Process[] {
  return processes().filter(({ command }) => command.includes('workerd') && command.includes(' serve '));
}

/** All processes: from /proc, or from `ps` where there is none. Empty on systems that have neither. */
function processes(): Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => fromProc(Number(name)));
  } catch {
    return fromPs();
  }
}

function fromProc(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces; state and parent follow it.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return [];
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return [{ pid, parent: Number(parent), command }];
  } catch {
    return [];
  }
}

function fromPs(): Process[] {
  try {
    const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).split('\n');
    return lines.flatMap((line) => {
      const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
      return match
        ? [{ pid: Number(match[1]), parent: Number(match[2]), command: (match[3] ?? '').trim() }]
        : [];
    });
  } catch {
    return [];
  }
}
