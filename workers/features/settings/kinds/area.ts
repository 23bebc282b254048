/** Kecamatan, desa and kelurahan: names as people write them, and villages that come and go. */
import * as z from 'zod';
import type { AreaLevel, PackArea } from '../../../../shared/regencies/types.ts';
import { listAccounts } from '../../staff/queries.ts';
import type { KindOf, Obstacle } from './kind.ts';

const levels: Record<AreaLevel, string> = {
  kabupaten: 'Kabupaten',
  kecamatan: 'Kecamatan',
  desa: 'Desa',
  kelurahan: 'Kelurahan',
};
/** Ministry codes count up: "73.24", "73.24.01", "73.24.01.2001". */
const CODE = /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/;

export const areaKind: KindOf<PackArea> = {
  kind: 'area',
  path: 'wilayah',
  group: 'place',
  name: 'Wilayah',
  one: 'wilayah',
  about: 'Kecamatan, desa, dan kelurahan yang dapat dipilih pelapor, dengan ejaan lain yang dikenali.',
  effect: 'Perubahan langsung terlihat pada formulir laporan dan dikenali penyalur otomatis.',
  fields: [
    {
      name: 'code',
      label: 'Kode Kemendagri',
      hint: 'Kode kecamatan, titik, lalu empat angka untuk desa atau kelurahan; dua angka untuk kecamatan.',
      input: 'text',
      max: 13,
      required: true,
      fixed: true,
    },
    {
      name: 'level',
      label: 'Tingkat',
      input: 'choice',
      required: true,
      options: [
        { value: 'kecamatan', label: levels.kecamatan },
        { value: 'desa', label: levels.desa },
        { value: 'kelurahan', label: levels.kelurahan },
      ],
      show: ({ level }) => level !== 'kabupaten',
    },
    {
      name: 'parent',
      label: 'Bagian dari',
      input: 'reference',
      to: 'area',
      only: (area) => ['kabupaten', 'kecamatan'].includes((area as PackArea).level),
      required: true,
      empty: 'null',
      show: ({ level }) => level !== 'kabupaten',
    },
    { name: 'name', label: 'Nama', input: 'text', max: 80, required: true },
    {
      name: 'aliases',
      label: 'Ejaan lain',
      hint: 'Satu ejaan sebaris: nama lama, singkatan, atau nama dusun yang lebih dikenal.',
      input: 'lines',
      rows: 3,
    },
  ],
  schema: z.object({
    code: z.string().regex(CODE, 'Tulis kode Kemendagri dengan titik di antara bagiannya.'),
    level: z.enum(['kabupaten', 'kecamatan', 'desa', 'kelurahan']),
    parent: z.string().nullable(),
    name: z.string().min(1).max(80),
    aliases: z.array(z.string().max(80, 'Satu ejaan paling panjang 80 huruf.')).max(20),
  }),
  label: ({ name }) => name,
  columns: [
    { title: 'Tingkat', of: ({ level }) => levels[level] },
    { title: 'Bagian dari', of: ({ parent }, regency) => regency.areas.get(parent ?? '')?.name ?? '' },
    { title: 'Kode', of: ({ code }) => code },
    { title: 'Ejaan lain', of: ({ aliases }) => aliases.join(', ') },
  ],
  order: (a, b) => (a.code < b.code ? -1 : 1),
  blank: () => ({ code: '', parent: null, level: 'desa', name: '', aliases: [] }),
  newId: ({ code }) => code,
  check({ code, parent, level, name }, { regency }, id) {
    if (level === 'kabupaten') return {};
    const above = regency.areas.get(parent ?? '');
    if (!above || (above.level === 'kabupaten') !== (level === 'kecamatan'))
      return { parent: 'Kecamatan termasuk kabupaten; desa dan kelurahan termasuk kecamatan.' };
    if (id === null && !code.startsWith(`${above.code}.`))
      return { code: `Kodenya diawali kode ${above.name}: ${above.code}.` };
    const twin = [...regency.areas.values()].some(
      (area) =>
        area.code !== code && area.parent === parent && area.name.toLowerCase() === name.toLowerCase(),
    );
    return twin ? { name: `Di ${above.name} sudah ada wilayah bernama ini.` } : {};
  },
  ending: {
    note: 'Wilayah yang berakhir tidak dapat dipilih lagi. Laporan lama tetap menyebut namanya.',
    async obstacles({ code, level }, { db, regency }) {
      if (level === 'kabupaten') return [{ text: 'Kabupaten ini sendiri tidak dapat diakhiri.', href: null }];
      const inside = [...regency.areas.values()].filter(({ parent }) => parent === code);
      const offices = [...regency.offices.values()].filter(({ area }) => area === code);
      const helpers = (await listAccounts(db)).filter(({ active, areas }) => active && areas.includes(code));
      const found: Obstacle[] = [
        ...inside.map(({ code: id, name }) => ({
          text: `${name} masih termasuk wilayah ini.`,
          href: `/desk/pengaturan/wilayah/${encodeURIComponent(id)}`,
        })),
        ...offices.map(({ code: id, name }) => ({
          text: `${name} melayani wilayah ini.`,
          href: `/desk/pengaturan/instansi/${encodeURIComponent(id)}`,
        })),
        ...helpers.map(({ id, name }) => ({
          text: `Akun ${name} membantu warga wilayah ini.`,
          href: `/desk/pengguna/${id}`,
        })),
      ];
      return found;
    },
  },
  links: ({ code }) => [
    { label: 'Penduduk wilayah ini', href: `/desk/pengaturan/penduduk?cari=${encodeURIComponent(code)}` },
  ],
};
