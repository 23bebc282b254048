/** Streams of a PDF, compressed by the platform: in the library's own way each takes a third of a megabyte of heap. */
import { type PDFContext, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';

/** @param entries further ones of its dictionary */
export async function addCompressed(
  context: PDFContext,
  data: string | Uint8Array<ArrayBuffer>,
  entries: Record<string, string | number | PDFRef> = {},
): Promise<PDFRef> {
  const small = new Blob([data]).stream().pipeThrough(new CompressionStream('deflate'));
  const bytes = await new Response(small).bytes();
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode', Length: bytes.length });
  return context.register(PDFRawStream.of(dictionary, bytes));
}
