/** /desk/kampanye and /desk/kampanye/cakupan: the morning's overview, and where something hangs. */
import { Hono } from 'hono';
import { now } from '../../../platform/clock.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { offerSheet } from '../../sheets.ts';
import { readAsked } from './asked.ts';
import { coverageMap } from './boundary/map.ts';
import { boundaryPages } from './boundary/pages.tsx';
import { type Coverage, coverageOf } from './look.ts';
import { overviewOf } from './overview.ts';
import { coverageSheet } from './sheet.ts';
import { CoveragePage } from './views/coverage.tsx';
import { OverviewPage } from './views/overview.tsx';

/** Mounted at /desk/kampanye, after its door. */
export const coveragePages = new Hono<AppEnv>();

coveragePages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const overview = await overviewOf(db, regency, now());
  return c.html(<OverviewPage regency={regency} who={signedIn} overview={overview} />);
});

coveragePages.get('/cakupan', async (c) => {
  const { db, regency, signedIn } = c.var;
  const coverage = await asked(c);
  const map = await coverageMap(db, coverage.asked.district);
  return c.html(<CoveragePage regency={regency} who={signedIn} coverage={coverage} map={map} />);
});

coveragePages.route('/cakupan/peta', boundaryPages);

offerSheet(coveragePages, '/cakupan', async (c) => coverageSheet(await asked(c), c.var.regency));

function asked(c: AppContext): Promise<Coverage> {
  const { db, regency } = c.var;
  return coverageOf(
    db,
    regency,
    readAsked((name) => c.req.query(name), regency),
    now(),
  );
}
