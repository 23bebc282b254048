/** /desk/audit: Inspektorat draws closed cases and sees how far each draw is. */
import { Hono } from 'hono';
import { now } from '../../platform/clock.ts';
import { newKey } from '../../platform/ids.ts';
import { AppError } from '../../platform/problem.ts';
import { macHex } from '../../privacy/mac.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { type Quarter, quartersBefore } from './audit-period.ts';
import { listDraws, MOST_DRAWN, makeDraw, readDraw } from './audits.ts';
import { AuditPage, DrawPage } from './views/audit.tsx';
import { doneSentence } from './views/outcome.tsx';

export const auditPages = new Hono<AppEnv>();

auditPages.use(requireStaff, requireRole('inspector'));

auditPages.get('/', (c) => showDraws(c, {}));

auditPages.get('/:id{[0-9]+}', async (c) => {
  const found = await readDraw(c.var.db, Number(c.req.param('id')), c.var.signedIn);
  if (!found) throw new AppError('not_found');
  const done = doneSentence(c.req.query('ok'));
  return c.html(<DrawPage regency={c.var.regency} who={c.var.signedIn} {...found} done={done} />);
});

auditPages.post('/', async (c) => {
  const typed = await c.req.parseBody();
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  const quarter = quartersBefore(c.var.regency.calendar, now()).find(({ id }) => id === text('periode'));
  const count = Number(text('jumlah'));
  if (!quarter || !Number.isInteger(count) || count < 1 || count > MOST_DRAWN) {
    return showDraws(c, { count: text('jumlah'), period: text('periode'), wrong: true }, 422);
  }
  const id = await draw(c, quarter, count, text('key')).catch((error: unknown) => {
    // Sent twice: it stands on top of the list.
    if (error instanceof AppError && error.kind === 'conflict') return 0;
    throw error;
  });
  if (id === null) return showDraws(c, { count: text('jumlah'), period: quarter.id, none: true }, 409);
  return c.redirect(id === 0 ? '/desk/audit' : `/desk/audit/${id}`, 303);
});

/** @param key of the form @returns as makeDraw */
export async function draw(
  c: AppContext,
  period: Pick<Quarter, 'from' | 'to'>,
  count: number,
  key: string,
): Promise<number | null> {
  const by = `staff:${c.var.signedIn.id}`;
  const mac = await macHex(c.var.keys, 'idempotency', 'key', `audit:${by}:${key || newKey()}`);
  return makeDraw(c.var.db, { ...period, count, by, at: now(), key: mac }, randomly);
}

/** 0 ≤ n < 1, not to be foreseen. */
function randomly(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}

async function showDraws(
  c: AppContext,
  typed: { count?: string; period?: string; wrong?: boolean; none?: boolean },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { db, regency, signedIn } = c.var;
  return c.html(
    <AuditPage
      regency={regency}
      who={signedIn}
      draws={await listDraws(db)}
      quarters={quartersBefore(regency.calendar, now())}
      typed={typed}
      formKey={newKey()}
      done={doneSentence(c.req.query('ok'))}
    />,
    status,
  );
}
