/** /desk: the inbox, the search by code, dead letters, the delivery log, and the pages of cases. */
import { Hono } from 'hono';
import { normaliseCode } from '../../../shared/code.ts';
import { hasDesk } from '../../../shared/permissions/index.ts';
import { listDeadLetters, replayDeadLetter } from '../../messaging/dead-letters.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { findView } from './act.ts';
import { casePages } from './case-pages.tsx';
import { deliveryPages } from './delivery-pages.tsx';
import { dossierPages } from './dossier-pages.tsx';
import { readInbox } from './inbox.ts';
import { listsOf } from './lists.ts';
import { InboxPage } from './views/inbox.tsx';
import { DeadLettersPage, RolePage } from './views/others.tsx';
import { doneSentence } from './views/outcome.tsx';

export const deskPages = new Hono<AppEnv>();

deskPages.use('/', requireStaff);
deskPages.use('/cari', requireStaff);
deskPages.use('/kasus/*', requireStaff);
deskPages.use('/antrean/*', requireStaff, requireRole('admin'));
deskPages.use('/kiriman/*', requireStaff, requireRole('admin'));

deskPages.route('/kasus', dossierPages);
deskPages.route('/kasus', casePages);
deskPages.route('/kiriman', deliveryPages);

deskPages.get('/', (c) => showInbox(c));

deskPages.get('/cari', async (c) => {
  const typed = c.req.query('kode') ?? '';
  const code = normaliseCode(typed, c.var.regency.about.codePrefix);
  // A case that may not be known of answers like one that is not there.
  if (code !== null && (await findView(c, code))) return c.redirect(`/desk/kasus/${code}`, 303);
  return showInbox(c, typed);
});

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

/** @param wrongCode what was typed when no such case was found */
async function showInbox(c: AppContext, wrongCode?: string): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const lists = listsOf(signedIn, regency);
  const wanted = c.req.query('daftar');
  const list = wanted === undefined ? lists[0] : lists.find(({ id }) => id === wanted);
  if (!hasDesk(signedIn) || (!list && wanted === undefined)) {
    return c.html(<RolePage regency={regency} who={signedIn} />);
  }
  if (!list) throw new AppError('not_found');
  const from = c.req.query('dari');
  const page = await readInbox(db, keys, regency, signedIn, list, from, now());
  return c.html(
    <InboxPage
      regency={regency}
      who={signedIn}
      lists={lists}
      list={list}
      page={page}
      later={from !== undefined}
      now={now()}
      done={doneSentence(c.req.query('ok'))}
      wrongCode={wrongCode}
    />,
    wrongCode === undefined ? 200 : 404,
  );
}
