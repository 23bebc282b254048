/**
 * The register of disclosures: every reveal, download, export and print of what is not everybody's, with who and why
 * (UU 27/2022). Its row is written before anything is shown; a row is never changed or deleted (trigger).
 */
import { and, count, desc, eq, gte, lt, min } from 'drizzle-orm';
import type { Db, Statement } from '../platform/db.ts';
import type { Keys } from './keys.ts';
import { openShown, seal } from './seal.ts';
import { type DisclosureKind, disclosures } from './table.ts';

export { type DisclosureKind, disclosureKinds } from './table.ts';

export interface Disclosure {
  /** "staff:12", "key:3". */
  actor: string;
  kind: DisclosureKind;
  /** "case:123", "list:tugas", "register". */
  subject: string;
  /** A word of the program: "identity", "dossier". Never what a person wrote. */
  what: string;
  /** What the person gave as their reason; sealed. */
  reason: string;
  /** Epoch ms. */
  at: number;
}

const place = ({ actor, subject, at }: Pick<Disclosure, 'actor' | 'subject' | 'at'>) => ({
  table: 'disclosures',
  column: 'reason',
  row: `${actor}:${subject}:${at}`,
});

/** The row of what is disclosed, for the batch of a verb. */
export async function disclosure(db: Db, keys: Keys, seen: Disclosure): Promise<[Statement]> {
  const reason = (await seal(keys, place(seen), seen.reason)) ?? '';
  return [db.insert(disclosures).values({ ...seen, reason })];
}

/** Writes it. Await this before anything is shown. */
export async function disclose(db: Db, keys: Keys, seen: Disclosure): Promise<void> {
  await db.batch(await disclosure(db, keys, seen));
}

/** Rows looked at for one page: with a filter it may come out shorter, and goes on. */
const LOOK = 500;

/** What is looked for; nothing = everything. */
export interface Wanted {
  kind?: DisclosureKind | undefined;
  actor?: string | undefined;
  /** Epoch ms: from then on, and before then. */
  from?: number | undefined;
  to?: number | undefined;
}

export type Written = Disclosure & { id: number };

/**
 * A page of the register, newest first.
 * @param before id to go on from, or null
 * @param limit rows, at most 500
 * @returns `next` = where the page after this one begins, null at the end; rows read are bounded by the look
 */
export async function readDisclosures(
  db: Db,
  keys: Keys,
  before: number | null,
  limit: number,
  wanted: Wanted = {},
): Promise<{ lines: Written[]; next: number | null }> {
  const looked = db
    .select()
    .from(disclosures)
    .where(before === null ? undefined : lt(disclosures.id, before))
    .orderBy(desc(disclosures.id))
    .limit(LOOK)
    .as('looked');
  const [rows, ends] = await db.batch([
    db
      .select()
      .from(looked)
      .where(
        and(
          wanted.kind && eq(looked.kind, wanted.kind),
          wanted.actor === undefined ? undefined : eq(looked.actor, wanted.actor),
          wanted.from === undefined ? undefined : gte(looked.at, wanted.from),
          wanted.to === undefined ? undefined : lt(looked.at, wanted.to),
        ),
      )
      .orderBy(desc(looked.id))
      .limit(limit + 1),
    db.select({ last: min(looked.id), earliest: min(looked.at), count: count() }).from(looked),
  ]);
  const shown = rows.slice(0, limit);
  // Rows are in the order of time: beyond the period there are none.
  const beyond = (ends[0]?.earliest ?? 0) < (wanted.from ?? 0);
  const end = ends[0]?.count === LOOK && !beyond ? (ends[0].last ?? null) : null;
  const next = rows.length > limit ? (shown.at(-1)?.id ?? null) : end;
  return { lines: await opened(keys, shown), next };
}

/** All of one subject, newest first; at most a hundred. */
export async function disclosuresOf(db: Db, keys: Keys, subject: string): Promise<Written[]> {
  const rows = await db
    .select()
    .from(disclosures)
    .where(eq(disclosures.subject, subject))
    .orderBy(desc(disclosures.id))
    .limit(100);
  return opened(keys, rows);
}

const opened = (keys: Keys, rows: (typeof disclosures.$inferSelect)[]) =>
  Promise.all(
    rows.map(async (row) => ({ ...row, reason: (await openShown(keys, place(row), row.reason)) ?? '' })),
  );
