/**
 * Criteria of the government's own scores by level, worded after domain.md section 5. All are to be confirmed against the
 * guideline of the year in which they are scored.
 */
import { type IndicatorId, indicatorNames, type Level, type ProofId } from '../../evidence.ts';
import type { PackCriterion } from '../types.ts';

const DECREE = 'SK Tim pengelola pengaduan: nomor, tanggal, anggota.';
const PROCEDURE = 'SOP penanganan pengaduan yang berlaku.';
const MINUTES = 'Notula rapat evaluasi yang ditandatangani.';

/** @param name tells criteria of one level apart */
const row = (
  indicator: IndicatorId,
  level: Level,
  name: string,
  text: string,
  proofs: ProofId[],
  adds = '',
): PackCriterion => ({
  ...{ id: `${indicator}-${level}-${name}`, indicator, level, text, proofs, adds },
  source: `Indikator ${indicatorNames[indicator].short}, tingkat ${level}`,
  check: true,
});

const spbe42: PackCriterion[] = [
  row('spbe42', 1, 'informasi', 'Warga tahu ke mana mengadu dan siapa yang mengelola', ['contacts'], DECREE),
  row('spbe42', 2, 'pencarian', 'Laporan dapat dicari', ['reports', 'search']),
  row('spbe42', 2, 'unggah', 'Foto dan dokumen dapat diunggah dan diunduh', ['attachments']),
  row(
    'spbe42',
    3,
    'transaksi',
    'Laporan ditangani sampai selesai di dalam sistem',
    ['transactions'],
    PROCEDURE,
  ),
  row('spbe42', 3, 'persetujuan', 'Jawaban disetujui sebelum dikirim', ['approvals']),
  row('spbe42', 3, 'analitik', 'Penanganan laporan diukur', ['analytics']),
  row('spbe42', 4, 'api', 'Layanan dapat dipakai aplikasi lain lewat API yang terdokumentasi', ['api']),
  row('spbe42', 4, 'integrasi', 'Layanan tersambung dengan sistem nasional', ['sp4n']),
  row(
    'spbe42',
    5,
    'notula',
    'Layanan diperbaiki sesuai hasil rapat evaluasi',
    ['meetings', 'decisions', 'improvements'],
    MINUTES,
  ),
];

const spbe43: PackCriterion[] = [
  row('spbe43', 1, 'informasi', 'Data pengaduan diterbitkan untuk umum', ['releases']),
  row('spbe43', 2, 'unduh', 'Data dapat diunduh dalam bentuk yang terbaca mesin', ['checksums']),
  row(
    'spbe43',
    3,
    'berkala',
    'Data diterbitkan berkala, setelah disetujui',
    ['series'],
    'SOP penerbitan data, dengan siapa yang menyetujui.',
  ),
  row('spbe43', 3, 'analitik', 'Angka yang diterbitkan dihitung oleh sistem', ['analytics']),
  row(
    'spbe43',
    4,
    'api',
    'Data dapat diambil aplikasi lain lewat API yang terdokumentasi',
    ['api'],
    'Surat atau tautan pendaftaran data pada Satu Data Indonesia.',
  ),
  row(
    'spbe43',
    5,
    'notula',
    'Data terbuka diperbaiki sesuai hasil rapat evaluasi',
    ['meetings', 'improvements'],
    MINUTES,
  ),
];

const i19: PackCriterion[] = [
  row('i19', 1, 'informasi', 'Pengguna tahu ke mana meminta bantuan', ['contacts'], DECREE),
  row('i19', 2, 'unggah', 'Permintaan dapat dicari, dan dokumen dapat diunggah', ['search', 'attachments']),
  row(
    'i19',
    3,
    'transaksi',
    'Permintaan ditangani sampai selesai, dan diukur',
    ['transactions', 'analytics'],
    PROCEDURE,
  ),
  row('i19', 4, 'integrasi', 'Dukungan tersambung dengan sistem lain', ['api', 'sp4n']),
  row(
    'i19',
    5,
    'notula',
    'Dukungan diperbaiki sesuai hasil rapat evaluasi',
    ['meetings', 'decisions', 'improvements'],
    MINUTES,
  ),
];

const i20: PackCriterion[] = [
  row('i20', 1, 'informasi', 'Pelapor ditanya apakah puas, dan menjawab', ['ratings']),
  row('i20', 2, 'unduh', 'Nilai kepuasan tersedia menurut triwulan', ['ratings_series']),
  row('i20', 3, 'analitik', 'Nilai kepuasan diukur menurut OPD', ['ratings_offices']),
  row('i20', 4, 'api', 'Nilai kepuasan dapat diambil aplikasi lain lewat API', ['ratings', 'api_figures']),
  row(
    'i20',
    5,
    'notula',
    'Layanan diperbaiki sesuai nilai kepuasan',
    ['meetings', 'improvements'],
    'Notula rapat evaluasi yang membahas kepuasan pelapor.',
  ),
];

export const criteria: PackCriterion[] = [...spbe42, ...spbe43, ...i19, ...i20];
