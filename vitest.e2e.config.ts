import { defineConfig } from 'vitest/config';
import { longestFirst } from './vitest.order.ts';

/** Journeys in a real browser and with the real server; two files at a time, each with a server of its own. */
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    sequence: {
      sequencer: longestFirst([
        'pages-desk',
        'pages',
        'days',
        'regency',
        'desk',
        'operations',
        'kills',
        'start',
      ]),
    },
    globalSetup: 'test/e2e/sample-data.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
