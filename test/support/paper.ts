/** What stands on the pages of a PDF that Kanal made. */
import { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';

/** All text that is drawn on the pages, and how many pictures are in the file. */
export async function readPaper(
  bytes: ArrayBuffer | Uint8Array,
): Promise<{ text: string; pictures: number; pages: number }> {
  const file = await PDFDocument.load(bytes);
  let text = '';
  let pictures = 0;
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    if (String(object.dict).includes('/Image')) {
      pictures++;
      continue;
    }
    const stream = new Response(object.getContents().slice()).body?.pipeThrough(
      new DecompressionStream('deflate'),
    );
    const content = await new Response(stream).text();
    for (const [, hex = ''] of content.matchAll(/<([0-9A-F]+)> Tj/g)) {
      const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
      text += `${new TextDecoder('windows-1252').decode(bytes)}\n`;
    }
  }
  return { text: text.replaceAll(/\s+/g, ' '), pictures, pages: file.getPageCount() };
}
