/** A copy of the project in a folder of its own, to change without touching this one. */
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Linked or left: what was installed, committed or written while running; dist saves the copy some building. */
const left = /^(node_modules|\.git|\.wrangler|\.dev\.vars|\.kanal.*)$/;

/** @returns the folder; its commands are started directly, because bootstrap.mjs would install */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'kanal-regency-'));
  cpSync(root, copy, { recursive: true, filter: (path) => !left.test(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}
