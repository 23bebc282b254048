/** /data: the published tables under addresses that never change. */
import { Hono } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';
import { openCors } from '../api.ts';
import { type AppEnv, originOf } from '../http.ts';
import { catalogOf } from './catalog.ts';
import { answerFile } from './file.ts';
import { DataPage } from './views/data.tsx';

export const dataPages = new Hono<AppEnv>();

dataPages.use('*', openCors);

dataPages.get('/', async (c) => {
  const { db, regency } = c.var;
  return c.html(<DataPage regency={regency} catalog={await catalogOf(db, originOf(c))} />, 200, {
    'cache-control': 'public, max-age=300',
  });
});

const tagged = etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'access-control-allow-origin'] });

dataPages.get('/catalog.json', tagged, async (c) =>
  c.json(await catalogOf(c.var.db, originOf(c)), 200, { 'cache-control': 'public, max-age=300' }),
);

dataPages.get('/:period{20[0-9]{2}-Q[1-4]}/:file{[a-z-]+\\.(?:csv|json)}', (c) => {
  const { period, file } = c.req.param();
  const [name = '', ending] = file.split('.');
  return answerFile(c, period, name, ending === 'csv' ? 'csv' : 'json');
});
