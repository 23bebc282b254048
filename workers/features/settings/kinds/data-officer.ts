/** Whom citizens may turn to about their personal data; public, on the privacy notice (UU 27/2022). */
import * as z from 'zod';
import type { DataOfficer } from '../../../../shared/regencies/types.ts';
import type { KindOf, Problems } from './kind.ts';

export const dataOfficerKind: KindOf<DataOfficer> = {
  kind: 'data_officer',
  single: true,
  path: 'pelindungan-data',
  group: 'system',
  name: 'Kontak pelindungan data',
  one: 'kontak',
  about: 'Kepada siapa warga bertanya tentang data pribadinya.',
  effect:
    'Langsung tampil pada pemberitahuan pelindungan data di formulir. Pakai alamat kantor, bukan pribadi.',
  fields: [
    { name: 'name', label: 'Nama jabatan atau unit', input: 'text', max: 120, required: true },
    { name: 'email', label: 'E-mail kantor (boleh kosong)', input: 'text', max: 120, empty: 'null' },
    { name: 'phone', label: 'Telepon kantor (boleh kosong)', input: 'tel', max: 30, empty: 'null' },
    { name: 'address', label: 'Alamat kantor (boleh kosong)', input: 'text', max: 200, empty: 'null' },
  ],
  schema: z.object({
    name: z.string().min(3).max(120),
    email: z.email('Tulis alamat e-mail yang lengkap.').nullable(),
    phone: z
      .string()
      .regex(/^[\d\s()+-]{5,30}$/, 'Tulis nomor telepon dengan angka.')
      .nullable(),
    address: z.string().max(200).nullable(),
  }),
  label: ({ name }) => name,
  columns: [
    { title: 'E-mail', of: ({ email }) => email ?? '–' },
    { title: 'Telepon', of: ({ phone }) => phone ?? '–' },
  ],
  blank: () => ({ name: '', email: null, phone: null, address: null }),
  newId: () => 'kontak',
  ending: { note: 'Pemberitahuan di formulir hanya menyebut instansi admin.' },
  check({ email, phone, address }): Problems {
    return email || phone || address
      ? {}
      : { email: 'Isi paling sedikit satu: e-mail, telepon, atau alamat.' };
  },
  gaps: (rows) =>
    rows.length > 0
      ? []
      : [{ text: 'Kontak pelindungan data belum diisi.', href: '/desk/pengaturan/pelindungan-data/baru' }],
};
