/** What is told about boundary files. */
import { sizeOf } from '../../../files.ts';
import { BOUNDARY_BYTES, type BoundaryReason } from './geojson.ts';
import type { BoundaryChange } from './history.ts';
import type { BoundaryLevel } from './sources.ts';

export const boundaryProblemWords: Record<BoundaryReason, string> = {
  no_file: 'Pilih berkas GeoJSON dahulu.',
  no_source: 'Tulis dari mana berkas ini dan apa izin pakainya.',
  too_heavy: `Berkas ini lebih besar dari ${sizeOf(BOUNDARY_BYTES)}. Sederhanakan garisnya atau ambil kabupaten ini saja dengan aplikasi peta, misalnya QGIS, lalu unggah lagi.`,
  not_geojson:
    'Berkas ini bukan GeoJSON yang utuh (FeatureCollection dalam UTF-8). Simpan ulang dari aplikasi peta sebagai GeoJSON.',
  no_areas: 'Berkas ini tidak memuat wilayah (Polygon atau MultiPolygon), hanya titik atau garis.',
  not_degrees:
    'Koordinat berkas ini tidak terletak di Indonesia. Simpan ulang dengan sistem koordinat WGS 84 (EPSG:4326), bujur lalu lintang.',
  no_match:
    'Tidak ada kolom dengan kode wilayah Kementerian Dalam Negeri dari kabupaten ini, misalnya 73.24.01 atau 7324012001. Kode BPS berbeda dan tidak dapat dipakai.',
  too_detailed: 'Berkas ini memuat terlalu banyak wilayah kecil. Sederhanakan dahulu dengan aplikasi peta.',
};

export const levelNames: Record<BoundaryLevel, string> = {
  kecamatan: 'kecamatan',
  desa: 'desa dan kelurahan',
};

/** By the word of the history. */
export const boundaryChangeWords: Partial<Record<BoundaryChange['change'], string>> = {
  added: 'Memuat',
  edited: 'Mengganti',
  ended: 'Menghapus',
};

export const boundaryDone: Record<string, string> = {
  simpan: 'Batas wilayah tersimpan. Peta sekarang tampil di halaman cakupan.',
  batal: 'Berkas itu tidak jadi dipakai. Tidak ada yang berubah.',
  hapus: 'Batas wilayah dihapus. Petak dan tabel tetap ada.',
};
