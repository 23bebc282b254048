/** /keterbukaan: what everybody may know, in a minute. No text of any report. */
import { Hono } from 'hono';
import { nextRelease } from '../../../shared/openness/quarters.ts';
import { now } from '../../platform/clock.ts';
import { allReleases, filesOfRelease, firstMonth, listImprovements } from '../evaluation/releases/queries.ts';
import type { AppEnv } from '../http.ts';
import { toldOf } from './figures.ts';
import { OpennessPage } from './views/front.tsx';

export const opennessPages = new Hono<AppEnv>();

/** Improvements on the page. */
const SHOWN = 20;

opennessPages.get('/', async (c) => {
  const { db, regency } = c.var;
  const [releases, first, improvements] = await Promise.all([
    allReleases(db),
    firstMonth(db),
    listImprovements(db, true, SHOWN),
  ]);
  const [newest] = releases;
  const release = newest ? { ...newest, told: toldOf(await filesOfRelease(db, newest.period)) } : null;
  const published = releases.map(({ period }) => period);
  const next = nextRelease(first, published, now(), regency.calendar);
  const page = { regency, release, next, improvements, today: regency.calendar.localDate(now()) };
  return c.html(await OpennessPage(page), 200, { 'cache-control': 'public, max-age=300' });
});
