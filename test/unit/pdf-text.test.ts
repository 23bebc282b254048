/** Text for paper: everything printable, nothing lost but what no standard font has. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { printable, UNPRINTABLE, wrap } from '../../workers/platform/pdf/text.ts';

const width = (text: string) => [...text].length;

describe('printable', () => {
  it('keeps what an Indonesian report is written in', ({ expect }) => {
    const text = 'Jalan “Sawerigading” rusak – 3 m², biaya ± Rp 5.000.000;\ntidak jadi…';
    expect(printable(text)).toBe(text);
  });

  it('marks what it cannot print, once for a run', ({ expect }) => {
    expect(printable('Tolong 🙏🙏 ya')).toBe(`Tolong ${UNPRINTABLE} ya`);
    expect(printable('\u{1f468}\u200d\u{1f469}\u200d\u{1f467} kami')).toBe(`${UNPRINTABLE} kami`);
    expect(printable('a → b\tc ██')).toBe('a -> b c ••');
  });

  it('gives only what the font has, and changes nothing twice', ({ expect }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const out = printable(text);
        for (const char of out) {
          const code = char.codePointAt(0) ?? 0;
          const latin = (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || code === 0x0a;
          if (!latin) expect('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ').toContain(char);
        }
        expect(printable(out)).toBe(out);
      }),
    );
  });
});

describe('wrap', () => {
  it('breaks at spaces, and a long word where it must', ({ expect }) => {
    expect(wrap('jalan rusak parah', 11, width)).toEqual(['jalan rusak', 'parah']);
    expect(wrap('abcdefghij kl', 4, width)).toEqual(['abcd', 'efgh', 'ij', 'kl']);
    expect(wrap('a\n\nb', 4, width)).toEqual(['a', '', 'b']);
  });

  it('loses no letter and goes over no edge', ({ expect }) => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', ' ', '\n'), maxLength: 80 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (words, room) => {
        const lines = wrap(words, room, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(/[ \n]/g, ''));
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(room);
      }),
    );
  });
});
