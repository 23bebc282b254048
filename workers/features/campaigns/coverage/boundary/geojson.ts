/** Reads a regency's own GeoJSON file: what is no area, or not on a map of Indonesia, is told and never guessed. Pure. */

/** Bytes: Kanal holds the file and what it makes of it in memory. */
export const BOUNDARY_BYTES = 6_000_000;

export type Position = [longitude: number, latitude: number];
/** First ring outside, further ones are holes. */
export type Polygon = Position[][];

export interface BoundaryFeature {
  /** Short texts and numbers; anything else is left out. */
  properties: Record<string, string>;
  polygons: Polygon[];
}

export type BoundaryReason =
  | 'no_file'
  | 'no_source'
  | 'too_heavy'
  | 'not_geojson'
  | 'no_areas'
  | 'not_degrees'
  | 'no_match'
  | 'too_detailed';

export class BoundaryProblem extends Error {
  readonly reason: BoundaryReason;

  constructor(reason: BoundaryReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Around Indonesia, generously: with coordinates in metres or in the wrong order nothing is within. */
const WEST = 90;
const EAST = 145;
const SOUTH = -15;
const NORTH = 10;

/** @throws BoundaryProblem not_geojson, no_areas, not_degrees */
export function readFeatures(bytes: Uint8Array): BoundaryFeature[] {
  const features = collectionOf(bytes).flatMap((feature) => {
    if (!isObject(feature) || !isObject(feature.geometry)) return [];
    const { type, coordinates } = feature.geometry;
    const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
    if (!Array.isArray(polygons)) return [];
    const shapes = polygons.map(polygonOf).filter(({ length }) => length > 0);
    return shapes.length === 0 ? [] : [{ properties: textsOf(feature.properties), polygons: shapes }];
  });
  if (features.length === 0) throw new BoundaryProblem('no_areas');
  return features;
}

function collectionOf(bytes: Uint8Array): unknown[] {
  try {
    const file: unknown = JSON.parse(
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes),
    );
    if (isObject(file) && file.type === 'FeatureCollection' && Array.isArray(file.features))
      return file.features;
  } catch {
    // Told below: it is no JSON, or not in UTF-8.
  }
  throw new BoundaryProblem('not_geojson');
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Longer texts are no codes and no names. */
const LONGEST = 80;

function textsOf(properties: unknown): Record<string, string> {
  if (!isObject(properties)) return {};
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, value]) =>
      (typeof value === 'string' || typeof value === 'number') && String(value).length <= LONGEST
        ? [[name, String(value).trim()]]
        : [],
    ),
  );
}

/** What is smaller than a step of the grid, or a line there and back, has no rings left. */
function polygonOf(rings: unknown): Polygon {
  if (!Array.isArray(rings) || rings.length === 0) throw new BoundaryProblem('not_geojson');
  return rings.map(ringOf).filter((ring) => ring.length > 3 && surrounds(ring));
}

function ringOf(positions: unknown): Position[] {
  if (!Array.isArray(positions) || positions.length < 3) throw new BoundaryProblem('not_geojson');
  const ring: Position[] = [];
  for (const position of positions) {
    const next = positionOf(position);
    if (!same(next, ring.at(-1))) ring.push(next);
  }
  const [first] = ring;
  if (first && !same(first, ring.at(-1))) ring.push([...first]);
  return ring;
}

const same = (a: Position, b: Position | undefined) => b !== undefined && a[0] === b[0] && a[1] === b[1];

/** In whole steps of the grid, so that the area of a line is exactly 0. */
function surrounds(ring: readonly Position[]): boolean {
  const steps = ring.map((position) => position.map((degrees) => Math.round(degrees * GRID)));
  const twice = steps.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = x, nextY = y] = steps[at + 1] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
  return twice !== 0;
}

/** Steps of a degree: eleven metres, less than a screen shows, so that neighbours' points meet and a large file gets light. */
const GRID = 1e4;

function positionOf(position: unknown): Position {
  const [longitude, latitude] = Array.isArray(position) ? (position as unknown[]) : [];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw new BoundaryProblem('not_geojson');
  if (longitude < WEST || longitude > EAST || latitude < SOUTH || latitude > NORTH)
    throw new BoundaryProblem('not_degrees');
  return [Math.round(longitude * GRID) / GRID, Math.round(latitude * GRID) / GRID];
}
