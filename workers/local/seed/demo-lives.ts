/** The lives that the demo of `npm start` has behind its cases: enough for an evaluation of five quarters. */
import { join } from 'node:path';
import type { Secrets } from '../folder.ts';
import { databaseFile, type Marker } from '../stores.ts';
import { plantLives } from './plant-lives.ts';
import { DEMO_RUN } from './runs.ts';

const QUARTER = (365.25 / 4) * 24 * 60 * 60 * 1000;

/** How many lives, over how long (ms). */
export const DEMO = { seed: 2023, count: 600, span: 5 * QUARTER };

/** @param until epoch ms; they are over by then */
export async function addDemoLives(
  folder: string,
  marker: Marker,
  secrets: Secrets,
  until: number,
): Promise<void> {
  await plantLives({
    ...{ path: databaseFile(folder, marker, 'DB'), scratch: join(folder, 'seed'), secrets },
    ...{ seed: DEMO.seed, count: DEMO.count, from: until - DEMO.span, until, name: DEMO_RUN },
  });
}
