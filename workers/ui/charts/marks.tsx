/** What tells the parts of a chart apart without colour: dashes, points and patterns, in print and in black and white. */

/** Ink of lines and bars; dark enough on white for letters, too. */
export const INK = '#173f6e';

/** Of lines, by their order. */
export const dashes = ['none', '7 4', '2 4'] as const;

/** Fills of the parts of a stack, from dark to light, each with lines of its own. */
const patterns = [
  { back: INK, lines: '' },
  { back: '#fff', lines: 'M0 8 8 0' },
  { back: '#9db8d6', lines: '' },
  { back: '#fff', lines: 'M0 2H8M0 6H8' },
  { back: '#5b7fa8', lines: 'M4 0V8' },
  { back: '#fff', lines: 'M4 4h1' },
] as const;

/** Definitions of the fills. @param props.id of the chart, so that two on one page do not share theirs */
export function Patterns({ id }: { id: string }) {
  return (
    <defs>
      {patterns.map(({ back, lines }, at) => (
        <pattern id={`${id}-p${at}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill={back} />
          {lines ? <path d={lines} stroke={INK} stroke-width="1.5" fill="none" /> : null}
        </pattern>
      ))}
    </defs>
  );
}

/** Of a part by its order; null = hidden. */
export const fillOf = (id: string, part: number | null): string =>
  part === null ? '#fff' : `url(#${id}-p${part % patterns.length})`;

/** The point of a line, by its order: a disc, a square, a triangle. */
export function Point({ x, y, of }: { x: number; y: number; of: number }) {
  if (of % 3 === 0) return <circle cx={x} cy={y} r="3" fill={INK} />;
  if (of % 3 === 1) return <rect x={x - 3} y={y - 3} width="6" height="6" fill="#fff" stroke={INK} />;
  return <path d={`M${x} ${y - 4}l4 7h-8z`} fill={INK} />;
}

/** "1,5": a tenth of a unit is finer than anybody sees. */
export const short = (value: number): number => Math.round(value * 10) / 10;
