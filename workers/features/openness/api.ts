/** /api/v1/open-data: what is published, for programs; no key needed. */
import { Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { openCors } from '../api.ts';
import { type AppEnv, originOf } from '../http.ts';
import { catalogOf } from './catalog.ts';
import { describeCatalog, describeTable } from './describe.ts';
import { answerFile } from './file.ts';

export const openDataApi = new Hono<AppEnv>();

openDataApi.use('*', openCors);

const tagged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] });

openDataApi.get('/', tagged, describeCatalog, async (c) =>
  c.json(await catalogOf(c.var.db, originOf(c)), 200, { 'cache-control': 'public, max-age=300' }),
);

openDataApi.get('/:period/:table', describeTable, (c) =>
  answerFile(c, c.req.param('period'), c.req.param('table'), 'json'),
);
