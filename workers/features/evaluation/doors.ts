/** Who comes into the evaluation: staff of its roles, and partners' keys with scope "figures" where the call only reads. */
import type { MiddlewareHandler } from 'hono';
import { evaluationRoles, runsEvaluation } from '../../../shared/permissions/rooms.ts';
import { AppError } from '../../platform/problem.ts';
import type { AppEnv } from '../http.ts';
import { apiKeyOf } from '../staff/queries.ts';
import { requireRole, requireStaff } from '../staff/session.ts';

const ofRole = requireRole(...evaluationRoles);

/**
 * For calls of the API that read. A partner's key needs no account: `signedIn` is not set then.
 * @throws AppError unauthenticated, forbidden
 */
export const requireReader: MiddlewareHandler<AppEnv> = async (c, next) => {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const key = bearer ? await apiKeyOf(c.var.db, c.var.keys, bearer) : null;
  if (key?.scopes.includes('figures')) {
    c.header('cache-control', 'no-store');
    return next();
  }
  return requireEvaluator(c, next);
};

/** For calls of the API that write: staff by session, or by a desk key that acts as its account. @throws AppError unauthenticated, forbidden */
export const requireEvaluator: MiddlewareHandler<AppEnv> = (c, next) =>
  requireStaff(c, async () => void (await ofRole(c, next)));

/** For pages and calls that write, after `requireStaff`: the others look on. @throws AppError forbidden */
export const requireRunner: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!runsEvaluation(c.var.signedIn)) throw new AppError('forbidden');
  await next();
};
