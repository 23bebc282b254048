/** Boundaries in the database by area, and the file that waits to be looked at. */
import { eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '../../../../platform/db.ts';
import { newToken } from '../../../../platform/ids.ts';
import { meta } from '../../../../platform/table.ts';
import { areaShapes } from '../table.ts';
import type { AreaShape } from './draw.ts';
import { type BoundaryEditor, lineOf } from './history.ts';
import type { Light } from './simplify.ts';
import { type BoundaryLevel, type BoundarySource, boundaryLevels, keyOf, levelOf } from './sources.ts';

/** All that are loaded; at most one row for each area. */
export async function boundaryShapes(db: Db): Promise<AreaShape[]> {
  const rows = await db.select({ area: areaShapes.area, shape: areaShapes.shape }).from(areaShapes);
  return rows.map(({ area, shape }) => ({ area, shape: JSON.parse(shape) as AreaShape['shape'] }));
}

/**
 * Puts shapes in the place of all that their levels had, in one batch. Doing it twice changes nothing.
 * @param from what their file is, and its id
 */
export async function saveBoundaries(
  editor: BoundaryEditor,
  shapes: readonly AreaShape[],
  from: Pick<BoundarySource, 'source' | 'file'>,
): Promise<void> {
  const { db, now } = editor;
  const levels = boundaryLevels.filter((level) => shapes.some(({ area }) => levelOf(area) === level));
  const rows = shapes.map(({ area, shape }) => ({ area, shape: JSON.stringify(shape) }));
  await db.batch([
    removal(db, levels),
    db
      .insert(areaShapes)
      .select(
        sql`select value ->> 'area', value ->> 'shape', cast(${now} as integer) from json_each(${JSON.stringify(rows)})`,
      ),
    ...levels.flatMap((level) => {
      const areas = shapes.filter(({ area }) => levelOf(area) === level).length;
      const source = { ...from, loadedAt: now, areas };
      const value = JSON.stringify(source);
      return [
        lineOf(editor, level, source),
        db
          .insert(meta)
          .values({ key: keyOf(level), value })
          .onConflictDoUpdate({ target: meta.key, set: { value } }),
      ];
    }),
  ]);
}

export async function removeBoundaries(editor: BoundaryEditor, level: BoundaryLevel): Promise<void> {
  const { db } = editor;
  await db.batch([
    lineOf(editor, level, null),
    removal(db, [level]),
    db.delete(meta).where(eq(meta.key, keyOf(level))),
  ]);
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
