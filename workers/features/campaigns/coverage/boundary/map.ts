/** The map of the coverage, where a boundary file is loaded: desa when there are some, else kecamatan. */
import type { Db } from '../../../../platform/db.ts';
import type { Drawing } from './draw.ts';
import {
  type BoundaryLevel,
  type BoundarySource,
  boundaryShapes,
  boundarySources,
  levelOf,
} from './store.ts';

export interface LoadedMap {
  level: BoundaryLevel;
  drawing: Drawing;
  /** Kecamatan on top of their desa. */
  lines: Drawing | undefined;
  /** Of each level that is loaded. */
  sources: Partial<Record<BoundaryLevel, BoundarySource>>;
}

export async function coverageMap(db: Db): Promise<LoadedMap | null> {
  const [shapes, sources] = await Promise.all([boundaryShapes(db), boundarySources(db)]);
  if (shapes.length === 0) return null;
  const { desa = [], kecamatan = [] } = Object.groupBy(shapes, ({ area }) => levelOf(area));
  const { drawShapes } = await import('./draw.ts');
  const level = desa.length > 0 ? 'desa' : 'kecamatan';
  const drawn = level === 'desa' ? desa : kecamatan;
  return {
    level,
    drawing: drawShapes(drawn),
    lines: level === 'desa' && kecamatan.length > 0 ? drawShapes(kecamatan, desa) : undefined,
    sources,
  };
}
