/** Inhabitants by area and year, with their source. What is missing is said and never estimated (domain.md section 5). */
import * as z from 'zod';
import type { PackArea, PackPopulation } from '../../../../shared/regencies/types.ts';
import { formatNumber } from '../../../../shared/text.ts';
import type { KindOf } from './kind.ts';

export const populationKind: KindOf<PackPopulation> = {
  kind: 'population',
  path: 'penduduk',
  group: 'place',
  name: 'Penduduk',
  one: 'jumlah penduduk',
  about: 'Jumlah penduduk tiap wilayah dan tahun, beserta sumbernya, untuk laporan per 1.000 penduduk.',
  effect: 'Angka per penduduk memakai tahun terbaru tiap wilayah.',
  fields: [
    { name: 'area', label: 'Wilayah', input: 'reference', to: 'area', required: true, fixed: true },
    { name: 'year', label: 'Tahun', input: 'number', required: true, fixed: true },
    { name: 'people', label: 'Jumlah penduduk (jiwa)', input: 'number', required: true },
    {
      name: 'source',
      label: 'Sumber',
      hint: 'Misalnya: Disdukcapil, semester II 2025.',
      input: 'text',
      max: 200,
      required: true,
    },
  ],
  schema: z.object({
    area: z.string().min(1),
    year: z.int('Tulis tahun dengan angka, misalnya 2025.').min(1990).max(2100),
    people: z.int('Tulis jumlahnya dengan angka bulat.').min(0).max(10_000_000),
    source: z.string().min(1).max(200),
  }),
  label: ({ area, year }, regency) =>
    `${(regency.areas.get(area) ?? regency.past.areas.get(area))?.name ?? area}, ${year}`,
  columns: [
    { title: 'Jiwa', of: ({ people }) => formatNumber(people) },
    { title: 'Sumber', of: ({ source }) => source },
    { title: 'Kode wilayah', of: ({ area }) => area },
  ],
  order: (a, b) => (a.area === b.area ? b.year - a.year : a.area < b.area ? -1 : 1),
  blank: () => ({ area: '', year: Number.NaN, people: Number.NaN, source: '' }),
  newId: ({ area, year }) => `${area}:${year}`,
  copies: true,
  ending: { note: 'Angka ini tidak dipakai lagi. Bila ada tahun yang lebih lama, itulah yang dipakai.' },
  gaps(rows, regency) {
    const known = new Set(rows.map(({ data }) => data.area));
    const missing = [...regency.areas.values()].filter(({ code }) => !known.has(code));
    const of = (wanted: (area: PackArea) => boolean) => missing.filter(wanted);
    const all = of(({ level }) => level === 'kabupaten');
    const districts = of(({ level }) => level === 'kecamatan');
    const villages = of(({ level }) => level === 'desa' || level === 'kelurahan');
    const [next] = [...all, ...districts, ...villages];
    const counts = [
      all.length > 0 ? regency.about.fullName : '',
      districts.length > 0 ? `${districts.length} kecamatan` : '',
      villages.length > 0 ? `${villages.length} desa dan kelurahan` : '',
    ].filter(Boolean);
    if (!next) return [];
    const href = `/desk/pengaturan/penduduk/baru?area=${encodeURIComponent(next.code)}`;
    return [{ text: `Penduduk belum diisi: ${counts.join(', ')}.`, href }];
  },
};
