import fc from 'fast-check';
import { describe, it } from 'vitest';
import { whatsappField, whatsappNumber } from '../../shared/phone.ts';

describe('a WhatsApp number', () => {
  it.for([
    ['0812-3456-7890', '6281234567890'],
    ['+62 812 3456 7890', '6281234567890'],
    ['+62 (0)812 3456 7890', '6281234567890'],
    ['62812.3456.7890', '6281234567890'],
    ['0062 812 3456 7890', '6281234567890'],
    ['812 3456 7890', '6281234567890'],
    ['(0474) 321 456', '62474321456'],
    ['+60 12-345 6789', '60123456789'],
  ])('%s becomes %s', ([typed = '', wanted], { expect }) => {
    expect(whatsappNumber(typed)).toBe(wanted);
  });

  it('is one number however it is written', ({ expect }) => {
    const local = fc.stringMatching(/^8[1-9]\d{8,10}$/);
    const spaced = (digits: string, gap: string) => digits.replace(/(\d{3})(?=\d)/g, `$1${gap}`);
    fc.assert(
      fc.property(local, fc.constantFrom('', ' ', '-', '.'), (digits, gap) => {
        for (const start of ['0', '+62', '62', '+62 (0)', '0062 '])
          expect(whatsappNumber(start + spaced(digits, gap))).toBe(`62${digits}`);
      }),
    );
  });

  it.for(['((((((((((', '0812-3456', 'nomor saya', '0812 3456 7890 1234', '0812-3456-7890;ext'])(
    'is not %s',
    (typed, { expect }) => {
      expect(whatsappField.safeParse(typed).success).toBe(false);
    },
  );

  it('may be left out or emptied', ({ expect }) => {
    expect(whatsappField.parse(undefined)).toBeUndefined();
    expect(whatsappField.parse('  ')).toBeNull();
    expect(whatsappField.parse(' 0812-3456-7890 ')).toBe('0812-3456-7890');
  });
});
