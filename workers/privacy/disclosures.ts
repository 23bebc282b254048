/**
 * The register of disclosures: every reveal, download, export and print of what is not everybody's, with who and why
 * (UU 27/2022). Its row is written before anything is shown; a row is never changed or deleted (trigger).
 */
import { desc, eq, lt } from 'drizzle-orm';
import type { Db, Statement } from '../platform/db.ts';
import type { Keys } from './keys.ts';
import { open, seal } from './seal.ts';
import { type DisclosureKind, disclosures } from './table.ts';

export type { DisclosureKind } from './table.ts';

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

/** A page of the register, newest first. @param before id to go on from, or null */
export async function readDisclosures(
  db: Db,
  keys: Keys,
  before: number | null,
  limit: number,
): Promise<(Disclosure & { id: number })[]> {
  const rows = await db
    .select()
    .from(disclosures)
    .where(before === null ? undefined : lt(disclosures.id, before))
    .orderBy(desc(disclosures.id))
    .limit(limit);
  return opened(keys, rows);
}

/** All of one subject, newest first; at most a hundred. */
export async function disclosuresOf(db: Db, keys: Keys, subject: string) {
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
    rows.map(async (row) => ({ ...row, reason: (await open(keys, place(row), row.reason)) ?? '' })),
  );
