/** Who comes into the campaign: staff of its roles, and partners' keys with a scope of their own (domain.md section 1). */
import type { MiddlewareHandler } from 'hono';
import type { Role } from '../../../shared/permissions/people.ts';
import { campaignRoles, campaignRunners, runsCampaigns } from '../../../shared/permissions/rooms.ts';
import { AppError } from '../../platform/problem.ts';
import type { AppEnv } from '../http.ts';
import { apiKeyOf, type Scope } from '../staff/queries.ts';
import { requireRole, requireStaff } from '../staff/session.ts';

/**
 * For the API. A partner's key needs no account: `actor` is set, `signedIn` is not. Everybody else is staff, by session or
 * by a desk key, and has both.
 * @throws AppError unauthenticated, forbidden
 */
function door(scopes: readonly Scope[], roles: readonly Role[]): MiddlewareHandler<AppEnv> {
  const ofRole = requireRole(...roles);
  return async (c, next) => {
    const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const key = bearer ? await apiKeyOf(c.var.db, c.var.keys, bearer) : null;
    if (key?.scopes.some((scope) => scopes.includes(scope))) {
      c.set('actor', `key:${key.id}`);
      c.header('cache-control', 'no-store');
      return next();
    }
    return requireStaff(c, async () => void (await ofRole(c, next)));
  };
}

/** Calls that read. Who may write reads what became of it. */
export const requireReader = door(['campaigns', 'campaigns_write'], campaignRoles);

/** Calls that write: administrators and campaigners, and keys with scope "campaigns_write". */
export const requireWriter = door(['campaigns_write'], campaignRunners);

/** For pages, after `requireStaff`: leaders look on. @throws AppError forbidden */
export const requireRunner: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!runsCampaigns(c.var.signedIn)) throw new AppError('forbidden');
  await next();
};
