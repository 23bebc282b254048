/** The crest: it has a page of its own; its history, its end and taking changes back are those of every setting. */
import * as z from 'zod';
import type { Crest, CrestPicture } from '../../../regency/crest.ts';
import { sizeOf } from '../../files.ts';
import type { KindOf } from './kind.ts';

const picture = z.looseObject({ name: z.string() });

export const crestKind: KindOf<Crest> = {
  kind: 'crest',
  single: true,
  path: 'lambang',
  group: 'place',
  name: 'Lambang',
  one: 'lambang',
  about: 'Gambar di kepala halaman, pada tanda terima, dan pada dokumen PDF.',
  effect: 'Langsung tampil di mana-mana.',
  ownPages: '/desk/pengaturan/lambang',
  fields: [
    { name: 'paper', label: 'Gambar', input: 'text', fixed: true, words: ({ paper }) => wordsOf(paper) },
    {
      name: 'page',
      label: 'Gambar kecil',
      input: 'text',
      fixed: true,
      words: ({ page }) => (page ? wordsOf(page) : 'tidak ada'),
    },
  ],
  schema: z.object({ paper: picture, page: picture.nullable() }),
  label: () => 'Lambang',
  columns: [],
  ending: { note: 'Halaman, tanda terima, dan dokumen PDF tampil tanpa lambang.' },
  gaps: (rows) =>
    rows.length > 0 ? [] : [{ text: 'Lambang belum diunggah.', href: '/desk/pengaturan/lambang' }],
};

const wordsOf = ({ name, width, height, bytes }: CrestPicture): string =>
  `${width} × ${height} piksel, ${sizeOf(bytes)} (${name.slice(0, 8)})`;
