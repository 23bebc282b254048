/** Sheets of some placements as one PDF. Loaded by `import()` only. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { printable } from '../../../platform/pdf/text.ts';
import type { PdfFormat } from './choice.ts';
import { embedFaces } from './faces.ts';
import { formats } from './formats/index.ts';
import { type Content, trialMark } from './formats/parts.ts';
import type { Pixels } from './png-rows.ts';
import { type Picture, Sheet } from './sheet.ts';
import { addCompressed } from './streams.ts';

/** What is told of the regency on each sheet. */
export interface Facts extends Pick<Content, 'regency' | 'promised' | 'emergency'> {
  /** Decoded, or as a file that a PDF can hold. */
  crest: Pixels | { bytes: Uint8Array<ArrayBuffer>; kind: 'jpeg' | 'png' } | null;
  /** Each sheet says that it is not meant to hang. */
  trial: boolean;
}

export type PrintedPlace = Pick<Content, 'address' | 'drawing'> & { name: string };

/** @param madeAt epoch ms; the same call gives the same sheets */
export async function makePdf(
  format: PdfFormat,
  facts: Facts,
  places: readonly PrintedPlace[],
  madeAt: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await PDFDocument.create();
  file.setLanguage('id');
  file.setProducer('Kanal');
  file.setCreator('Kanal');
  file.setCreationDate(new Date(madeAt));
  file.setModificationDate(new Date(madeAt));
  const faces = await embedFaces(file);
  const crest = await embedCrest(file, facts.crest);
  const { cut, sheets } = formats[format];
  for (const { name, address, drawing } of places) {
    const content = { ...facts, faces, place: printable(name), address: printable(address), drawing };
    for (const write of sheets) {
      const sheet = new Sheet(file.addPage(), cut, crest);
      write(sheet, content);
      if (facts.trial) trialMark(sheet, content);
      await sheet.close();
    }
  }
  return new Uint8Array(await file.save());
}

/** One that cannot be read is left out: nothing fails for it. */
async function embedCrest(file: PDFDocument, crest: Facts['crest']): Promise<Picture | null> {
  if (!crest) return null;
  try {
    if ('alpha' in crest) return await embedPixels(file, crest);
    return crest.kind === 'jpeg' ? await file.embedJpg(crest.bytes) : await file.embedPng(crest.bytes);
  } catch {
    return null;
  }
}

async function embedPixels({ context }: PDFDocument, pixels: Pixels): Promise<Picture> {
  const { width, height } = pixels;
  const image = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const SMask = await addCompressed(context, pixels.alpha, { ...image, ColorSpace: 'DeviceGray' });
  const entries = { ...image, ColorSpace: 'DeviceRGB', SMask };
  return { ref: await addCompressed(context, pixels.colour, entries), width, height };
}
