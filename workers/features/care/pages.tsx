/** /desk/data-pribadi: the care of personal data, for the data-protection officer and the administrators. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import type { AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { breachPages } from './breach-pages.tsx';
import { readCare } from './home.ts';
import { keysPages } from './keys-pages.tsx';
import { requestPages } from './request-pages.tsx';
import { retentionPages } from './retention-pages.tsx';
import { CarePage } from './views/home.tsx';
import { ProcessingPage } from './views/processing.tsx';

export const carePages = new Hono<AppEnv>();

carePages.use('*', requireStaff, requireRole('dpo', 'admin'));

carePages.get('/', async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  return c.html(<CarePage regency={regency} who={signedIn} home={await readCare(db, keys)} now={now()} />);
});

carePages.get('/pemrosesan', (c) => {
  const { regency, signedIn } = c.var;
  return c.html(<ProcessingPage regency={regency} who={signedIn} now={now()} />);
});

carePages.route('/kunci', keysPages);
carePages.route('/insiden', breachPages);
carePages.route('/retensi', retentionPages);
carePages.route('/permintaan', requestPages);
