/** What is published, as one list for programs and for the page. */
import * as z from 'zod';
import { LICENCE } from '../../../shared/openness/files.ts';
import { tableNames } from '../../../shared/openness/types.ts';
import type { Db } from '../../platform/db.ts';
import { allReleases, listedTables } from '../evaluation/releases/queries.ts';

const file = z.object({
  alamat: z.url(),
  sha256: z.string().describe('SHA-256 berkas, heksadesimal.'),
});

export const catalogSchema = z.object({
  judul: z.string(),
  lisensi: z.object({ name: z.string(), id: z.string(), url: z.url() }),
  jadwal: z.string(),
  terbitan: z.array(
    z.object({
      periode: z.object({ id: z.string(), name: z.string(), from: z.string(), to: z.string() }),
      terbit: z.string().describe('Waktu terbit, ISO 8601.'),
      produsen_data: z.string(),
      penanggung_jawab: z.string(),
      kontak: z.string().nullable(),
      wilayah: z.object({ nama: z.string(), kode_kemendagri: z.string(), kode_bps: z.string().nullable() }),
      data_contoh: z.boolean().describe('true = semua laporannya rekaan.'),
      tabel: z.array(
        z.object({
          nama: z.string(),
          judul: z.string(),
          definisi: z.string(),
          klasifikasi: z.string(),
          kode_referensi: z.string(),
          csv: file,
          json: file,
        }),
      ),
    }),
  ),
});
export type Catalog = z.output<typeof catalogSchema>;

const orderOf = (name: string): number => (tableNames as readonly string[]).indexOf(name);

/** @param origin of this Kanal, for whole addresses */
export async function catalogOf(db: Db, origin: string): Promise<Catalog> {
  const [releases, tables] = await Promise.all([allReleases(db), listedTables(db)]);
  return {
    judul: 'Data terbuka laporan warga',
    lisensi: LICENCE,
    jadwal: 'Tiap triwulan, paling cepat sepuluh hari kerja sesudah triwulan berakhir',
    terbitan: releases.map(({ period, about }) => ({
      periode: about.period,
      terbit: about.publishedAt,
      produsen_data: about.producer,
      penanggung_jawab: about.office,
      kontak: about.contact,
      wilayah: {
        nama: about.area.name,
        kode_kemendagri: about.area.ministry,
        kode_bps: about.area.bps,
      },
      data_contoh: about.sample,
      tabel: tables
        .filter((table) => table.period === period)
        .sort((a, b) => orderOf(a.name) - orderOf(b.name))
        .map(({ name, title, about: definition, by, reference, csvDigest, jsonDigest }) => ({
          nama: name,
          judul: title,
          definisi: definition,
          klasifikasi: by,
          kode_referensi: reference,
          csv: { alamat: `${origin}/data/${period}/${name}.csv`, sha256: csvDigest },
          json: { alamat: `${origin}/data/${period}/${name}.json`, sha256: jsonDigest },
        })),
    })),
  };
}
