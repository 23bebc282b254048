/** Words of the regency's own list that staff put on cases. */
import * as z from 'zod';
import type { PackTag } from '../../../../shared/regencies/types.ts';
import type { KindOf } from './kind.ts';
import { slugOf } from './slug.ts';

export const tagKind: KindOf<PackTag> = {
  kind: 'tag',
  path: 'label',
  group: 'rules',
  name: 'Label',
  one: 'label',
  about: 'Kata yang ditempelkan petugas pada laporan untuk menyaring daftar; pelapor tidak melihatnya.',
  effect: 'Langsung berlaku; laporan yang sudah berlabel ikut menyebutnya begini.',
  fields: [
    {
      name: 'label',
      label: 'Nama',
      hint: 'Singkat, misalnya "Ramai di media sosial".',
      input: 'text',
      max: 40,
      required: true,
    },
  ],
  schema: z.object({ id: z.string(), label: z.string().min(2).max(40) }),
  label: ({ label }) => label,
  columns: [],
  blank: () => ({ id: '', label: '' }),
  newId: ({ label }) => slugOf(label),
  named: (data) => ({ ...data, id: slugOf(data.label) }),
  check({ label }, { rows }, id) {
    if (slugOf(label) === '') return { label: 'Tulis dengan huruf.' };
    const twin = rows.some((row) => row.id !== id && row.data.label.toLowerCase() === label.toLowerCase());
    return twin ? { label: 'Sudah ada label dengan nama ini.' } : {};
  },
  ending: {
    note: 'Label ini tidak dapat ditambahkan lagi. Laporan yang sudah berlabel tetap menyebutnya, dan labelnya dapat dilepas.',
  },
};
