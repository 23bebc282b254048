/** The campaign's API, relative to /api/v1/campaigns: the chain of each placement, for staff and partners. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { type AppEnv, originOf } from '../http.ts';
import { batchesApi } from './batches/api.ts';
import { resultsApi } from './chain/api.ts';
import { coverageApi } from './coverage/api.ts';
import { requireReader } from './doors.ts';
import { eventsApi } from './events/api.ts';
import { hangApi } from './hang/api.ts';
import { postsApi } from './posts/api.ts';
import { mediaApi } from './posts/media/api.ts';
import { listPlacements } from './queries.ts';
import { describePlacements, placementJson } from './register/describe.ts';
import { filterCondition } from './register/filter.ts';
import { inOrder } from './register/shown.ts';

export const campaignsApi = new Hono<AppEnv>();

campaignsApi.route('/', coverageApi);
campaignsApi.route('/posts', postsApi);
campaignsApi.route('/', mediaApi);
campaignsApi.route('/events', eventsApi);
campaignsApi.route('/batches', batchesApi);
campaignsApi.route('/hang-links', hangApi);

campaignsApi.get('/placements', requireReader, describePlacements, async (c) => {
  const { db, regency } = c.var;
  const origin = originOf(c);
  const shown = inOrder(await listPlacements(db, filterCondition({}, regency, now())), regency);
  return c.json(shown.map((placement) => placementJson(placement, origin)));
});

campaignsApi.route('/', resultsApi);
