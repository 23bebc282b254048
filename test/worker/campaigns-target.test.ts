/** A code that leads somewhere else than to the form: only where it may, whatever stands in the database. */
import { env } from 'cloudflare:workers';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, it } from 'vitest';
import { forgetCodes } from '../../workers/features/campaigns/scans/known.ts';
import { placements } from '../../workers/features/campaigns/table.ts';
import { now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { openCampaign, type Placed, placedAt, takeDown, visitAll, watchedEnv } from '../support/campaign.ts';

let village: Placed;

beforeEach(async () => {
  await openCampaign();
  village = await placedAt('area:73.24.01.2001');
});

/** Where the short address leads while this stands in the row, written past every check. */
async function leadsWith(target: string) {
  await openDb(env.DB).update(placements).set({ target }).where(eq(placements.id, village.id));
  forgetCodes();
  const watched = watchedEnv();
  const [answer] = await visitAll(watched.env, [{ path: `/${village.code}` }]);
  const counted = watched.parcels.flatMap(({ scans }) => scans.map(({ p }) => p));
  return [answer?.status, answer?.headers.get('location'), counted];
}

describe('a code with a target', () => {
  it('leads there, and is counted', async ({ expect }) => {
    const good = ['/lacak', '/bagikan/7K3MQ9', 'https://www.lapor.go.id/', 'https://lapor.go.id/instansi/a'];
    for (const target of good) expect(await leadsWith(target)).toEqual([302, target, [village.id]]);
  });

  it('leads to the form when anything else stands there, and is counted', async ({ expect }) => {
    const garbage = [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'https://lapor.go.id.evil.example/',
      'https://lapor.go.id@evil.example/',
      'http://lapor.go.id/',
      'https://lapor.go.id/?next=//evil.example',
      'javascript:alert(1)',
      '/desk',
      '/masuk?next=//evil.example',
      '/lacak\r\nset-cookie: a=b',
      '',
      '/',
    ];
    for (const target of garbage)
      expect(await leadsWith(target), target).toEqual([302, `/?p=${village.code}`, [village.id]]);
  });

  it('leads to the plain form once it is retired', async ({ expect }) => {
    await takeDown(village, now());
    expect(await leadsWith('https://www.lapor.go.id/')).toEqual([302, '/', [village.id]]);
  });
});
