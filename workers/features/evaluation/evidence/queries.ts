/** What is asked about evidence: criteria with what was collected for each, and how far each score has come. */
import { and, asc, desc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  type IndicatorId,
  indicatorIds,
  type Level,
  levelOf,
  type Standing,
  standingOf,
} from '../../../../shared/evidence.ts';
import type { PackCriterion } from '../../../../shared/regencies/types.ts';
import type { Db } from '../../../platform/db.ts';
import { AppError } from '../../../platform/problem.ts';
import type { Place } from '../../../privacy/seal.ts';
import { readRow, readRows } from '../../../regency/rows.ts';
import { evidenceArtefacts, evidenceDocuments, evidenceReviews } from './table.ts';

export type Artefact = typeof evidenceArtefacts.$inferSelect;
export type DocumentRow = typeof evidenceDocuments.$inferSelect;
export type Review = typeof evidenceReviews.$inferSelect;

export interface CriterionLine {
  criterion: PackCriterion;
  /** The newest of each proof that it asks for. */
  artefacts: Artefact[];
  /** Not withdrawn, the oldest first. */
  documents: DocumentRow[];
  /** The last one; null = nobody has looked at it. */
  review: Review | null;
  standing: Standing;
}

export interface IndicatorLine {
  id: IndicatorId;
  criteria: CriterionLine[];
  level: Level | 0;
}

/** Whose names stand beside the evidence, e.g. "staff:12". */
export const actorsOf = ({ artefacts, documents, review }: CriterionLine): string[] => [
  ...artefacts.map(({ takenBy }) => takenBy),
  ...documents.map(({ uploadedBy }) => uploadedBy),
  ...(review ? [review.by] : []),
];

/** Every score with its criteria, levels upwards. Some tens of criteria with a few rows each. */
export async function readIndicators(db: Db, at?: number): Promise<IndicatorLine[]> {
  const rows = await readRows<PackCriterion>(db, 'criterion');
  const lines = await linesOf(
    db,
    rows.map(({ data }) => data),
    { at },
  );
  return indicatorIds.map((id) => {
    const criteria = lines
      .filter(({ criterion }) => criterion.indicator === id)
      .sort((a, b) => a.criterion.level - b.criterion.level);
    const judged = criteria.map(({ criterion: { level }, standing: { awarded } }) => ({ level, awarded }));
    return { id, criteria, level: levelOf(judged) };
  });
}

/** @param at as it stood then, epoch ms. @throws AppError not_found */
export async function readIndicator(db: Db, id: string, at?: number): Promise<IndicatorLine> {
  const line = (await readIndicators(db, at)).find((one) => one.id === id);
  if (!line) throw new AppError('not_found');
  return line;
}

/** @throws AppError not_found when there is none in force */
export async function readCriterion(db: Db, id: string): Promise<CriterionLine> {
  const { data } = await readRow<PackCriterion>(db, 'criterion', id);
  const [line] = await linesOf(db, [data], { only: id });
  if (!line) throw new AppError('not_found');
  return line;
}

async function linesOf(
  db: Db,
  criteria: readonly PackCriterion[],
  { only, at }: { only?: string; at?: number | undefined },
): Promise<CriterionLine[]> {
  const { criterion, withdrawnAt } = evidenceDocuments;
  const inUse = at === undefined ? isNull(withdrawnAt) : or(isNull(withdrawnAt), gt(withdrawnAt, at));
  const until = (time: SQLiteColumn) => (at === undefined ? undefined : lte(time, at));
  const [artefacts, documents, reviews] = await Promise.all([
    db
      .select()
      .from(evidenceArtefacts)
      .where(and(only ? eq(evidenceArtefacts.criterion, only) : undefined, until(evidenceArtefacts.takenAt)))
      .orderBy(desc(evidenceArtefacts.id)),
    db
      .select()
      .from(evidenceDocuments)
      .where(and(inUse, only ? eq(criterion, only) : undefined, until(evidenceDocuments.uploadedAt)))
      .orderBy(asc(evidenceDocuments.uploadedAt), asc(evidenceDocuments.id)),
    db
      .select()
      .from(evidenceReviews)
      .where(and(only ? eq(evidenceReviews.criterion, only) : undefined, until(evidenceReviews.at)))
      .orderBy(desc(evidenceReviews.id)),
  ]);
  return criteria.map((criterion) => {
    const mine = <T extends { criterion: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.criterion === criterion.id);
    const fixed = mine(artefacts);
    const newest = criterion.proofs.flatMap((proof) => fixed.find((one) => one.proof === proof) ?? []);
    const own = { artefacts: newest, documents: mine(documents), review: mine(reviews)[0] ?? null };
    const standing = standingOf(criterion, {
      fixed: newest.map(({ proof }) => proof),
      documents: own.documents.length,
      verdict: own.review?.verdict ?? null,
    });
    return { criterion, ...own, standing };
  });
}

/** Where its bytes are sealed for. */
export const documentPlace = (id: string): Place => ({
  table: 'evidence_documents',
  column: 'object',
  row: id,
});

/** Withdrawn ones, too. */
export async function findDocument(db: Db, criterion: string, id: string): Promise<DocumentRow | null> {
  const [row] = await db
    .select()
    .from(evidenceDocuments)
    .where(and(eq(evidenceDocuments.id, id), eq(evidenceDocuments.criterion, criterion)));
  return row ?? null;
}

/** Taken back, the newest first. */
export function withdrawnOf(db: Db, criterion: string): Promise<DocumentRow[]> {
  const { criterion: of, withdrawnAt } = evidenceDocuments;
  return db
    .select()
    .from(evidenceDocuments)
    .where(and(eq(of, criterion), gt(withdrawnAt, 0)))
    .orderBy(desc(withdrawnAt));
}

/** The next files in the bucket, for who seals them anew. */
export function documentsAfter(db: Db, after: string, limit: number) {
  return db
    .select({ id: evidenceDocuments.id, object: evidenceDocuments.objectKey })
    .from(evidenceDocuments)
    .where(gt(evidenceDocuments.id, after))
    .orderBy(asc(evidenceDocuments.id))
    .limit(limit);
}
