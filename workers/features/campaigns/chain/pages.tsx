/** /desk/kampanye/hasil: what the campaign brought, as a page and as files. */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { offerSheet } from '../../sheets.ts';
import { channelLines } from './channels.ts';
import { choices } from './choices.ts';
import { countedRows } from './queries.ts';
import { resultsOf } from './results.ts';
import { channelSheet, resultSheet } from './sheets.ts';
import { silentOf } from './silent.ts';
import { ResultsPage } from './views/results.tsx';

export const resultPages = new Hono<AppEnv>();

const choiceOf = (c: AppContext) => choices.find(({ value }) => value === c.req.query('menurut'));

resultPages.get('/hasil', async (c) => {
  const { db, regency, signedIn } = c.var;
  const rows = await countedRows(db);
  const results = resultsOf(rows, regency);
  const channels = channelLines(rows, results.whole, regency);
  const page = { results, channels, ...silentOf(rows.placed, regency, now()) };
  return c.html(<ResultsPage {...page} regency={regency} who={signedIn} chosen={choiceOf(c)} />);
});

offerSheet(resultPages, '/hasil', async (c) => {
  const { db, regency } = c.var;
  const rows = await countedRows(db);
  const by = choiceOf(c)?.by ?? 'material';
  const results = resultsOf(rows, regency);
  if (by === 'channel') return channelSheet(channelLines(rows, results.whole, regency));
  return resultSheet(by, [results.whole, ...results.by[by]]);
});
