/** The register of processing (UU 27/2022 art. 31), row by row; /desk/data-pribadi/pemrosesan prints it. */
import * as z from 'zod';
import type { PackProcessing } from '../../../../shared/regencies/types.ts';
import type { FieldOf, KindOf } from './kind.ts';

const text = z.string().min(3).max(1500);

const area = (
  name: keyof PackProcessing & string,
  label: string,
  hint?: string,
): FieldOf<PackProcessing> => ({
  name,
  label,
  input: 'area',
  max: 1500,
  rows: 3,
  required: true,
  ...(hint ? { hint } : {}),
});

export const processingKind: KindOf<PackProcessing> = {
  kind: 'processing',
  path: 'pemrosesan',
  group: 'system',
  name: 'Pemrosesan data pribadi',
  one: 'kegiatan pemrosesan',
  about: 'Daftar kegiatan pemrosesan data pribadi yang harus dimiliki pengendali data (UU 27/2022 Pasal 31).',
  effect:
    'Mengubah daftarnya saja, bukan cara Kanal bekerja. Petugas pelindungan data mencetaknya di Data pribadi.',
  fields: [
    { name: 'name', label: 'Kegiatan', input: 'text', max: 120, required: true },
    area('purpose', 'Tujuan'),
    area('basis', 'Dasar hukum'),
    area('data', 'Jenis data'),
    area('whose', 'Milik siapa'),
    area('recipients', 'Penerima'),
    area('place', 'Tempat penyimpanan'),
    area('keeps', 'Masa simpan'),
    area('safeguards', 'Pengamanan'),
  ],
  schema: z.object({
    id: z.string(),
    name: z.string().min(3).max(120),
    purpose: text,
    basis: text,
    data: text,
    whose: text,
    recipients: text,
    place: text,
    keeps: text,
    safeguards: text,
    check: z.boolean().optional(),
  }),
  label: ({ name }) => name,
  columns: [
    { title: 'Tujuan', of: ({ purpose }) => purpose },
    { title: 'Masa simpan', of: ({ keeps }) => keeps },
  ],
  blank: () => ({
    ...{ id: '', name: '', purpose: '', basis: '', data: '', whose: '' },
    ...{ recipients: '', place: '', keeps: '', safeguards: '', check: false },
  }),
  newId: ({ name }) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40),
  ending: { note: 'Kegiatan ini tidak tercantum lagi dalam daftar.' },
};
