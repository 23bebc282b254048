/** /desk/kampanye/cakupan: where something hangs, as shares, tiles, map, table and file. */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { offerSheet } from '../chain/export.ts';
import { readAsked } from './asked.ts';
import { coverageMap } from './boundary/map.ts';
import { boundaryPages } from './boundary/pages.tsx';
import { type Coverage, coverageOf } from './look.ts';
import { coverageSheet } from './sheet.ts';
import { CoveragePage } from './views/coverage.tsx';

/** Mounted at /desk/kampanye, after its door. */
export const coveragePages = new Hono<AppEnv>();

coveragePages.get('/cakupan', async (c) => {
  const { db, regency, signedIn } = c.var;
  const [coverage, map] = await Promise.all([asked(c), coverageMap(db)]);
  return c.html(<CoveragePage regency={regency} who={signedIn} coverage={coverage} map={map} />);
});

coveragePages.route('/cakupan/peta', boundaryPages);

offerSheet(coveragePages, '/cakupan', async (c) => coverageSheet(await asked(c), c.var.regency));

function asked(c: AppContext): Promise<Coverage> {
  const { db, regency } = c.var;
  return coverageOf(
    db,
    regency,
    readAsked((name) => c.req.query(name)),
    now(),
  );
}
