/** Who may report on one item of the plan. */
import type { MiddlewareHandler } from 'hono';
import { reportsAction } from '../../../../shared/permissions/rooms.ts';
import { AppError } from '../../../platform/problem.ts';
import { idIn } from '../../doer.ts';
import type { AppEnv } from '../../http.ts';
import { actionRow } from './change.ts';

/** For pages of an item, after `requireStaff`. @throws AppError not_found, forbidden */
export const requireReporter: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!reportsAction(c.var.signedIn, await actionRow(c.var.db, idIn(c)))) throw new AppError('forbidden');
  await next();
};
