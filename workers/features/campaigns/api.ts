/** The campaign's API, relative to /api/v1/campaigns: the chain of each placement, for staff and partners. */
import { Hono, type MiddlewareHandler } from 'hono';
import { campaignRoles } from '../../../shared/permissions/rooms.ts';
import { type AppEnv, originOf } from '../http.ts';
import { apiKeyOf } from '../staff/queries.ts';
import { requireRole, requireStaff } from '../staff/session.ts';
import { listPlacements } from './queries.ts';
import { describePlacements, placementJson } from './register/describe.ts';
import { inOrder } from './register/shown.ts';

export const campaignsApi = new Hono<AppEnv>();

/**
 * A partner's key with scope "campaigns" needs no account; everybody else is staff of a role that sees the campaign, by
 * session or by a desk key.
 * @throws AppError unauthenticated, forbidden
 */
const requireReader: MiddlewareHandler<AppEnv> = async (c, next) => {
  const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const key = bearer ? await apiKeyOf(c.var.db, c.var.keys, bearer) : null;
  if (key?.scopes.includes('campaigns')) {
    c.header('cache-control', 'no-store');
    return next();
  }
  const ofRole = requireRole(...campaignRoles);
  return requireStaff(c, async () => void (await ofRole(c, next)));
};

campaignsApi.get('/placements', requireReader, describePlacements, async (c) => {
  const { db, regency } = c.var;
  const origin = originOf(c);
  const shown = inOrder(await listPlacements(db), regency);
  return c.json(shown.map((placement) => placementJson(placement, origin)));
});
