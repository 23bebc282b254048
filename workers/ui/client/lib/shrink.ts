/** Photos made small on the phone, before they cost its owner data. */
import { make } from './dom.ts';

/** Longest side in pixels: enough to read a sign, a tenth of what a phone's camera makes. */
const SIDE = 1600;
const QUALITY = 0.75;

/** @returns a JPEG right side up, or the file itself where this phone cannot shrink it; null when it is neither */
export async function shrink(file: File): Promise<Blob | null> {
  if (file.type === 'application/pdf') return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
    const canvas = make('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  } catch {
    return /^image\/(jpeg|png|webp)$/.test(file.type) ? file : null;
  }
}
