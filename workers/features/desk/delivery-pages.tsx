/** /desk/kiriman: the delivery log, and "Kirim lagi". */
import { Hono } from 'hono';
import { sendAgain } from '../../messaging/delivery-log.ts';
import { sendHint } from '../../messaging/queues.ts';
import { now } from '../../platform/clock.ts';
import { AppError } from '../../platform/problem.ts';
import type { AppContext, AppEnv } from '../http.ts';
import { deliveryLog, openLogId } from './deliveries.ts';
import { DeliveriesPage, logTabs } from './views/deliveries.tsx';

export const deliveryPages = new Hono<AppEnv>();

deliveryPages.get('/', async (c) => {
  const { db, keys, regency, signedIn } = c.var;
  const tab = c.req.query('daftar') ?? 'gagal';
  const shown = Object.hasOwn(logTabs, tab) ? logTabs[tab] : undefined;
  if (!shown) throw new AppError('not_found');
  const from = c.req.query('dari');
  const page = await deliveryLog(db, keys, regency, signedIn, shown.list, from);
  return c.html(
    <DeliveriesPage
      regency={regency}
      who={signedIn}
      tab={tab}
      page={page}
      later={from !== undefined}
      done={c.req.query('ok') === '1'}
    />,
  );
});

deliveryPages.post('/', async (c) => {
  const { key, twice } = await c.req.parseBody();
  await sendLogged(c, typeof key === 'string' ? key : '', twice === '1');
  return c.redirect('/desk/kiriman?ok=1', 303);
});

/**
 * Also what the API does.
 * @param id as the log gave it
 * @throws AppError not_found, conflict
 */
export async function sendLogged(c: AppContext, id: string, twice: boolean): Promise<void> {
  const delivery = await openLogId(c.var.keys, id);
  await sendAgain(c.var.db, delivery, twice, now());
  c.executionCtx.waitUntil(sendHint(c.env, 'delivery', [delivery]));
}
