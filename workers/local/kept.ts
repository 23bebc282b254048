/**
 * What takes seconds to work out and changes only with files of the project is kept in `dist/kept`; it is good for as
 * long as each of those files holds what it held.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(root, 'dist/kept');

/** Paths from the project's folder, with the digest of what each holds. */
type Sources = [path: string, digest: string][];

function digestOf(path: string): string {
  return createHash('sha1')
    .update(readFileSync(resolve(root, path)))
    .digest('base64');
}

/** @returns what was kept under this name, or null when there is nothing or one of its files has changed */
export function takeKept(name: string): string | null {
  try {
    const text = readFileSync(join(folder, name), 'utf8');
    const end = text.indexOf('\n');
    const sources = JSON.parse(text.slice(0, end)) as Sources;
    return sources.every(([path, digest]) => digestOf(path) === digest) ? text.slice(end + 1) : null;
  } catch {
    // Not there, half removed, or of files that are gone: it is made again.
    return null;
  }
}

/**
 * Keeps it for the next time; where nothing can be written there is none.
 * @param files paths, absolute or from the project's folder, of everything that it was made of
 */
export function keep(name: string, files: readonly string[], made: string): void {
  const path = join(folder, name);
  // Another command may be reading it at this moment.
  const draft = `${path}.${process.pid}`;
  try {
    const sources: Sources = files.map((file) => [relative(root, resolve(root, file)), digestOf(file)]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${JSON.stringify(sources)}\n${made}`);
    renameSync(draft, path);
  } catch {
    rmSync(draft, { force: true });
  }
}
