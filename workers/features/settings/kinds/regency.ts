/** The regency's own facts. Code and prefix are in every case's number and cannot change. */
import * as z from 'zod';
import type { PackOffice, PackRegency } from '../../../../shared/regencies/types.ts';
import type { FieldOf, KindOf, Problems } from './kind.ts';

const zones: Record<PackRegency['timeZone'], PackRegency['zoneLabel']> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

const office = (
  name: 'adminOffice' | 'inspectorate' | 'protectionOffice',
  label: string,
  hint: string,
): FieldOf<PackRegency> => ({
  ...{ name, label, hint, input: 'reference', to: 'office', required: true },
  only: (row) => (row as PackOffice).kind === 'opd',
});

export const regencyKind: KindOf<PackRegency> = {
  kind: 'regency',
  single: true,
  path: 'daerah',
  group: 'place',
  name: 'Tentang daerah',
  one: 'data daerah',
  about: 'Nama, ibu kota, zona waktu, dan instansi yang memegang peran khusus.',
  effect:
    'Nama tampil di setiap halaman, surat, dan dokumen. Zona waktu mengubah hitungan semua batas waktu.',
  fields: [
    { name: 'code', label: 'Kode Kemendagri', input: 'text', fixed: true },
    { name: 'codePrefix', label: 'Awalan nomor laporan', input: 'text', fixed: true },
    {
      name: 'fullName',
      label: 'Nama lengkap',
      hint: 'Contoh: Kabupaten Luwu Utara.',
      input: 'text',
      max: 80,
      required: true,
    },
    { name: 'name', label: 'Nama pendek', input: 'text', max: 60, required: true },
    { name: 'capital', label: 'Ibu kota', input: 'text', max: 60, empty: 'null' },
    { name: 'province', label: 'Provinsi', input: 'text', max: 60, required: true },
    {
      name: 'timeZone',
      label: 'Zona waktu',
      input: 'choice',
      options: Object.entries(zones).map(([value, label]) => ({ value, label })),
      required: true,
      set(data, raw) {
        data.timeZone = String(raw) as PackRegency['timeZone'];
        data.zoneLabel = zones[data.timeZone] ?? data.zoneLabel;
      },
    },
    office('adminOffice', 'Admin instansi', 'Memeriksa dan mendisposisi laporan; biasanya Diskominfo.'),
    office('inspectorate', 'Inspektorat', 'Menerima pengaduan tentang aparat.'),
    office('protectionOffice', 'Pelindungan perempuan dan anak', 'Menerima laporan kekerasan.'),
  ],
  schema: z.looseObject({
    fullName: z.string().min(6).max(80),
    name: z.string().min(3).max(60),
    capital: z.string().min(2).max(60).nullable(),
    province: z.string().min(3).max(60),
    timeZone: z.enum(Object.keys(zones) as [PackRegency['timeZone']]),
  }),
  label: ({ fullName }) => fullName,
  columns: [
    { title: 'Ibu kota', of: ({ capital }) => capital ?? 'belum diisi' },
    { title: 'Zona', of: ({ zoneLabel }) => zoneLabel },
  ],
  check({ adminOffice, inspectorate }): Problems {
    return adminOffice === inspectorate
      ? {
          inspectorate:
            'Inspektorat tidak boleh instansi yang sama dengan admin: pengaduan tentang admin pun lewat sini.',
        }
      : {};
  },
  gaps: (rows) =>
    rows.flatMap(({ id, data }) =>
      data.capital ? [] : [{ text: 'Ibu kota belum diisi.', href: `/desk/pengaturan/daerah/${id}` }],
    ),
};
