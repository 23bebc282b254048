/** Codes of placements: the short address under a QR code, which people also type from paper. Pure. */
import { CODE_ALPHABET } from '../../../../shared/code.ts';

const LENGTH = 6;
/** Largest multiple of the alphabet that a byte can hold: bytes above it would favour some symbols. */
const FAIR = 256 - (256 % CODE_ALPHABET.length);

/**
 * What the route of short addresses takes: six letters or digits, at least one digit, so that no word that we ever put
 * into an address can be one. Wider than the alphabet: who misreads a character still comes to the form.
 */
export const SHORT_PATH = `/:code{(?=[A-Za-z]*[0-9])${'[0-9A-Za-z]'.repeat(LENGTH)}}`;

/**
 * A new code, e.g. "7K3MQ9": six characters without look-alikes, at least one of them a digit; 114 million there are.
 * @param random gives so many bytes from a cryptographic source
 */
export function drawCode(random: (count: number) => Uint8Array): string {
  let code = '';
  while (code.length < LENGTH || !/[0-9]/.test(code)) {
    if (code.length === LENGTH) code = '';
    for (const byte of random(2 * LENGTH)) {
      if (byte < FAIR && code.length < LENGTH) code += CODE_ALPHABET.charAt(byte % CODE_ALPHABET.length);
    }
  }
  return code;
}

/** @returns so many different codes, none of them taken */
export function drawCodes(
  count: number,
  taken: ReadonlySet<string>,
  random: (count: number) => Uint8Array,
): string[] {
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = drawCode(random);
    if (!taken.has(code)) codes.add(code);
  }
  return [...codes];
}
