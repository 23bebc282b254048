/** Sheets of some placements as one PDF. Loaded by `import()` only. */
import { PDFDocument, type PDFImage } from '@cantoo/pdf-lib';
import { printable } from '../../../platform/pdf/text.ts';
import type { PdfFormat } from './choice.ts';
import { embedFaces } from './faces.ts';
import { formats } from './formats/index.ts';
import { type Content, trialMark } from './formats/parts.ts';
import { Sheet } from './sheet.ts';

/** What is told of the regency on each sheet. */
export interface Facts extends Pick<Content, 'regency' | 'promised' | 'emergency'> {
  crest: { bytes: Uint8Array; kind: 'jpeg' | 'png' } | null;
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
async function embedCrest(file: PDFDocument, crest: Facts['crest']): Promise<PDFImage | null> {
  if (!crest) return null;
  try {
    return crest.kind === 'jpeg' ? await file.embedJpg(crest.bytes) : await file.embedPng(crest.bytes);
  } catch {
    return null;
  }
}
