/** Categories: what citizens and officers choose from, and how each is called in SP4N-LAPOR!. */
import { sql } from 'drizzle-orm';
import * as z from 'zod';
import type { PackCategory } from '../../../../shared/regencies/types.ts';
import type { Db } from '../../../platform/db.ts';
import { similarPaths } from '../lapor-paths.ts';
import type { KindOf, Obstacle, Problems } from './kind.ts';
import { slugOf } from './slug.ts';

/** Kanal itself puts cases into these (shared/routing/decide.ts). */
const NEEDED = ['kekerasan', 'perilaku-aparat', 'lainnya'];

export const categoryKind: KindOf<PackCategory> = {
  kind: 'category',
  path: 'kategori',
  group: 'rules',
  name: 'Kategori',
  one: 'kategori',
  about: 'Yang dipilih warga dan petugas, dengan instansi yang biasanya menangani.',
  effect: 'Langsung berlaku untuk laporan baru. Laporan lama tetap di kategorinya.',
  preview: 'rules',
  fields: [
    {
      name: 'name',
      label: 'Nama',
      hint: 'Dengan kata-kata warga, misalnya "Lampu jalan".',
      input: 'text',
      max: 80,
      required: true,
    },
    {
      name: 'lapor',
      label: 'Kategori di SP4N-LAPOR!',
      hint: 'Seperti tertulis di sana, misalnya "Perhubungan > Lampu Penerangan Jalan Umum".',
      input: 'text',
      max: 160,
      required: true,
    },
    {
      name: 'office',
      label: 'Instansi yang biasanya menangani',
      input: 'reference',
      to: 'office',
      empty: 'null',
    },
    { name: 'public', label: 'Dapat dipilih warga', input: 'checkbox' },
    {
      name: 'physical',
      label: 'Pekerjaan fisik',
      hint: 'Jawaban akhirnya diminta berfoto.',
      input: 'checkbox',
      set(data, raw) {
        if (raw) data.physical = true;
        else delete data.physical;
      },
    },
  ],
  schema: z.object({
    id: z.string(),
    name: z.string().min(3).max(80),
    lapor: z.string().min(3).max(160),
    office: z.string().nullable(),
    public: z.boolean(),
    physical: z.boolean().optional(),
  }),
  label: ({ name }) => name,
  columns: [
    {
      title: 'Instansi',
      of: ({ office }, { offices }) =>
        office === null ? 'dipilih petugas' : (offices.get(office)?.short ?? office),
    },
    { title: 'Dipilih', of: (data) => (data.public ? 'warga dan petugas' : 'petugas saja') },
  ],
  blank: () => ({ id: '', name: '', lapor: '', office: null, public: true }),
  newId: ({ name }) => slugOf(name),
  named: (data) => ({ ...data, id: slugOf(data.name) }),
  ending: {
    note: 'Kategori ini tidak dapat dipilih lagi. Laporan lama tetap menyebutnya.',
    async obstacles({ id }, { db }) {
      if (NEEDED.includes(id))
        return [
          {
            text: 'Kanal sendiri memakai kategori ini; namanya boleh diubah, tetapi tidak diakhiri.',
            href: null,
          },
        ];
      return users(db, id);
    },
  },
  async check(data, { rows }, id): Promise<Problems> {
    if (slugOf(data.name) === '') return { name: 'Tulis dengan huruf.' };
    if (rows.some((row) => row.id !== id && row.data.name.toLowerCase() === data.name.toLowerCase()))
      return { name: 'Sudah ada kategori dengan nama ini.' };
    const similar = await similarPaths(data.lapor);
    if (similar === null) return {};
    return {
      lapor: `Kategori ini tidak ada di SP4N-LAPOR!.${similar.length > 0 ? ` Yang mirip: ${similar.join('; ')}.` : ''}`,
    };
  },
};

/** Settings that point at the category and would point at nothing. */
async function users(db: Db, id: string): Promise<Obstacle[]> {
  const rows = await db.all<{ kind: string; n: number }>(sql`
    select kind, count(*) as n from regency_rows
    where valid_to is null and (
      (kind = 'topic' and json_extract(data, '$.to') = ${`cat:${id}`}) or
      (kind = 'answer' and json_extract(data, '$.category') = ${id}))
    group by kind`);
  return rows.map(({ kind, n }) =>
    kind === 'topic'
      ? {
          text: `${n} aturan penyaluran menuju kategori ini. Ubah dahulu.`,
          href: '/desk/pengaturan/kata-kunci',
        }
      : {
          text: `${n} contoh jawaban khusus kategori ini. Ubah atau akhiri dahulu.`,
          href: '/desk/contoh-jawaban',
        },
  );
}
