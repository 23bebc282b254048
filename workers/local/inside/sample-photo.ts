/** A picture that nobody takes for evidence: slanted stripes, as PNG. */
import { writePng } from '../../platform/png.ts';

const WIDTH = 480;
const HEIGHT = 320;

/** @param seed changes the colours */
export function samplePhoto(seed: number): Promise<Uint8Array> {
  const pixels = new Uint8Array(HEIGHT * WIDTH * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const stripe = Math.floor((x + y) / 32) % 2 === 0;
      const at = (y * WIDTH + x) * 3;
      pixels[at] = stripe ? 225 : 180;
      pixels[at + 1] = stripe ? 225 : 150 + ((seed * 37) % 60);
      pixels[at + 2] = stripe ? 220 : 120 + ((seed * 53) % 60);
    }
  }
  return writePng(WIDTH, HEIGHT, 3, pixels);
}
