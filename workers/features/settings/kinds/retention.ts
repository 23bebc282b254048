/** How long personal data of closed cases is kept; the erasing itself is the care of data's. */
import * as z from 'zod';
import type { PackRetention } from '../../../../shared/regencies/types.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { KindOf } from './kind.ts';

const names: Record<PackRetention['id'], string> = {
  contact: 'Nama dan kontak pelapor',
  content: 'Isi laporan, jawaban, dan lampiran',
};

export const retentionKind: KindOf<PackRetention> = {
  kind: 'retention',
  path: 'masa-simpan',
  group: 'system',
  name: 'Masa simpan data pribadi',
  one: 'masa simpan',
  about: 'Berapa bulan sesudah laporan ditutup data pribadi dihapus.',
  effect:
    'Selama belum dipastikan, tidak ada yang dihapus dengan sendirinya. Data yang sudah dihapus tidak dapat dikembalikan.',
  fields: [
    {
      name: 'months',
      label: 'Bulan sesudah laporan ditutup',
      hint: 'Kosongkan bila tidak dihapus menurut waktu.',
      input: 'number',
      empty: 'null',
    },
    { name: 'legalBasis', label: 'Dasar hukum', input: 'text', max: 300, required: true },
    { name: 'local', label: 'Aturan setempat: peraturan tidak menyebut angka', input: 'checkbox' },
  ],
  schema: z.object({
    id: z.enum(Object.keys(names) as [PackRetention['id']]),
    months: z.int().min(1).max(360).nullable(),
    legalBasis: z.string().min(3).max(300),
    check: z.boolean(),
    local: z.boolean(),
  }),
  label: ({ id }) => names[id],
  columns: [
    {
      title: 'Disimpan',
      of: ({ months }) => (months === null ? 'tanpa batas waktu' : `${formatNumber(months)} bulan`),
    },
    { title: 'Dasar hukum', of: ({ legalBasis }) => legalBasis },
  ],
};
