/** Runs a tool of node_modules/.bin in this terminal. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './settings.ts';
import { Trouble } from './trouble.ts';

/** @throws Trouble when it fails; it has said why itself */
export async function run(tool: string, args: string[]): Promise<void> {
  const code = await new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', tool), args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Trouble(`${tool} ${args.slice(0, 3).join(' ')} ended with code ${code}.`);
}
