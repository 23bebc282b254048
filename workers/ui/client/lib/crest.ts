/** A crest picked on this device: made fit for paper, and a second time so small that every page can carry it. */
import { byId } from './dom.ts';

/** As workers/features/settings/crest.ts. */
const PAPER_SIDE = 1200;
const PAPER_BYTES = 1_000_000;
const PAGE_BYTES = 6 * 1024;

/** Heights to try for the small one; it is shown 36 pixels high, so that sharp screens have twice as many. */
const HEIGHTS = [80, 72, 64, 56, 48, 40, 36];

export function crest(input: HTMLInputElement, small: HTMLInputElement): void {
  const make = async () => {
    const [file] = input.files ?? [];
    small.value = '';
    if (!file) return;
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const made = await smallOf(picture);
      if (Math.max(picture.width, picture.height) > PAPER_SIDE || file.size > PAPER_BYTES) {
        put(input, await drawn(picture, 600 / Math.max(picture.width, picture.height), 'image/png'));
      }
      picture.close();
      put(small, made);
      byId('lambang-contoh').replaceChildren(shown(made));
    } catch {
      // The server says what is wrong with it.
    }
  };
  input.addEventListener('change', make);
  // Picked before this script had come.
  if (input.value) make();
}

async function smallOf(picture: ImageBitmap): Promise<Blob> {
  for (const height of HEIGHTS) {
    for (const type of ['image/png', 'image/webp']) {
      // A wide crest may be as wide as twice its height.
      const scale = Math.min(height / picture.height, (2 * height) / picture.width);
      const blob = await drawn(picture, scale, type);
      if (blob.size <= PAGE_BYTES) return blob;
    }
  }
  throw new Error('too rich');
}

function drawn(picture: ImageBitmap, scale: number, type: string): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (pen) pen.imageSmoothingQuality = 'high';
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no canvas'))), type, 0.85),
  );
}

function put(input: HTMLInputElement, blob: Blob): void {
  const files = new DataTransfer();
  files.items.add(new File([blob], 'lambang', { type: blob.type }));
  input.files = files.files;
}

function shown(blob: Blob): HTMLImageElement {
  const image = document.createElement('img');
  image.src = URL.createObjectURL(blob);
  image.alt = 'Lambang kecil untuk kepala halaman';
  image.height = 36;
  return image;
}
