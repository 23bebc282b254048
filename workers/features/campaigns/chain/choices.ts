/** By what results may be looked at: words of the address and of the page. */
import type { By } from './results.ts';

export const RESULTS = '/desk/kampanye/hasil';

export interface Choice {
  /** In the address. */
  value: string;
  by: By | 'channel';
  label: string;
  /** When there is nothing yet: what to do. */
  empty: string;
}

const nothingYet = (what: string) => `Belum ada ${what}.`;

export const choices: readonly Choice[] = [
  { value: 'bahan', by: 'material', label: 'Bahan', empty: nothingYet('bahan') },
  { value: 'kecamatan', by: 'district', label: 'Kecamatan', empty: nothingYet('tempat') },
  { value: 'jenis', by: 'kind', label: 'Jenis tempat', empty: nothingYet('tempat') },
  {
    value: 'program',
    by: 'program',
    label: 'Program',
    empty: 'Belum ada program. Buat di bawah “Program”, lalu masukkan bahan dan unggahan ke dalamnya.',
  },
  {
    value: 'papan',
    by: 'placement',
    label: 'Tempat',
    empty: 'Belum ada bahan yang direncanakan. Rencanakan di bawah “Tempat dan bahan”.',
  },
  {
    value: 'unggahan',
    by: 'post',
    label: 'Unggahan',
    empty: 'Belum ada unggahan. Tulis di bawah “Unggahan”.',
  },
  { value: 'berita', by: 'article', label: 'Berita', empty: 'Belum ada berita. Catat di bawah “Media”.' },
  { value: 'acara', by: 'event', label: 'Acara', empty: 'Belum ada acara. Rencanakan di bawah “Acara”.' },
  { value: 'brosur', by: 'batch', label: 'Brosur', empty: 'Belum ada brosur. Catat di bawah “Brosur”.' },
  { value: 'kanal', by: 'channel', label: 'Kanal laporan', empty: 'Belum ada laporan yang diperiksa.' },
];
