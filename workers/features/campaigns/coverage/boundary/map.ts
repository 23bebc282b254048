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

/** @param district area code of a kecamatan: only what lies in it, as large as there is room */
export async function coverageMap(db: Db, district: string | null): Promise<LoadedMap | null> {
  const [all, sources] = await Promise.all([boundaryShapes(db), boundarySources(db)]);
  const inside = all.filter(({ area }) => district === null || `${area}.`.startsWith(`${district}.`));
  const { desa = [], kecamatan = [] } = Object.groupBy(inside, ({ area }) => levelOf(area));
  if (inside.length === 0) return null;
  const { drawShapes } = await import('./draw.ts');
  const level = desa.length > 0 ? 'desa' : 'kecamatan';
  return {
    level,
    drawing: drawShapes(level === 'desa' ? desa : kecamatan),
    lines: level === 'desa' && kecamatan.length > 0 ? drawShapes(kecamatan, desa) : undefined,
    sources,
  };
}
