/** Over random lives, the fold run at any time, a rebuild, and a naive recount give the same figures. */
import { env } from 'cloudflare:workers';
import { beforeEach, describe, it } from 'vitest';
import { recountFigures } from '../../workers/features/evaluation/figures/jobs.ts';
import { DAY, now } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { regencyAt } from '../../workers/regency/snapshot.ts';
import { foldFigures, storedFigures } from '../support/figures.ts';
import { openStage, playLives } from '../support/lives.ts';
import { recounted } from '../support/recount-figures.ts';
import { loadRegency, MONDAY } from '../support/worker.ts';

beforeEach(loadRegency);

const db = () => openDb(env.DB);

describe('the figures', () => {
  it('are the same folded step by step and from the beginning', async ({ expect }) => {
    const stage = await openStage(MONDAY - 60 * DAY, MONDAY);
    await playLives(stage, { seed: 7, count: 40, from: MONDAY - 60 * DAY, until: MONDAY });
    await foldFigures(3);
    await foldFigures();
    const folded = await storedFigures();
    const { calendar } = await regencyAt(db(), now());
    expect(folded).toEqual(await recounted(calendar));
    await recountFigures(db());
    await foldFigures();
    expect(await storedFigures()).toEqual(folded);
  });
});
