/** The page of one item, also with a form of it that was refused. */
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { idIn } from '../../doer.ts';
import type { AppContext } from '../../http.ts';
import { historyOf } from './history.ts';
import { type ActionLine, actionsOf, filesOf } from './queries.ts';
import { ActionPage, type ActionPageProps } from './views/action.tsx';

/** @param id by default the address's. @throws AppError not_found */
export async function lineOf(c: AppContext, id = idIn(c)): Promise<ActionLine> {
  const { db, regency } = c.var;
  const [line] = await actionsOf(db, regency, now(), { ids: [id] });
  if (!line) throw new AppError('not_found');
  return line;
}

export async function showAction(
  c: AppContext,
  refused?: ActionPageProps['refused'],
  status: 200 | AppError['status'] = 200,
): Promise<Response> {
  const { db, keys, regency, signedIn } = c.var;
  const line = await lineOf(c);
  const { id } = line.row;
  const [files, history] = await Promise.all([filesOf(db, id), historyOf(db, keys, id)]);
  const page = {
    ...{ regency, who: signedIn, now: now(), line, files, history },
    ...{ done: c.req.query('ok'), to: c.req.query('ke') },
    ...(refused ? { refused } : {}),
  };
  return c.html(<ActionPage {...page} />, status);
}
