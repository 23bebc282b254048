/** Before each worker test: the tables of the real migrations in empty databases, the clock put right. */
import { reset } from 'cloudflare:test';
import { afterEach, beforeEach } from 'vitest';
import { forgetTrouble } from '../../workers/features/status/queries.ts';
import { shiftClock } from '../../workers/platform/clock.ts';
import { forgetRegency } from '../../workers/regency/snapshot.ts';
import { makeTables } from './schema.ts';

beforeEach(async () => {
  shiftClock(0);
  forgetRegency();
  forgetTrouble();
  await makeTables().catch(async () => {
    // A request of the test before was still at work when its databases were taken away.
    await reset();
    await makeTables();
  });
});

afterEach(async () => {
  await reset();
});
