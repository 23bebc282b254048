/** /desk/status: how Kanal is doing. Administrators see where to mend it; leaders may read it. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { type Judged, judge } from './judge.ts';
import { readFigures } from './queries.ts';
import { StatusPage } from './views/status.tsx';

/** Relative to /desk/status. */
export const statusPages = new Hono<AppEnv>();

statusPages.use(requireStaff, requireRole('admin', 'leader'));

statusPages.get('/', async (c) => {
  const { regency, signedIn } = c.var;
  const { judged, at } = await judgeNow(c);
  return c.html(<StatusPage regency={regency} who={signedIn} judged={judged} now={at} />);
});

/** Also what the API answers. */
export async function judgeNow(c: AppContext): Promise<{ judged: Judged; at: number }> {
  const at = now();
  const figures = await readFigures(c.env, c.var.db, c.var.keys, at);
  return { judged: judge(figures, { now: at, demo: c.var.regency.switches.demo }), at };
}
