/** GET /api/v1/campaigns/results */
import { Hono } from 'hono';
import { AppError } from '../../../platform/problem.ts';
import type { AppEnv } from '../../http.ts';
import { requireReader } from '../doors.ts';
import { channelLines, channelLinks } from './channels.ts';
import { byNames, describeResults, lineJson } from './describe.ts';
import { countedRows } from './queries.ts';
import { resultsOf } from './results.ts';

export const resultsApi = new Hono<AppEnv>();

resultsApi.get('/results', requireReader, describeResults, async (c) => {
  const { db, regency } = c.var;
  const asked = c.req.query('by') ?? 'all';
  const by = byNames.find((name) => name === asked);
  if (!by) throw new AppError('invalid', { fields: [{ pointer: '/by', message: 'field.invalid' }] });
  const rows = await countedRows(db);
  const results = resultsOf(rows, regency);
  if (by === 'channel')
    return c.json(channelLines(rows, results.whole, regency).map((line) => lineJson(line, channelLinks)));
  return c.json((by === 'all' ? [results.whole] : results.by[by]).map((line) => lineJson(line)));
});
