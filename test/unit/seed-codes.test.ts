/** Threads of the seed draw codes of their own: no two alike, and none that there is already. */
import { afterEach, describe, it } from 'vitest';
import { makeCode } from '../../shared/code.ts';
import { drawUniqueCodes } from '../../workers/local/seed/unique-codes.ts';

const draw = () => makeCode('LT', crypto.getRandomValues(new Uint8Array(16)));

afterEach(() => {
  Reflect.deleteProperty(crypto, 'getRandomValues');
});

describe('codes of the seed', () => {
  it('are never those of another thread, nor drawn twice', ({ expect }) => {
    // The source behind repeats itself: every value comes twice.
    let n = 0;
    const source = <T extends Uint8Array>(values: T): T => {
      new DataView(values.buffer).setBigUint64(0, BigInt(Math.floor(n++ / 2)) * 7_919_777n);
      return values;
    };
    const codesOf = (mine: number, taken: string[]) => {
      n = 0;
      Object.defineProperty(crypto, 'getRandomValues', { value: source, configurable: true });
      drawUniqueCodes({ taken, threads: 3, mine });
      return Array.from({ length: 300 }, draw);
    };
    const first = codesOf(0, []);
    const all = [...first, ...codesOf(1, []), ...codesOf(2, []), ...codesOf(0, first)];
    expect(new Set(all).size).toBe(1200);
  });
});
