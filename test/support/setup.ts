/** Before each worker test: the real migrations on empty databases, the clock put right. */
import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach } from 'vitest';
import { shiftClock } from '../../workers/platform/clock.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';

beforeEach(async () => {
  shiftClock(0);
  forgetRegency();
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await applyD1Migrations(env.SEARCH, env.SEARCH_MIGRATIONS);
});

afterEach(async () => {
  await reset();
});
