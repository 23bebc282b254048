/** Boundaries as paths of an SVG. Loaded when there is a map to draw. */
import { geoIdentity, geoPath } from 'd3-geo';
import type { MultiPolygon } from 'geojson';

export interface AreaShape {
  /** The Ministry's area code. */
  area: string;
  shape: MultiPolygon;
}

export interface DrawnArea {
  area: string;
  path: string;
  /** Where its sign stands. */
  x: number;
  y: number;
  /** Height of the sign: it fits its area as far as it can still be read. */
  size: number;
}

export interface Drawing {
  width: number;
  height: number;
  areas: DrawnArea[];
}

const WIDTH = 1000;

/**
 * North is up. Degrees are taken as they are: at the size of a regency near the equator that is no visible distortion.
 * @param within what fills the drawing
 */
export function drawShapes(shapes: readonly AreaShape[], within = shapes): Drawing {
  const collection = {
    type: 'GeometryCollection' as const,
    geometries: within.map(({ shape }) => shape),
  };
  const [[west, south], [east, north]] = geoPath(geoIdentity()).bounds(collection);
  const height = Math.ceil((WIDTH * (north - south)) / (east - west));
  const projection = geoIdentity().reflectY(true).fitSize([WIDTH, height], collection);
  const path = geoPath(projection).digits(0);
  const areas = shapes.map(({ area, shape }) => {
    const [x, y] = path.centroid(shape).map(Math.round);
    const size = Math.round(Math.min(30, Math.max(9, Math.sqrt(path.area(shape)) / 3)));
    return { area, path: path(shape) ?? '', x: x ?? 0, y: y ?? 0, size };
  });
  return { width: WIDTH, height, areas };
}
