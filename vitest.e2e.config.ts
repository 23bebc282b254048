import { defineConfig } from 'vitest/config';

/** Journeys in a real browser and with the real server; one file at a time, they share two cores. */
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
