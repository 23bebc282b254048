/** /desk/evaluasi/terbitan: what is published for everybody, looked at first. */
import { Hono } from 'hono';
import { type Period, periodId } from '../../../../shared/figures/periods.ts';
import { publishableFrom, quarterOf, waitingQuarters } from '../../../../shared/openness/quarters.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { doerOf, shownAgain } from '../../doer.ts';
import type { AppContext, AppEnv } from '../../http.ts';
import { requireRunner } from '../doors.ts';
import { improvementPages } from './improvement-pages.tsx';
import { digestOf, publishQuarter } from './publish.ts';
import { allReleases, firstMonth, listImprovements, releaseOf } from './queries.ts';
import { aboutOf, filesOf, tablesOf } from './read.ts';
import { PreviewPage } from './views/preview.tsx';
import { ReleasesPage } from './views/room.tsx';

const ROOM = '/desk/evaluasi/terbitan';

export const releasePages = new Hono<AppEnv>();

releasePages.get('/', async (c) => {
  const { db, regency, signedIn } = c.var;
  const [releases, first, improvements] = await Promise.all([
    allReleases(db),
    firstMonth(db),
    listImprovements(db, false),
  ]);
  const published = releases.map(({ period }) => period);
  const waiting = waitingQuarters(first, published, now(), regency.calendar);
  const page = { regency, who: signedIn, releases, waiting, improvements, done: c.req.query('ok') };
  return c.html(<ReleasesPage {...page} />);
});

releasePages.route('/perbaikan', improvementPages);

releasePages.get('/:quarter{20[0-9]{2}-Q[1-4]}', (c) => showPreview(c));

releasePages.post('/:quarter{20[0-9]{2}-Q[1-4]}', requireRunner, async (c) => {
  const form = await c.req.formData();
  try {
    await publishQuarter(doerOf(c), quarterIn(c), String(form.get('seen') ?? ''));
  } catch (error) {
    return showPreview(c, shownAgain(error));
  }
  return c.redirect(`${ROOM}?ok=terbit`, 303);
});

async function showPreview(c: AppContext, problem?: AppError) {
  const { db, regency, signedIn } = c.var;
  const period = quarterIn(c);
  const at = now();
  if (await releaseOf(db, periodId(period))) return c.redirect(ROOM, 303);
  if (period.to >= regency.calendar.localDate(at)) throw new AppError('not_found');
  const tables = await tablesOf(db, regency, period);
  const about = aboutOf(regency, period, at);
  const page = {
    regency,
    who: signedIn,
    about,
    from: publishableFrom(period, regency.calendar),
    now: at,
    files: filesOf(tables, about).map(({ file }) => file),
    seen: await digestOf(tables),
  };
  return c.html(<PreviewPage {...page} problem={problem} />, problem?.status ?? 200);
}

/** @throws AppError not_found */
function quarterIn(c: AppContext): Period {
  const period = quarterOf(c.req.param('quarter') ?? '');
  if (!period) throw new AppError('not_found');
  return period;
}
