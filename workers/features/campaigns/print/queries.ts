/** Packs of printed matter: what is asked of them. */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../../platform/db.ts';
import type { Regency } from '../../../regency/snapshot.ts';
import { listPlacements, type PlacementRow } from '../queries.ts';
import { districtOf, inOrder, nameOf } from '../register/shown.ts';
import { placements } from '../table.ts';
import { isChosen, type Scope } from './choice.ts';
import { printPacks, printParts } from './table.ts';

export type PackRow = typeof printPacks.$inferSelect;
export type PartRow = typeof printParts.$inferSelect;

/** Why a pack was refused: the places whose code could not be read back. */
export interface PackTrouble {
  unreadable: { code: string; name: string }[];
}

/** A placement as it is printed. */
export interface Printable {
  row: PlacementRow;
  name: string;
  /** Area code of its kecamatan; null for an office. */
  district: string | null;
}

/** Packs on one page of the list. */
const LISTED = 50;

export const listPacks = (db: Db): Promise<PackRow[]> =>
  db.select().from(printPacks).orderBy(desc(printPacks.id)).limit(LISTED);

export async function readPack(db: Db, id: number): Promise<PackRow | null> {
  const [row] = await db.select().from(printPacks).where(eq(printPacks.id, id));
  return row ?? null;
}

export const readParts = (db: Db, packId: number): Promise<PartRow[]> =>
  db.select().from(printParts).where(eq(printParts.packId, packId)).orderBy(asc(printParts.part));

/** A pack and its parts as they are at one moment. */
export async function readWhole(db: Db, id: number): Promise<{ pack: PackRow | null; parts: PartRow[] }> {
  const [packs, parts] = await db.batch([
    db.select().from(printPacks).where(eq(printPacks.id, id)),
    db.select().from(printParts).where(eq(printParts.packId, id)).orderBy(asc(printParts.part)),
  ]);
  return { pack: packs[0] ?? null, parts };
}

export async function readPart(db: Db, packId: number, part: number): Promise<PartRow | null> {
  const [row] = await db
    .select()
    .from(printParts)
    .where(and(eq(printParts.packId, packId), eq(printParts.part, part)));
  return row ?? null;
}

/** Ids of packs that are being made; by an index. */
export async function runningPacks(db: Db): Promise<number[]> {
  const rows = await db
    .select({ id: printPacks.id })
    .from(printPacks)
    .where(eq(printPacks.status, 'running'));
  return rows.map(({ id }) => id);
}

export const idsOf = (pack: Pick<PackRow, 'placements'>): number[] => JSON.parse(pack.placements) as number[];

/** What is in a scope, in the order of the settings: each kecamatan together. */
export async function placesIn(db: Db, regency: Regency, scope: Scope): Promise<Printable[]> {
  const all = inOrder(await listPlacements(db), regency);
  return all.filter(({ row, district }) => isChosen(scope, row, district));
}

/** These placements, in this order; one that does not exist is left out. */
export async function placesById(db: Db, regency: Regency, ids: readonly number[]): Promise<Printable[]> {
  const rows = await db
    .select()
    .from(placements)
    .where(sql`${placements.id} in (select value from json_each(${JSON.stringify(ids)}))`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ row, name: nameOf(row, regency), district: districtOf(row, regency) }] : [];
  });
}

/** Whose code each is. @returns placement id by code */
export async function ownersOf(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: placements.id, code: placements.code })
    .from(placements)
    .where(sql`${placements.code} in (select value from json_each(${JSON.stringify(codes)}))`);
  return new Map(rows.map(({ code, id }) => [code, id]));
}
