/** Boundaries in the database by area, with where each file is from; and the file that waits to be looked at. */
import { eq, inArray, sql } from 'drizzle-orm';
import * as z from 'zod';
import type { Db } from '../../../../platform/db.ts';
import { newToken } from '../../../../platform/ids.ts';
import { meta } from '../../../../platform/table.ts';
import { areaShapes } from '../table.ts';
import type { AreaShape } from './draw.ts';
import type { Light } from './simplify.ts';

/** Kecamatan, or desa with kelurahan: a file is loaded and taken away for a whole level. */
export const boundaryLevels = ['kecamatan', 'desa'] as const;
export type BoundaryLevel = (typeof boundaryLevels)[number];

export const levelOf = (area: string): BoundaryLevel => (area.split('.').length > 3 ? 'desa' : 'kecamatan');

const sourceSchema = z.object({
  /** Who made the file and under which licence, as typed in. */
  source: z.string(),
  /** Epoch ms. */
  loadedAt: z.number(),
  areas: z.number(),
});
export type BoundarySource = z.infer<typeof sourceSchema>;

const keyOf = (level: BoundaryLevel) => `boundary:${level}`;

/** What is loaded, by level. */
export async function boundarySources(db: Db): Promise<Partial<Record<BoundaryLevel, BoundarySource>>> {
  const rows = await db
    .select()
    .from(meta)
    .where(inArray(meta.key, boundaryLevels.map(keyOf)));
  return Object.fromEntries(
    boundaryLevels.flatMap((level) => {
      const row = rows.find(({ key }) => key === keyOf(level));
      return row ? [[level, sourceSchema.parse(JSON.parse(row.value))]] : [];
    }),
  );
}

/** All that are loaded; at most one row for each area. */
export async function boundaryShapes(db: Db): Promise<AreaShape[]> {
  const rows = await db.select({ area: areaShapes.area, shape: areaShapes.shape }).from(areaShapes);
  return rows.map(({ area, shape }) => ({ area, shape: JSON.parse(shape) as AreaShape['shape'] }));
}

/** Puts shapes in the place of all that their levels had, in one batch. Doing it twice changes nothing. */
export async function saveBoundaries(
  db: Db,
  shapes: readonly AreaShape[],
  source: string,
  at: number,
): Promise<void> {
  const levels = boundaryLevels.filter((level) => shapes.some(({ area }) => levelOf(area) === level));
  const rows = shapes.map(({ area, shape }) => ({ area, shape: JSON.stringify(shape) }));
  await db.batch([
    removal(db, levels),
    db
      .insert(areaShapes)
      .select(
        sql`select value ->> 'area', value ->> 'shape', cast(${at} as integer) from json_each(${JSON.stringify(rows)})`,
      ),
    ...levels.map((level) => {
      const areas = shapes.filter(({ area }) => levelOf(area) === level).length;
      const value = JSON.stringify({ source, loadedAt: at, areas } satisfies BoundarySource);
      return db
        .insert(meta)
        .values({ key: keyOf(level), value })
        .onConflictDoUpdate({ target: meta.key, set: { value } });
    }),
  ]);
}

export async function removeBoundaries(db: Db, level: BoundaryLevel): Promise<void> {
  await db.batch([removal(db, [level]), db.delete(meta).where(eq(meta.key, keyOf(level)))]);
}

/** Codes of desa have one part more than those of kecamatan. */
function removal(db: Db, levels: readonly BoundaryLevel[]) {
  const dots = sql`length(${areaShapes.area}) - length(replace(${areaShapes.area}, '.', ''))`;
  return db.delete(areaShapes).where(
    inArray(
      dots,
      levels.map((level) => (level === 'desa' ? 3 : 2)),
    ),
  );
}

/** A file that was read and not saved yet. There is one place for it: the next file takes it. */
const DRAFT = 'coverage/boundary-draft';

export interface Draft {
  id: string;
  source: string;
  light: Light;
  /** Shapes of no area of the settings, as people call them; at most `MOST_NAMED`. */
  unknown: string[];
  unknownCount: number;
}

export const MOST_NAMED = 60;

export async function keepDraft(files: R2Bucket, draft: Omit<Draft, 'id'>): Promise<void> {
  await files.put(DRAFT, JSON.stringify({ ...draft, id: newToken() } satisfies Draft));
}

export async function readDraft(files: R2Bucket): Promise<Draft | null> {
  const object = await files.get(DRAFT);
  return object ? object.json<Draft>() : null;
}

export const dropDraft = (files: R2Bucket): Promise<void> => files.delete(DRAFT);
