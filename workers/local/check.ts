/** `npm test`: everything that has to hold, in order, up to the first thing that does not. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Counted, type Result, type Step, stages } from './check-steps.ts';

const scratch = mkdtempSync(join(tmpdir(), 'kanal-check-'));
const tests = { passed: 0, failed: 0 };
let sound = true;

for (const lanes of stages) {
  const held = await Promise.all(lanes.map(walk));
  sound = held.every(Boolean);
  if (!sound) break;
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${tests.passed} passed, ${tests.failed} failed`);
process.exit(sound ? 0 : 1);

async function walk(lane: Step[]): Promise<boolean> {
  for (const step of lane) if (!(await take(step))) return false;
  return true;
}

async function take({ name, run }: Step): Promise<boolean> {
  const from = performance.now();
  const result: Result | Counted = await run(scratch).catch((error: unknown) => ({
    ok: false,
    output: String(error),
  }));
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const counts = 'passed' in result ? result : null;
  tests.passed += counts?.passed ?? 0;
  tests.failed += counts?.failed ?? 0;
  const figures = counts ? `${counts.passed} passed, ${counts.failed} failed` : '';
  console.log(`${result.ok ? '✓' : '✗'} ${name.padEnd(44)} ${seconds.padStart(6)} s  ${figures}`.trimEnd());
  if (!result.ok) console.log(`\n${result.output}`);
  return result.ok;
}
