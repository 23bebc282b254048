import { describe, expect, it } from 'vitest';
import { changeText } from '../../shared/figures/change.ts';
import { definitionOf, type FigureId, type Value } from '../../shared/figures/definitions.ts';
import { tell } from '../../shared/figures/told.ts';

const change = (id: FigureId, now: Value, before: Value) =>
  changeText(definitionOf(id), tell(definitionOf(id), now, false), tell(definitionOf(id), before, false));
const count = (n: number): Value => ({ kind: 'count', n });
const share = (hits: number, of: number): Value => ({ kind: 'share', hits, of });

describe('how a figure differs from an earlier one', () => {
  it('is told in numbers where both are exact', () => {
    expect(change('received', count(1_250), count(10))).toBe('naik 1.240');
    expect(change('received', count(7), count(7))).toBe('sama');
    expect(change('settled', share(60, 200), share(70, 200))).toBe('turun 5 poin');
    // 79,6 % and 91,5 % are shown as 80 % and 92 %.
    expect(change('settled', share(796, 1000), share(915, 1000))).toBe('turun 12 poin');
    expect(
      change('follow_up_days', { kind: 'mean', sum: 40, of: 10 }, { kind: 'mean', sum: 28, of: 10 }),
    ).toBe('naik 1,2 hari');
  });

  it('is called a difference only where the intervals lie apart', () => {
    expect(change('settled', share(20, 40), share(25, 40))).toBe('belum jelas berbeda');
    expect(change('settled', share(39, 40), share(5, 40))).toBe('lebih tinggi');
  });

  it('gives no hidden number away', () => {
    expect(new Set([1, 2, 3, 4].map((n) => change('received', count(30), count(n))))).toEqual(
      new Set(['lebih tinggi']),
    );
    expect(change('settled', share(2, 3), share(20, 40))).toBe('–');
  });
});
