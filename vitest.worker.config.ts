import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { memoryFolder } from './vitest.memory.ts';
import { longestFirst } from './vitest.order.ts';

// The simulator of D1 and R2 has no setting of its own for its folder.
process.env.TMPDIR = memoryFolder();

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');

export default defineConfig(async () => ({
  plugins: [
    cloudflareTest({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: {
        bindings: {
          KEYS: `test:${key(7)}`,
          ROOT_KEY: key(9),
          MIGRATIONS: await readD1Migrations('./migrations/db'),
          SEARCH_MIGRATIONS: await readD1Migrations('./migrations/search'),
        },
      },
    }),
  ],
  test: {
    name: 'worker',
    include: ['test/worker/**/*.test.{ts,tsx}'],
    globalSetup: ['./test/support/mail-server.ts'],
    setupFiles: ['./test/support/setup.ts'],
    isolate: false,
    maxWorkers: 2,
    sequence: {
      sequencer: longestFirst([
        'desk-matrix',
        'faulty-days',
        'desk-lists',
        'clock-time',
        'smtp',
        'clock-lists',
        'settled-only-by',
        'faults',
      ]),
    },
    testTimeout: 60_000,
  },
}));
