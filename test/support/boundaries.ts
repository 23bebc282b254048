/** Invented boundary files: squares in a row, as a regency's map office might save them. */

export type Ring = [number, number][];

/** The n-th square of a tenth of a degree, east of the one before; neighbours share a side. */
export function square(n: number): Ring {
  const west = 120.5 + n / 10;
  return [
    [west, -2.5],
    [west + 0.1, -2.5],
    [west + 0.1, -2.4],
    [west, -2.4],
    [west, -2.5],
  ];
}

export const area = (properties: object, ...rings: Ring[]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: rings },
});

export const collection = (...features: object[]): string =>
  JSON.stringify({ type: 'FeatureCollection', features });
