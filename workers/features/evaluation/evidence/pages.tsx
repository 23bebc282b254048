/** /desk/evaluasi/bukti: the scores, and what was collected for each. */
import { Hono } from 'hono';
import { indicatorIds } from '../../../../shared/evidence.ts';
import { now } from '../../../platform/clock.ts';
import { doerOf } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { packsOf } from '../packs/queries.ts';
import { readConnection } from './connection/read.ts';
import { ConnectionPage } from './connection/view.tsx';
import { criterionPages } from './criterion-pages.tsx';
import { fixProofs } from './fix.ts';
import { readIndicator, readIndicators } from './queries.ts';
import { satisfactionPages } from './satisfaction/pages.tsx';
import { BinderPage, EVIDENCE } from './views/binder.tsx';
import { IndicatorPage } from './views/indicator.tsx';

export const evidencePages = new Hono<AppEnv>();

const todayOf = (c: AppContext): string => c.var.regency.calendar.localDate(now());

const ONE = `/:indicator{(?:${indicatorIds.join('|')})}` as const;

evidencePages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  return c.html(<BinderPage regency={regency} who={signedIn} indicators={await readIndicators(db)} />);
});

evidencePages.get(ONE, async (c) => {
  const { db, regency, signedIn } = c.var;
  const id = c.req.param('indicator');
  const [line, packs] = await Promise.all([readIndicator(db, id), packsOf(db, 'binder', id)]);
  const page = { regency, who: signedIn, line, packs, done: c.req.query('ok'), today: todayOf(c) };
  return c.html(<IndicatorPage {...page} />);
});

evidencePages.post(`${ONE}/catat`, requireRunner, async (c) => {
  const id = c.req.param('indicator');
  const { criteria } = await readIndicator(c.var.db, id);
  const fixed = await fixProofs(
    c.env,
    doerOf(c),
    criteria.map(({ criterion }) => criterion),
  );
  return c.redirect(`${EVIDENCE}/${id}?ok=${fixed > 0 ? 'catat' : 'tetap'}`, 303);
});

evidencePages.get('/keterhubungan', async (c) => {
  const { db, regency, signedIn } = c.var;
  const connection = await readConnection(db, regency, now());
  const page = { regency, who: signedIn, connection, today: todayOf(c) };
  return c.html(<ConnectionPage {...page} />);
});

evidencePages.route('/kriteria', criterionPages);
evidencePages.route('/skm', satisfactionPages);
