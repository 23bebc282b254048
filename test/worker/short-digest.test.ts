/** Digests of visitors: the published SipHash, and another key another digest. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { shortDigest } from '../../workers/privacy/short-digest.ts';

describe('a short digest', () => {
  it('is SipHash-2-4 (the vector of its authors: key 00 to 0f, text 00 to 0e)', ({ expect }) => {
    const text = Array.from({ length: 15 }, (_, byte) => String.fromCharCode(byte)).join('');
    // The key as four words, each with its lowest byte first.
    expect(shortDigest('03020100070605040b0a09080f0e0d0c')(text)).toBe('a129ca6149be45e5');
  });

  it('tells texts and keys apart, and is the same for the same', ({ expect }) => {
    const key = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(key, key, fc.string(), fc.string(), (one, other, a, b) => {
        expect(shortDigest(one)(a)).toMatch(/^[0-9a-f]{16}$/);
        expect(shortDigest(one)(a) === shortDigest(one)(b)).toBe(a === b);
        expect(shortDigest(one)(a) === shortDigest(other)(a)).toBe(one === other);
      }),
    );
  });
});
