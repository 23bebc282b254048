/** The public lists of the regency: areas, categories and offices, for forms of other clients. */
import * as z from 'zod';
import type { Regency } from '../../regency/snapshot.ts';

/** The part of a regency that these lists and the document are made from. */
export type Listed = Pick<Regency, 'about' | 'areas' | 'categories' | 'offices'>;

export const areaFact = z
  .object({
    code: z.string().describe('Kode wilayah Kementerian Dalam Negeri; nilai untuk `area`.'),
    name: z.string(),
    level: z.enum(['kabupaten', 'kecamatan', 'desa', 'kelurahan']),
    parent: z.string().nullable().describe('Kode wilayah di atasnya.'),
    parentName: z
      .string()
      .nullable()
      .describe('Nama wilayah di atasnya; selalu tampilkan bersama nama desa.'),
    aliases: z.array(z.string()).describe('Ejaan lain yang dipakai warga.'),
  })
  .meta({ ref: 'Area' });

export const categoryFact = z
  .object({
    id: z.string().describe('Nilai untuk `category`.'),
    name: z.string(),
    parent: z.string().nullable().describe('Kategori utama di SP4N-LAPOR!.'),
    aliases: z.array(z.string()).describe('Nama kategori ini di SP4N-LAPOR!.'),
  })
  .meta({ ref: 'Category' });

export const officeFact = z
  .object({
    code: z.string().describe('Nilai untuk `office`.'),
    name: z.string(),
    kind: z
      .enum(['opd', 'kecamatan', 'bumd', 'luar'])
      .describe('`luar`: instansi di luar pemerintah kabupaten.'),
    area: z.string().nullable().describe('Untuk kantor kecamatan: kode wilayahnya.'),
    aliases: z.array(z.string()).describe('Nama singkat.'),
    confirmed: z.boolean().describe('false: nama masih menunggu pengesahan kabupaten.'),
    contact: z.string().nullable().describe('Untuk instansi luar: cara menghubunginya.'),
  })
  .meta({ ref: 'Office' });

export function areaFacts(regency: Listed): z.infer<typeof areaFact>[] {
  return [...regency.areas.values()].map(({ code, name, level, parent, aliases }) => ({
    code,
    name,
    level,
    parent,
    parentName: parent === null ? null : (regency.areas.get(parent)?.name ?? null),
    aliases,
  }));
}

/** Only what citizens choose from; the others are for officers. */
export function categoryFacts(regency: Listed): z.infer<typeof categoryFact>[] {
  return [...regency.categories.values()]
    .filter((category) => category.public)
    .map(({ id, name, lapor }) => {
      const [main = lapor, sub] = lapor.split(' > ');
      return { id, name, parent: sub === undefined ? null : main, aliases: [sub ?? main] };
    });
}

export function officeFacts(regency: Listed): z.infer<typeof officeFact>[] {
  return [...regency.offices.values()].map(({ code, name, short, kind, area, confirmed, contact }) => ({
    code,
    name,
    kind,
    area: area ?? null,
    aliases: short === name ? [] : [short],
    confirmed,
    contact: contact ?? null,
  }));
}
