/** Areas as a drawing: fill, sign and a name that shows when pointed at. The same stands as a table beside it. */
import type { TileState } from '../../../../../shared/coverage.ts';
import type { Drawing } from '../boundary/draw.ts';

export interface AreaLook {
  state: TileState;
  /** "Desa Maleku: terpasang". */
  title: string;
  /** What stands on it: its sign. */
  text: string;
}

export function BoundaryMap(props: {
  drawing: Drawing;
  label: string;
  /** null = an outline alone. */
  look: (area: string) => AreaLook | null;
  /** Drawn on top as lines. */
  lines?: Drawing | undefined;
}) {
  const { width, height, areas } = props.drawing;
  const looks = areas.map((drawn) => ({ ...drawn, look: props.look(drawn.area) }));
  return (
    <svg class="map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={props.label}>
      {looks.map(({ path, look }) => (
        <path class={`t-${look?.state ?? 'idle'}`} d={path}>
          {look ? <title>{look.title}</title> : null}
        </path>
      ))}
      {props.lines?.areas.map(({ path }) => (
        <path class="line" d={path} />
      ))}
      {looks.map(({ x, y, size, look }) =>
        look ? (
          <text x={x} y={y} font-size={size}>
            {look.text}
          </text>
        ) : null,
      )}
    </svg>
  );
}
