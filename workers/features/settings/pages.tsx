/** /desk/pengaturan: what an administrator may change about this regency; each kind of setting has pages of its own. */
import { Hono } from 'hono';
import type { AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { answerPages } from './answer-pages.tsx';
import { crestPages } from './crest-pages.tsx';
import { holidayPages } from './holiday-pages.tsx';
import { kindPages } from './kind-pages.tsx';
import { officePages } from './office-pages.tsx';
import { rowPages } from './row-pages.tsx';
import { securityPages } from './security-pages.tsx';
import { templatePages } from './template-pages.tsx';
import { SettingsPage } from './views/settings.tsx';

export const settingsPages = new Hono<AppEnv>();

for (const path of [
  '/desk/pengaturan/*',
  '/desk/templat/*',
  '/desk/contoh-jawaban/*',
  '/desk/instansi/*',
  '/desk/keamanan/*',
])
  settingsPages.use(path, requireStaff, requireRole('admin'));

settingsPages.get('/desk/pengaturan', (c) =>
  c.html(<SettingsPage regency={c.var.regency} who={c.var.signedIn} />),
);

settingsPages.route('/desk/pengaturan/lambang', crestPages);
settingsPages.route('/desk/pengaturan/hari-libur/tempel', holidayPages);
settingsPages.route('/desk/pengaturan', kindPages);
settingsPages.route('/desk/pengaturan', rowPages);
settingsPages.route('/desk/templat', templatePages);
settingsPages.route('/desk/contoh-jawaban', answerPages);
settingsPages.route('/desk/instansi', officePages);
settingsPages.route('/desk/keamanan', securityPages);
