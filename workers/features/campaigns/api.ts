/** The campaign's API, relative to /api/v1/campaigns, for staff and partners. */
import { Hono } from 'hono';
import type { AppEnv } from '../http.ts';
import { batchesApi } from './batches/api.ts';
import { resultsApi } from './chain/api.ts';
import { coverageApi } from './coverage/api.ts';
import { eventsApi } from './events/api.ts';
import { hangApi } from './hang/api.ts';
import { postsApi } from './posts/api.ts';
import { mediaApi } from './posts/media/api.ts';
import { printApi } from './print/api.ts';
import { placementsApi } from './register/api.ts';
import { programsApi } from './register/program-api.ts';

export const campaignsApi = new Hono<AppEnv>();

campaignsApi.route('/', coverageApi);
campaignsApi.route('/posts', postsApi);
campaignsApi.route('/', mediaApi);
campaignsApi.route('/events', eventsApi);
campaignsApi.route('/batches', batchesApi);
campaignsApi.route('/hang-links', hangApi);
campaignsApi.route('/print-packs', printApi);
campaignsApi.route('/placements', placementsApi);
campaignsApi.route('/programs', programsApi);
campaignsApi.route('/', resultsApi);
