/** /desk/pengaturan: what an administrator may change about this regency; each kind of setting has pages of its own. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import type { AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { answerPages } from './answer-pages.tsx';
import { conflictPages } from './conflict-pages.tsx';
import { crestPages } from './crest-pages.tsx';
import { holidayPages } from './holiday-pages.tsx';
import { kindPages } from './kind-pages.tsx';
import { rowPages } from './row-pages.tsx';
import { securityPages } from './security-pages.tsx';
import { overviewOf } from './setup.ts';
import { templatePages } from './template-pages.tsx';
import { tryPages } from './try-pages.tsx';
import { SettingsPage } from './views/settings.tsx';

export const settingsPages = new Hono<AppEnv>();

for (const path of ['/desk/pengaturan/*', '/desk/templat/*', '/desk/contoh-jawaban/*', '/desk/keamanan/*'])
  settingsPages.use(path, requireStaff, requireRole('admin'));

settingsPages.get('/desk/pengaturan', async (c) => {
  const { db, regency, signedIn } = c.var;
  const overview = await overviewOf({ db, regency, now: now() });
  return c.html(<SettingsPage regency={regency} who={signedIn} overview={overview} />);
});

settingsPages.route('/desk/pengaturan/lambang', crestPages);
settingsPages.route('/desk/pengaturan/hari-libur/tempel', holidayPages);
settingsPages.route('/desk/pengaturan/benturan', conflictPages);
settingsPages.route('/desk/pengaturan/coba-kalimat', tryPages);
settingsPages.route('/desk/pengaturan', kindPages);
settingsPages.route('/desk/pengaturan', rowPages);
settingsPages.route('/desk/templat', templatePages);
settingsPages.route('/desk/contoh-jawaban', answerPages);
settingsPages.route('/desk/keamanan', securityPages);
