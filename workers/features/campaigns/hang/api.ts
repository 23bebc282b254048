/** Links of kecamatan by API, relative to /api/v1/campaigns/hang-links. */
import { Hono, type MiddlewareHandler } from 'hono';
import { isoOffset } from '../../../../shared/text.ts';
import { now } from '../../../platform/clock.ts';
import { AppError } from '../../../platform/problem.ts';
import { jsonBody, jsonLimit } from '../../api.ts';
import { idIn } from '../../doer.ts';
import { type AppEnv, originOf, requireKey } from '../../http.ts';
import { requireReader, requireWriter } from '../doors.ts';
import {
  describeLinks,
  describeMakeLinks,
  describeRevokeLink,
  type LinkJson,
  type MadeJson,
} from './describe.ts';
import { makeLinks, revokeLink } from './links.ts';
import { linkLines, wanted, wishSchema } from './wish.ts';

export const hangApi = new Hono<AppEnv>();

/** What opens Kanal to people without an account has somebody who answers for it. @throws AppError forbidden */
const requirePerson: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (!c.var.signedIn) throw new AppError('forbidden');
  await next();
};

hangApi.get('/', requireReader, describeLinks, async (c) => {
  const { db, regency } = c.var;
  const iso = (ms: number) => isoOffset(ms, regency.about.timeZone);
  const lines = await linkLines(db, regency, now());
  return c.json(
    lines.map(({ link, program, done, total }): LinkJson => {
      const { id, district, createdAt, expiresAt, revokedAt, lastUsedAt } = link;
      return {
        ...{ id, district, program, done, total },
        ...{ createdAt: iso(createdAt), expiresAt: iso(expiresAt) },
        revokedAt: revokedAt === null ? null : iso(revokedAt),
        lastUsedAt: lastUsedAt === null ? null : iso(lastUsedAt),
      };
    }),
  );
});

hangApi.post(
  '/',
  requireWriter,
  requirePerson,
  jsonLimit,
  describeMakeLinks,
  jsonBody(wishSchema),
  async (c) => {
    const { db, keys, regency, signedIn } = c.var;
    const key = requireKey(c.req.header('idempotency-key'));
    const wish = await wanted(db, regency, c.req.valid('json'));
    const made = await makeLinks(db, keys, { ...wish, key, by: signedIn.id, now: now() });
    return c.json(
      made.map(
        ({ id, district, token, expiresAt }): MadeJson => ({
          ...{ id, district, url: `${originOf(c)}/pasang/${token}` },
          expiresAt: isoOffset(expiresAt, regency.about.timeZone),
        }),
      ),
      201,
    );
  },
);

hangApi.post('/:id/revocation', requireWriter, requirePerson, describeRevokeLink, async (c) => {
  await revokeLink(c.var.db, idIn(c), now());
  return c.body(null, 204);
});
