/** /desk/evaluasi: the rooms of the evaluation. */
import { Hono } from 'hono';
import { evaluationRoles } from '../../../shared/permissions/rooms.ts';
import type { AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { actionPages } from './actions/pages.tsx';
import { evidencePages } from './evidence/pages.tsx';
import { figurePages } from './figures/pages.tsx';
import { showGlance } from './meetings/glance-page.tsx';
import { meetingPages } from './meetings/pages.tsx';
import { packPages } from './packs/pages.tsx';
import { releasePages } from './releases/pages.tsx';

export const evaluationPages = new Hono<AppEnv>();

evaluationPages.use('*', requireStaff, requireRole(...evaluationRoles));

evaluationPages.route('/angka', figurePages);
evaluationPages.route('/paket', packPages);
evaluationPages.get('/', showGlance);
evaluationPages.route('/rapat', meetingPages);
evaluationPages.route('/terbitan', releasePages);
evaluationPages.route('/bukti', evidencePages);
evaluationPages.route('/rencana-aksi', actionPages);
