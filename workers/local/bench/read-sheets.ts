/**
 * Reads printed sheets as people meet them: rendered from the PDF by the engine of Chrome at three pixels a module,
 * blurred, tilted by ten degrees, and decoded by another decoder than the one that Kanal itself uses.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { PdfFormat } from '../../features/campaigns/print/choice.ts';
import { blur, type Grey, tilt } from '../../features/campaigns/print/optics.ts';

/** Side of the code with its border on each sheet of a placement, in millimetres. */
const sides: Record<PdfFormat, number[]> = {
  a3_poster: [166],
  a4_door_sheet: [(166 * 210) / 297],
  a5_brochure: [(166 * 148) / 297, 37],
  x_banner: [440],
};
const PIXELS = 3;
const TILT = 10;
const MILLIMETRES = 25.4 / 72;

export interface ReadSheet {
  /** What its code says; null = nothing could be read. */
  says: string | null;
  /** Its letters, blanks made one. */
  text: string;
}

/** @param modules of the code with its border, a side */
export async function readSheets(pdf: Uint8Array, format: PdfFormat, modules: number): Promise<ReadSheet[]> {
  await decoder;
  const library = await pdfium;
  const file = await library.loadDocument(pdf);
  const sheets: ReadSheet[] = [];
  try {
    for (const page of file.pages()) {
      const ofPlace = sides[format];
      const side = ofPlace[page.number % ofPlace.length] ?? 0;
      const scale = (PIXELS * modules) / (side / MILLIMETRES);
      // Rendering closes the page.
      const text = page.getText().replace(/\s+/g, ' ');
      const seen = tilt(blur(await page.render({ scale, render: 'bitmap', colorSpace: 'Gray' })), TILT);
      const [found] = await readBarcodes(picture(seen), { formats: ['QRCode'], maxNumberOfSymbols: 1 });
      sheets.push({ says: found?.isValid ? found.text : null, text });
    }
  } finally {
    file.destroy();
  }
  return sheets;
}

const pdfium = PDFiumLibrary.init();

/** From the package, never from the network. */
const decoder = prepareZXingModule({
  overrides: {
    wasmBinary: new Uint8Array(
      readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))),
    ).buffer,
  },
  fireImmediately: true,
});

function picture({ width, height, data }: Grey): ImageData {
  const colours = new Uint8ClampedArray(4 * data.length).fill(255);
  for (const [i, value] of data.entries()) colours.fill(value, 4 * i, 4 * i + 3);
  return { width, height, data: colours, colorSpace: 'srgb' };
}
