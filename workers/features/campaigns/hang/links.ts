/** Links with which the people of a kecamatan hang and check without an account. */
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import { DAY, MINUTE } from '../../../platform/clock.ts';
import type { Db, Statement } from '../../../platform/db.ts';
import { toHex } from '../../../platform/ids.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Keys } from '../../../privacy/keys.ts';
import { macBytes, macHex } from '../../../privacy/mac.ts';
import { hangLinks } from '../table.ts';

export const LINK_DAYS = 14;

export type HangLink = typeof hangLinks.$inferSelect;

export interface NewLinks {
  /** Area codes of kecamatan. */
  districts: readonly string[];
  /** Null = whatever hangs there, of any program. */
  campaignId: number | null;
  /** Of the form: sent again it makes the same links, and shows them again. */
  key: string;
  /** Account. */
  by: number;
  /** Epoch ms. */
  now: number;
}

export interface MadeLink {
  id: number;
  district: string;
  /** 32 hexadecimal digits; from here on it is only in the address. */
  token: string;
  expiresAt: number;
}

const hashOf = (keys: Keys, token: string) => macHex(keys, 'tokens', 'hang-token', token);

/** One link for each kecamatan. Earlier ones stay good until they expire or are revoked. */
export async function makeLinks(db: Db, keys: Keys, input: NewLinks): Promise<MadeLink[]> {
  const { campaignId, key, by, now } = input;
  const drawn = await Promise.all(
    input.districts.map(async (district) => {
      const bytes = await macBytes(keys, 'tokens', 'hang-link', key, district, String(campaignId));
      const token = toHex(bytes.subarray(0, 16));
      return { district, token, tokenHash: await hashOf(keys, token) };
    }),
  );
  const [first, ...rest] = drawn.map(
    ({ district, tokenHash }): Statement =>
      db
        .insert(hangLinks)
        .values({
          ...{ tokenHash, district, campaignId, createdBy: by, createdAt: now },
          expiresAt: now + LINK_DAYS * DAY,
        })
        .onConflictDoNothing(),
  );
  if (!first) return [];
  await db.batch([first, ...rest]);
  const hashes = JSON.stringify(drawn.map(({ tokenHash }) => tokenHash));
  const rows = await db
    .select()
    .from(hangLinks)
    .where(sql`${hangLinks.tokenHash} in (select value from json_each(${hashes}))`);
  return drawn.flatMap(({ district, token, tokenHash }) => {
    const row = rows.find((one) => one.tokenHash === tokenHash);
    return row ? [{ id: row.id, district, token, expiresAt: row.expiresAt }] : [];
  });
}

/** From now on the link opens nothing; doing it twice changes nothing. @throws AppError not_found */
export async function revokeLink(db: Db, id: number, now: number): Promise<void> {
  const [, rows] = await db.batch([
    db
      .update(hangLinks)
      .set({ revokedAt: now })
      .where(and(eq(hangLinks.id, id), isNull(hangLinks.revokedAt))),
    db.select({ id: hangLinks.id }).from(hangLinks).where(eq(hangLinks.id, id)),
  ]);
  if (rows.length === 0) throw new AppError('not_found');
}

export type FoundLink =
  | { open: true; link: HangLink }
  | { open: false; why: 'unknown' | 'expired' | 'revoked' };

/** The link behind a token. One row read. @param now epoch ms */
export async function findLink(db: Db, keys: Keys, token: string, now: number): Promise<FoundLink> {
  const [link] = await db
    .select()
    .from(hangLinks)
    .where(eq(hangLinks.tokenHash, await hashOf(keys, token)));
  if (!link) return { open: false, why: 'unknown' };
  if (link.revokedAt !== null) return { open: false, why: 'revoked' };
  return link.expiresAt <= now ? { open: false, why: 'expired' } : { open: true, link };
}

/** Notes that somebody used it; at most one write in ten minutes. */
export async function touchLink(db: Db, { id, lastUsedAt }: HangLink, now: number): Promise<void> {
  const since = now - 10 * MINUTE;
  if (lastUsedAt !== null && lastUsedAt > since) return;
  await db
    .update(hangLinks)
    .set({ lastUsedAt: now })
    .where(and(eq(hangLinks.id, id), or(isNull(hangLinks.lastUsedAt), lt(hangLinks.lastUsedAt, since))));
}
