/** What only this machine knows of itself and Kanal's status page tells: when a backup was made, and the disk's room. */
import { existsSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, save } from './folder.ts';

export interface MachineNotes {
  /** Epoch ms; null = never. */
  backupAt: number | null;
  /** Bytes of the disk that the folder is on. */
  disk: { at: number; free: number; size: number };
}

const fileOf = (folder: string) => join(folder, 'backup.json');

/** Written by `npm run backup`: Kanal alone writes to its databases, and finds it here within a minute. */
export function noteBackup(folder: string, at: number): void {
  save(fileOf(folder), { at });
}

export function readNotes(folder: string, now: number): MachineNotes {
  const path = fileOf(folder);
  const { bavail, bsize, blocks } = statfsSync(folder);
  return {
    backupAt: existsSync(path) ? readJson<{ at: number }>(path).at : null,
    disk: { at: now, free: bavail * bsize, size: blocks * bsize },
  };
}

const HOUR = 3_600_000;

/**
 * @param tell hands the notes to the Worker
 * @returns to be called every minute: it tells when there is a new backup, and the disk's room once an hour
 */
export function notesTeller(folder: string, tell: (notes: MachineNotes) => Promise<void>) {
  let told: MachineNotes | null = null;
  return async (now: number): Promise<void> => {
    const notes = readNotes(folder, now);
    if (told && told.backupAt === notes.backupAt && now - told.disk.at < HOUR) return;
    await tell(notes);
    told = notes;
  };
}
