/** D1 rows of every operation at 1,000 and at 100,000 cases: the figures that the tests hold, told. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../settings.ts';

/** Lines that the tests print of each operation. */
const LINE = /([\w ]+): (\d+) read \((\d+) at 1,000\), (\d+) written, (\d+) trips/;

export function benchRows(): void {
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--config=vitest.worker.config.ts',
      'test/worker/rows.test.ts',
      'test/worker/campaigns-pages.test.ts',
      'test/worker/campaigns-fold.test.ts',
    ],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  const rows = stdout.split('\n').flatMap((line) => {
    const [, name = '', many, few, written, trips] = LINE.exec(line) ?? [];
    return name
      ? [[name, { 'read at 1,000': few, 'read at 100,000': many, written, 'round trips': trips }]]
      : [];
  });
  console.log('\nD1 rows of each operation');
  console.table(Object.fromEntries(rows));
}
