/** The steps of `npm test`. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './settings.ts';

export interface Result {
  ok: boolean;
  /** Shown when it is not. */
  output: string;
}

export interface Counted extends Result {
  passed: number;
  failed: number;
}

export interface Step {
  name: string;
  /** @param scratch an empty folder to write to */
  run: (scratch: string) => Promise<Result | Counted>;
}

/** One stage after the other; the lanes of a stage run side by side, on two cores. */
export const stages: Step[][][] = [
  // The Worker imports what this makes.
  [[{ name: 'styles and client scripts', run: () => tool('node', ['workers/local/build-client.ts']) }]],
  [
    [
      { name: 'types of the Worker', run: () => tool('tsc', ['--noEmit', '-p', 'tsconfig.json']) },
      {
        name: 'types of the client scripts',
        run: () => tool('tsc', ['--noEmit', '-p', 'tsconfig.client.json']),
      },
    ],
    [
      { name: 'workers/env.d.ts is that of wrangler.toml', run: bindingTypes },
      { name: 'lint and format', run: () => tool('biome', ['check', '--error-on-warnings', '.']) },
      { name: 'types of the commands', run: () => tool('tsc', ['--noEmit', '-p', 'tsconfig.node.json']) },
    ],
  ],
  [
    [
      { name: 'Worker (test/worker)', run: (scratch) => vitest('vitest.worker.config.ts', scratch) },
      { name: 'rules (test/unit)', run: (scratch) => vitest('vitest.config.ts', scratch) },
    ],
    [
      { name: 'migrations make the tables', run: migrationsMatch },
      { name: 'API document', run: apiDocument },
      // Beside the Worker's tests, because either leaves a fifth of both cores idle.
      { name: 'journeys (test/e2e)', run: (scratch) => vitest('vitest.e2e.config.ts', scratch) },
    ],
  ],
];

/** Runs a tool of node_modules/.bin from the project's folder. */
async function tool(name: string, args: string[]): Promise<Result> {
  const bin = name === 'node' ? process.execPath : join(root, 'node_modules/.bin', name);
  return new Promise((resolve) => {
    const child = spawn(bin, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        // Servers and commands of the tests load the same modules again and again.
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
        ...process.env,
        WRANGLER_SEND_METRICS: 'false',
        REDOCLY_TELEMETRY: 'off',
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

async function bindingTypes(): Promise<Result> {
  const types = ['types', 'workers/env.d.ts', '--include-runtime=false', '--strict-vars=false'];
  const result = await tool('wrangler', [...types, '--check']);
  return { ...result, output: `${result.output}\nRun: npx wrangler ${types.join(' ')}` };
}

/** Nothing is left to generate from the tables, and the chain of migrations is whole. */
async function migrationsMatch(scratch: string): Promise<Result> {
  const out = join(scratch, 'migrations');
  cpSync(join(root, 'migrations/db'), out, { recursive: true });
  // drizzle-kit only knows paths below the project's.
  const options = ['--dialect=sqlite', `--out=${relative(root, out)}`];
  const made = await tool('drizzle-kit', ['generate', '--schema=./workers/**/table.ts', ...options]);
  if (!made.ok || !/No schema changes/.test(made.output)) {
    return {
      ok: false,
      output: `${made.output}\nThe tables and migrations/db differ: npx drizzle-kit generate`,
    };
  }
  return tool('drizzle-kit', ['check', ...options]);
}

async function vitest(config: string, scratch: string): Promise<Counted> {
  const report = join(scratch, `${config}.json`);
  const { ok, output } = await tool('vitest', [
    'run',
    `--config=${config}`,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  if (!existsSync(report)) return { ok: false, output, passed: 0, failed: ok ? 0 : 1 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
    string,
    number
  >;
  // A file that cannot even be loaded counts as one failure.
  const failed = numFailedTests || (ok ? 0 : 1);
  return { ok, output, passed: numPassedTests ?? 0, failed };
}

async function apiDocument(): Promise<Result> {
  const made = await tool('node', ['workers/local/openapi.ts']);
  return made.ok ? tool('redocly', ['lint', 'dist/openapi.json']) : made;
}
