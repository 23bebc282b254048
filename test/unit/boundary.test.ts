/** Boundary files: which column names the areas, what is refused, and that neighbours still meet when made light. */
import { describe, it } from 'vitest';
import {
  BoundaryProblem,
  type BoundaryReason,
  readFeatures,
} from '../../workers/features/campaigns/coverage/boundary/geojson.ts';
import { codeBook, columnsOf } from '../../workers/features/campaigns/coverage/boundary/match.ts';
import {
  lighten,
  mergeShapes,
  shapesOf,
} from '../../workers/features/campaigns/coverage/boundary/simplify.ts';
import { area, collection, type Ring, square } from '../support/boundaries.ts';

const read = (text: string) => readFeatures(new TextEncoder().encode(text));

const book = codeBook([
  { code: '73.24', level: 'kabupaten' },
  { code: '73.24.01', level: 'kecamatan' },
  { code: '73.24.01.2001', level: 'desa' },
  { code: '73.24.01.2002', level: 'desa' },
]);

describe('the column with codes', () => {
  it('is the one that names most areas, with or without dots, as text or number', ({ expect }) => {
    const rows = [
      { KODE_KEC: '73.24.01', KODE_DESA: '7324012001', NO: '1' },
      { KODE_KEC: '73.24.01', KODE_DESA: '73.24.01.2002', NO: '2' },
    ];
    expect(columnsOf(rows, book)).toEqual([
      { name: 'KODE_DESA', areas: 2 },
      { name: 'KODE_KEC', areas: 1 },
    ]);
    const [feature] = read(collection(area({ kd: 7324012001, nested: { kd: 1 }, empty: null }, square(0))));
    expect(feature?.properties).toEqual({ kd: '7324012001' });
    // BPS writes its own numbers, which are others.
    expect(columnsOf([{ bps: '7325010001' }, {}], book)).toEqual([]);
  });
});

describe('a file that is no map of areas', () => {
  const point = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [120, -2] } };
  const metres: Ring = [
    [230_000, 9_720_000],
    [231_000, 9_720_000],
    [231_000, 9_721_000],
  ];
  const line: Ring = [
    [121, -2],
    [121, -2.1],
    [121, -2.2],
  ];
  const swapped = square(0).map(([x, y]) => [y, x] as [number, number]);
  const bad = { ...area({}, square(0)), geometry: { type: 'Polygon', coordinates: [['a', 'b', 'c']] } };

  it.for<[string, string, BoundaryReason]>([
    ['no JSON', '<kml/>', 'not_geojson'],
    ['another JSON', '{"type":"Topology"}', 'not_geojson'],
    ['coordinates that are none', collection(bad), 'not_geojson'],
    ['points', collection(point), 'no_areas'],
    ['nothing', collection(), 'no_areas'],
    ['a line for an area', collection(area({}, line)), 'no_areas'],
    ['metres', collection(area({}, metres)), 'not_degrees'],
    ['latitude first', collection(area({}, swapped)), 'not_degrees'],
  ])('with %s is refused', ([, text, reason], { expect }) => {
    expect(() => read(text)).toThrow(new BoundaryProblem(reason));
  });
});

describe('a light boundary', () => {
  /** Two neighbours along a coast-like line of many points, written once in each direction. */
  const wild: Ring = Array.from({ length: 9_000 }, (_, i) => [
    120.6 + 0.02 * Math.sin(i / 40) + 0.004 * Math.sin(i * 1.7),
    -4.5 + i * 2e-4,
  ]);
  const left = area({ id: 'left' }, [...wild, [120.5, -2.7], [120.5, -4.5], wild[0] ?? [0, 0]]);
  const right = area({ id: 'right' }, [
    ...wild.toReversed(),
    [120.7, -4.5],
    [120.7, -2.7],
    wild.at(-1) ?? [0, 0],
  ]);

  it('keeps one common line of neighbours, with far fewer points', ({ expect }) => {
    const light = lighten(read(collection(left, right)));
    const [a, b] = shapesOf(light).map((shape) =>
      mergeShapes(light, [shape]).coordinates.flat(2).map(String),
    );
    if (!a || !b) throw new Error('two shapes');
    const common = a.filter((point) => b.includes(point));
    expect(a.length).toBeLessThan(5_000);
    expect(common.length).toBeGreaterThan(1_000);
    // All but the corners away from the line.
    expect(new Set(a).size - new Set(common).size).toBe(2);
  });

  it('is one shape where the file has an area in pieces', ({ expect }) => {
    const light = lighten(read(collection(area({}, square(0)), area({}, square(1)), area({}, square(5)))));
    const merged = mergeShapes(light, shapesOf(light));
    expect(merged.coordinates).toHaveLength(2);
    expect(
      merged.coordinates.flat(2).every(([x = 0]) => Math.abs(x * 1e4 - Math.round(x * 1e4)) < 1e-6),
    ).toBe(true);
  });
});
