/** What is published: releases with their tables, and improvements. The public rooms read it too. */
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { type AboutRelease, linesOf, type ReleasedFile } from '../../../../shared/openness/files.ts';
import type { TableName } from '../../../../shared/openness/types.ts';
import { csvLine } from '../../../platform/csv.ts';
import type { Db } from '../../../platform/db.ts';
import { figures } from '../figures/table.ts';
import { improvements, releasedTables, releases } from './table.ts';

export interface Release {
  period: string;
  about: AboutRelease;
  /** Epoch ms. */
  publishedAt: number;
}

export type ImprovementRow = typeof improvements.$inferSelect;

const parsed = (row: typeof releases.$inferSelect): Release => ({
  period: row.period,
  about: JSON.parse(row.about) as AboutRelease,
  publishedAt: row.publishedAt,
});

/** The newest quarter first. */
export async function allReleases(db: Db): Promise<Release[]> {
  return (await db.select().from(releases).orderBy(desc(releases.period))).map(parsed);
}

export async function releaseOf(db: Db, period: string): Promise<Release | null> {
  const [row] = await db.select().from(releases).where(eq(releases.period, period));
  return row ? parsed(row) : null;
}

export interface Listed {
  period: string;
  name: string;
  title: string;
  about: string;
  by: string;
  reference: string;
  csvDigest: string;
  jsonDigest: string;
}

/** Tables of all releases, without their content; the newest quarter first. */
export function listedTables(db: Db): Promise<Listed[]> {
  const { period, name, content, csvDigest, jsonDigest } = releasedTables;
  return db
    .select({
      period,
      name,
      title: sql<string>`${content} ->> 'judul'`,
      about: sql<string>`${content} ->> 'definisi'`,
      by: sql<string>`${content} ->> 'klasifikasi'`,
      reference: sql<string>`${content} ->> 'kode_referensi'`,
      csvDigest,
      jsonDigest,
    })
    .from(releasedTables)
    .orderBy(desc(period), asc(name));
}

/** One table as it was published; null when there is none. */
export async function releasedTable(db: Db, period: string, name: string) {
  const [row] = await db
    .select()
    .from(releasedTables)
    .where(and(eq(releasedTables.period, period), eq(releasedTables.name, name)));
  return row ?? null;
}

/** All tables of one release by name. */
export async function filesOfRelease(db: Db, period: string): Promise<Map<TableName, ReleasedFile>> {
  const rows = await db.select().from(releasedTables).where(eq(releasedTables.period, period));
  return new Map(rows.map(({ name, content }) => [name as TableName, JSON.parse(content) as ReleasedFile]));
}

/** The file for spreadsheets: UTF-8 without a mark, RFC 4180, nothing in it runs as a formula. */
export const csvOf = (file: ReleasedFile): string => linesOf(file).map(csvLine).join('');

/** Month of the first reports that were counted, e.g. "2026-07"; null = none. */
export async function firstMonth(db: Db): Promise<string | null> {
  const [row] = await db
    .select({ bucket: figures.bucket })
    .from(figures)
    .where(and(eq(figures.dimension, 'kind'), eq(figures.basis, 'received')))
    .orderBy(asc(figures.bucket))
    .limit(1);
  return row?.bucket.slice(0, 7) ?? null;
}

/** The newest first. @param published only those that citizens see */
export function listImprovements(db: Db, published: boolean, limit = 50): Promise<ImprovementRow[]> {
  return db
    .select()
    .from(improvements)
    .where(published ? isNotNull(improvements.publishedAt) : undefined)
    .orderBy(desc(improvements.doneOn), desc(improvements.id))
    .limit(limit);
}

export async function improvementById(db: Db, id: number): Promise<ImprovementRow | null> {
  const [row] = await db.select().from(improvements).where(eq(improvements.id, id));
  return row ?? null;
}
