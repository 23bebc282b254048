/** Over random lives, the fold run at any time, a rebuild, and a naive recount give the same figures. */
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { beforeEach, describe, it } from 'vitest';
import { recountFigures } from '../../workers/features/evaluation/figures/jobs.ts';
import { DAY } from '../../workers/platform/clock.ts';
import { openDb } from '../../workers/platform/db.ts';
import { foldFigures, storedFigures } from '../support/figures.ts';
import { openStage, playLives } from '../support/lives.ts';
import { loadRegency, MONDAY } from '../support/worker.ts';

beforeEach(loadRegency);

const db = () => openDb(env.DB);

describe('the figures', () => {
  it('are the same folded step by step and from the beginning', async ({ expect }) => {
    const stage = await openStage(MONDAY - 60 * DAY, MONDAY);
    await playLives(stage, { seed: 7, count: 20, from: MONDAY - 60 * DAY, until: MONDAY });
    await foldFigures(3);
    const folded = await storedFigures();
    await recountFigures(db());
    await foldFigures();
    expect(await storedFigures()).toEqual(folded);
  });
});
