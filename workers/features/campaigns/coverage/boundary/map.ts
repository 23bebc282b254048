/** The map of the coverage, where a boundary file is loaded: desa when there are some, else kecamatan. */
import type { Db } from '../../../../platform/db.ts';
import type { Drawing } from './draw.ts';
import { type BoundaryLevel, type BoundarySource, boundarySources, levelOf } from './sources.ts';
import { boundaryShapes } from './store.ts';

export interface LoadedMap {
  /** Of each level that is loaded. */
  sources: Partial<Record<BoundaryLevel, BoundarySource>>;
  /** null = nothing is loaded, or nothing that lies here. */
  drawn: DrawnMap | null;
}

export interface DrawnMap {
  level: BoundaryLevel;
  drawing: Drawing;
  /** Kecamatan on top of their desa. */
  lines: Drawing | undefined;
}

/** @param district area code of a kecamatan: only what lies in it, as large as there is room */
export async function coverageMap(db: Db, district: string | null): Promise<LoadedMap> {
  const [all, sources] = await Promise.all([boundaryShapes(db), boundarySources(db)]);
  const inside = all.filter(({ area }) => district === null || `${area}.`.startsWith(`${district}.`));
  const { desa = [], kecamatan = [] } = Object.groupBy(inside, ({ area }) => levelOf(area));
  if (inside.length === 0) return { sources, drawn: null };
  const { drawShapes } = await import('./draw.ts');
  const level = desa.length > 0 ? 'desa' : 'kecamatan';
  const drawing = drawShapes(level === 'desa' ? desa : kecamatan);
  const lines = level === 'desa' && kecamatan.length > 0 ? drawShapes(kecamatan, desa) : undefined;
  return { sources, drawn: { level, drawing, lines } };
}
