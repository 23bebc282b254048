/** Documents joined to one. Loaded by `import()` only. */
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, type PaperHead } from './head.ts';

/** One document out of several, page by page, in their order. @returns its bytes and how many pages it has */
export async function joined(
  papers: AsyncIterable<Uint8Array>,
  head: Pick<PaperHead, 'title' | 'madeAt'>,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; pages: number }> {
  const file = await PDFDocument.create();
  describe(file, head);
  for await (const bytes of papers) {
    const one = await PDFDocument.load(bytes, { updateMetadata: false });
    for (const page of await file.copyPages(one, one.getPageIndices())) file.addPage(page);
  }
  return {
    bytes: new Uint8Array(await file.save({ useObjectStreams: false })),
    pages: file.getPageCount(),
  };
}
