/** Boundaries made light enough for a page; neighbours keep one common line. Loaded when a file is read in or saved. */
import type { GeoJsonObject, MultiPolygon } from 'geojson';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  Polygon,
  Topology,
  MultiPolygon as TopoMultiPolygon,
} from 'topojson-specification';
import { type BoundaryFeature, BoundaryProblem } from './geojson.ts';

type Shape = (Polygon | TopoMultiPolygon) & { properties?: Record<string, string> };

/** Shapes with lines in common, and the columns of the file. */
export type Light = Topology<{ areas: GeometryCollection }>;

/** Points of all lines, each counted once: with them a page of the map stays below 60 KB. */
const GOAL_POINTS = 4_000;
/** Corners where lines meet are never taken away. */
const MOST_POINTS = 6_000;

/** Steps across the whole file, for one whose neighbours do not meet: half a pixel of the map. */
const COARSE = 2_000;

/** @throws BoundaryProblem too_detailed when its shapes are so many that even their corners are too much */
export function lighten(features: readonly BoundaryFeature[]): Light {
  const light = lightened(features) ?? lightened(features, COARSE);
  if (light === null) throw new BoundaryProblem('too_detailed');
  return light;
}

function lightened(features: readonly BoundaryFeature[], grid?: number): Light | null {
  const areas: GeoJsonObject & { features: unknown[] } = {
    type: 'FeatureCollection',
    features: features.map(({ properties, polygons }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'MultiPolygon', coordinates: polygons },
    })),
  };
  const weighed = presimplify(topology({ areas }, grid) as Light);
  const points = pointsOf(weighed);
  const least = points <= GOAL_POINTS ? 0 : quantile(weighed, GOAL_POINTS / points);
  const light = simplify(weighed, least);
  if (pointsOf(light) > MOST_POINTS) return null;
  return { ...light, arcs: light.arcs.map((arc) => arc.map((point) => point.map(rounded))) };
}

const pointsOf = ({ arcs }: Light): number => arcs.reduce((sum, arc) => sum + arc.length, 0);

/** A grid leaves long fractions. */
const rounded = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

export function shapesOf(light: Light): Shape[] {
  return light.objects.areas.geometries as Shape[];
}

/** Several shapes of one area as one, without the lines between them. */
export const mergeShapes = (light: Light, shapes: Shape[]): MultiPolygon => merge(light, shapes);
