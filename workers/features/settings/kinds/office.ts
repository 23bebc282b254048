/** OPD, kecamatan offices, BUMD and outside institutions: how they are called, and how they come, merge and go. */
import * as z from 'zod';
import type { ApprovalMode } from '../../../../shared/approval.ts';
import { whatsappField } from '../../../../shared/phone.ts';
import type { OfficeKind, PackOffice } from '../../../../shared/regencies/types.ts';
import type { KindOf } from './kind.ts';
import { noOpenCases, officeObstacles } from './office-end.ts';

const kinds: Record<OfficeKind, string> = {
  opd: 'OPD',
  kecamatan: 'Kecamatan',
  bumd: 'BUMD',
  luar: 'Instansi luar',
};

const approvals: Record<ApprovalMode, string> = {
  none: 'Tanpa persetujuan',
  colleague: 'Disetujui rekan seinstansi',
  head: 'Disetujui kepala instansi',
};

const asOptions = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const text = (max: number) => z.string().min(1).max(max);

export const officeKind: KindOf<PackOffice> = {
  kind: 'office',
  path: 'instansi',
  group: 'people',
  name: 'Instansi',
  one: 'instansi',
  about: 'OPD, kantor kecamatan, BUMD, dan instansi luar yang menerima laporan.',
  effect:
    'Nama yang berlaku dipakai di semua halaman dan surat, juga untuk laporan lama; riwayat menyimpan nama sebelumnya.',
  fields: [
    {
      name: 'code',
      label: 'Kode',
      hint: 'Huruf besar tanpa spasi, misalnya DISPORA. Tidak dapat diubah lagi.',
      input: 'text',
      max: 30,
      required: true,
      fixed: true,
    },
    { name: 'name', label: 'Nama resmi', input: 'text', max: 160, required: true },
    { name: 'short', label: 'Singkatan', input: 'text', max: 60, required: true },
    { name: 'kind', label: 'Jenis', input: 'choice', options: asOptions(kinds), required: true },
    {
      name: 'duties',
      label: 'Urusan',
      hint: 'Satu urusan sebaris, dalam kata-kata warga.',
      input: 'lines',
      rows: 4,
    },
    {
      name: 'area',
      label: 'Kecamatan yang dilayani',
      hint: 'Hanya untuk kantor kecamatan.',
      input: 'reference',
      to: 'area',
      only: (area) => 'level' in area && area.level === 'kecamatan',
      empty: 'absent',
      show: ({ kind }) => kind === 'kecamatan',
    },
    {
      name: 'approval',
      label: 'Persetujuan jawaban akhir',
      hint: 'Rekan: orang lain dari instansi ini membacanya dahulu; bila tidak ada, jawaban tetap terkirim. Kepala: bila kepala tidak punya akun aktif, rekan yang menyetujui.',
      input: 'choice',
      options: asOptions(approvals),
      show: ({ kind }) => kind !== 'luar',
      get: ({ approval }) => approval ?? 'none',
      set(data, raw) {
        if (raw === 'colleague' || raw === 'head') data.approval = raw;
        else delete data.approval;
      },
    },
    {
      name: 'phone',
      label: 'Nomor WhatsApp resmi',
      hint: 'Boleh kosong. Nomor kantor yang boleh diketahui umum, bukan nomor pribadi. Contoh: 0812-3456-7890.',
      input: 'tel',
      max: 20,
      empty: 'absent',
    },
    {
      name: 'contact',
      label: 'Cara menghubungi',
      hint: 'Boleh kosong. Untuk instansi luar: nomor layanan, alamat, atau situsnya, seperti yang diumumkan.',
      input: 'area',
      rows: 2,
      max: 300,
      empty: 'absent',
      show: ({ kind }) => kind === 'luar',
    },
  ],
  schema: z.object({
    code: z
      .string()
      .regex(/^[A-Z][A-Z0-9-]{1,29}$/, 'Tulis kode dengan huruf besar, angka, atau tanda hubung.'),
    name: text(160),
    short: text(60),
    kind: z.enum(['opd', 'kecamatan', 'bumd', 'luar']),
    confirmed: z.boolean(),
    duties: z.array(z.string().max(200, 'Satu urusan paling panjang 200 huruf.')).max(40),
    area: z.string().optional(),
    approval: z.enum(['colleague', 'head']).optional(),
    phone: z
      .string()
      .refine((value) => whatsappField.safeParse(value).success, 'Nomor telepon tidak benar.')
      .optional(),
    contact: z.string().max(300).optional(),
  }),
  label: ({ name }) => name,
  columns: [
    { title: 'Singkatan', of: ({ short }) => short },
    { title: 'Jenis', of: ({ kind }) => kinds[kind] },
    { title: 'Nomor WhatsApp', of: ({ phone }) => phone ?? '' },
    { title: 'Persetujuan jawaban', of: ({ approval }) => (approval ? approvals[approval] : '') },
  ],
  blank: () => ({ code: '', name: '', short: '', kind: 'opd', confirmed: true, duties: [] }),
  newId: ({ code }) => code,
  check({ code, name, kind, area }, { regency }) {
    const same = [...regency.offices.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());
    return {
      name: same && same.code !== code ? 'Sudah ada instansi dengan nama ini.' : undefined,
      area: kind === 'kecamatan' && !area ? 'Pilih kecamatan yang dilayani kantor ini.' : undefined,
    };
  },
  ending: {
    note: 'Instansi yang berakhir tidak dapat dipilih lagi untuk disposisi, kategori, kata kunci, atau akun. Laporan yang pernah ditanganinya tetap menyebut namanya.',
    fields: [
      {
        name: 'successor',
        label: 'Bergabung ke',
        hint: 'Boleh kosong. Instansi yang meneruskan pekerjaannya.',
        input: 'reference',
        to: 'office',
        empty: 'absent',
      },
    ],
    check: ({ code, successor }) =>
      successor === code ? { successor: 'Pilih instansi lain, bukan dirinya sendiri.' } : {},
    obstacles: officeObstacles,
    guard: noOpenCases,
    revived({ successor, ...rest }) {
      return rest;
    },
  },
  links: ({ code, kind }) =>
    kind === 'luar'
      ? []
      : [
          {
            label: 'Buat akun untuk instansi ini',
            href: `/desk/pengguna/baru?instansi=${encodeURIComponent(code)}`,
          },
        ],
};
