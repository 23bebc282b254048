/** Before each worker test: the real migrations on empty databases, the clock put right. */
import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, beforeEach } from 'vitest';
import { forgetTrouble } from '../../workers/features/status/queries.ts';
import { shiftClock } from '../../workers/platform/clock.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';

/** All of them as one call: a thousand tests begin with it. test/worker/upgrade.test.ts takes them one by one. */
const whole = (all: typeof env.MIGRATIONS) => all.flatMap(({ queries }) => queries).join('\n;\n');
const migrations = whole(env.MIGRATIONS);
const searchMigrations = whole(env.SEARCH_MIGRATIONS);

beforeEach(async () => {
  shiftClock(0);
  forgetRegency();
  forgetTrouble();
  await migrate().catch(async () => {
    // A request of the test before was still at work when its databases were taken away.
    await reset();
    await migrate();
  });
});

async function migrate(): Promise<void> {
  await env.DB.prepare(migrations).run();
  await env.SEARCH.prepare(searchMigrations).run();
}

afterEach(async () => {
  await reset();
});
