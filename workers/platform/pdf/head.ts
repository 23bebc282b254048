/** What a document is called, whose it is, and what it says of itself. */
import type { PDFDocument } from '@cantoo/pdf-lib';
import { printable } from './text.ts';

export const SAMPLE = 'DATA CONTOH';

export interface PaperHead {
  title: string;
  /** At the foot of every page, before the page's number. */
  foot: string;
  /** Whose paper it is, at the top of the first page; without a crest nothing stands there. */
  letterhead?: Letterhead | null;
  /** Across every page: for whom this copy was made. */
  watermark?: string;
  /** Of sample data: every page says so, across it and at its foot. */
  sample?: boolean;
  /** Epoch ms. */
  madeAt: number;
}

export interface Letterhead {
  name: string;
  crest: { bytes: Uint8Array; kind: 'jpeg' | 'png' };
}

/** What a document says of itself to programs. */
export function describe(file: PDFDocument, { title, madeAt }: Pick<PaperHead, 'title' | 'madeAt'>): void {
  file.setTitle(printable(title), { showInWindowTitleBar: true });
  file.setLanguage('id');
  file.setProducer('Kanal');
  file.setCreator('Kanal');
  file.setCreationDate(new Date(madeAt));
  file.setModificationDate(new Date(madeAt));
}
