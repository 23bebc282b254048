/** Where tests keep their databases: on a disk every commit would wait for it. */
import { existsSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** Linux keeps this folder in memory; a container may have little of it. */
const MEMORY = '/dev/shm';
const BYTES_WANTED = 2 ** 31;

/** @returns a folder in memory where the system has one with room, else the usual one for temporary files */
export function memoryFolder(): string {
  if (process.env.TMPDIR || !existsSync(MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize >= BYTES_WANTED ? MEMORY : tmpdir();
}
