/** /desk: the inbox, the search, dead letters, the delivery log, and the pages of cases. */
import { Hono } from 'hono';
import { listDeadLetters, replayDeadLetter } from '../../messaging/dead-letters.ts';
import { atMost } from '../api.ts';
import type { AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { auditPages } from './audit-pages.tsx';
import { bulkPages } from './bulk-pages.tsx';
import { casePages } from './case-pages.tsx';
import { deliveryPages } from './delivery-pages.tsx';
import { dossierPages } from './dossier-pages.tsx';
import { exportPages } from './export-pages.tsx';
import { filePages } from './file-pages.tsx';
import { showInbox } from './inbox-pages.tsx';
import { linePages } from './line-pages.tsx';
import { photoPages } from './photo-pages.tsx';
import { printPages } from './print-pages.tsx';
import { registerPages } from './register-pages.tsx';
import { savedPages } from './saved-pages.tsx';
import { openSearch, sendSearch } from './search-pages.tsx';
import { DeadLettersPage } from './views/others.tsx';

/** Of a search: words, no files. */
const FORM_BYTES = 256 * 1024;

export const deskPages = new Hono<AppEnv>();

deskPages.use('/', requireStaff);
deskPages.use('/cari', requireStaff);
deskPages.use('/kasus/*', requireStaff);
deskPages.use('/jawab/*', requireStaff);
deskPages.use('/tampilan/*', requireStaff);
deskPages.use('/antrean/*', requireStaff, requireRole('admin'));
deskPages.use('/kiriman/*', requireStaff, requireRole('admin'));

deskPages.route('/kasus', dossierPages);
deskPages.route('/kasus', photoPages);
deskPages.route('/kasus', filePages);
deskPages.route('/kasus', printPages);
deskPages.route('/kasus', casePages);
deskPages.route('/audit', auditPages);
deskPages.route('/massal', bulkPages);
deskPages.route('/catatan-akses', registerPages);
deskPages.route('/ekspor', exportPages);
deskPages.route('/kiriman', deliveryPages);
deskPages.route('/tampilan', savedPages);

deskPages.get('/', (c) => showInbox(c));
deskPages.route('/jawab', linePages);

deskPages.get('/cari', openSearch);
deskPages.post('/cari', atMost(FORM_BYTES), sendSearch);

deskPages.get('/antrean', async (c) => {
  const letters = await listDeadLetters(c.var.db);
  const { regency, signedIn } = c.var;
  return c.html(
    <DeadLettersPage regency={regency} who={signedIn} letters={letters} done={c.req.query('ok') === '1'} />,
  );
});

deskPages.post('/antrean/:id', async (c) => {
  const id = Number(c.req.param('id'));
  await replayDeadLetter(c.var.db, c.env, Number.isSafeInteger(id) ? id : 0);
  return c.redirect('/desk/antrean?ok=1', 303);
});
