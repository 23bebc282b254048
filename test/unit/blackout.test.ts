/** What is suggested to be blacked out: everything of these forms, and never anything else. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { BLACK, blackOut, identifying } from '../../shared/blackout.ts';

const hide = (text: string, known = {}) => blackOut(text, identifying(text, known));

describe('what identifies somebody', () => {
  it.for([
    ['Telepon saya 0812-3456-7890 ya', `Telepon saya ${BLACK} ya`],
    ['+62 812 3456 7890.', `${BLACK}.`],
    ['(0474) 321 456 kantor', `${BLACK} kantor`],
    ['NIK 7324 0101 0190 0001', `NIK ${BLACK}`],
    ['kirim ke siti.aminah+1@contoh.example, ya', `kirim ke ${BLACK}, ya`],
  ] as [string, string][])('%s', ([text, expected], { expect }) => {
    expect(hide(text)).toBe(expected);
  });

  it.for([
    'Diminta Rp1.500.000 pada 20-07-2026 dan Rp25.000.000',
    'Tanggal 2026-07-20 pukul 07.30 di jalan no 12',
    'Dusun 3 RT 02/RW 01, 15 rumah',
  ])('is not: %s', (text, { expect }) => {
    expect(hide(text)).toBe(text);
  });

  it('is the contact, as whole words in any case', ({ expect }) => {
    const known = { name: 'Daeng Rosmini', email: 'r@x.id', phone: '0812000001' };
    expect(hide('Saya ROSMINI, istri Daeng Rosmini; Rosminiwati bukan saya.', known)).toBe(
      `Saya ${BLACK}, istri ${BLACK}; Rosminiwati bukan saya.`,
    );
    expect(hide('Ada (titik) [kurung] a+b', { name: '(titik) [kurung] a+b' })).toBe(`Ada ${BLACK}`);
  });
});

const phone = fc
  .stringMatching(/^08\d{8,11}$/)
  .chain((digits) =>
    fc.constantFrom('', ' ', '-', '.').map((gap) => digits.replaceAll(/(\d{4})(?=\d)/g, `$1${gap}`)),
  );
const letters = fc.stringMatching(/^[a-z ,;!?]{0,40}$/);

describe('for any text', () => {
  it('what stays is the text itself, in order', ({ expect }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, name) => {
        const spans = identifying(text, { name });
        let at = 0;
        for (const [from, to] of spans) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        const kept = [...spans, [text.length, text.length] as const].map(([from], index) =>
          text.slice(spans[index - 1]?.[1] ?? 0, from),
        );
        expect(blackOut(text, spans)).toBe(kept.join(BLACK));
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('without digits and addresses nothing is taken away', ({ expect }) => {
    fc.assert(
      fc.property(letters, (text) => {
        expect(hide(text)).toBe(text);
      }),
    );
  });

  it('a telephone number is hidden wherever it stands, and only it', ({ expect }) => {
    fc.assert(
      fc.property(letters, phone, letters, (before, number, after) => {
        expect(hide(`${before} ${number} ${after}`.trim())).toBe(`${before} ${BLACK} ${after}`.trim());
      }),
    );
  });

  it('what is hidden stays hidden', ({ expect }) => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hide(hide(text))).toBe(hide(text));
      }),
    );
  });
});
