/** What stands on printed matter. Whatever a regency may change comes from its settings; the rest is here. */
import { formatNumber } from '../../../../shared/text.ts';

/** SP4N-LAPOR!'s own addresses stand on every sheet: it is the national system, Kanal its companion (domain.md 2). */
export const national = {
  name: 'SP4N-LAPOR!',
  label: 'Sistem pengaduan nasional',
  addresses: ['lapor.go.id', 'SMS 1708', '@lapor1708'],
} as const;

export const purpose = 'Kanal pengaduan, aspirasi, dan permintaan informasi';

export const calls = {
  place: {
    lines: ['Ada keluhan?', 'Laporkan.'],
    lead: 'Jalan rusak, lampu jalan padam, layanan lambat, sampah menumpuk: sampaikan lewat HP. Gratis, tanpa akun, tanpa aplikasi.',
  },
  office: {
    lines: ['Layanan kami', 'bagaimana?'],
    lead: 'Ada keluhan, usul, atau yang ingin ditanyakan? Sampaikan lewat HP. Gratis, tanpa akun, tanpa aplikasi.',
  },
} as const;

export const steps = [
  ['Pindai', 'Arahkan kamera HP ke kode ini.'],
  ['Ceritakan', 'Tulis yang terjadi dan tempatnya. Foto boleh disertakan.'],
  ['Pantau', 'Simpan nomor dan PIN. Dengan itu jawabannya dapat dibaca.'],
] as const;

export const typed = 'Tidak bisa memindai? Ketik di HP:';

/** @param metres as `scansFrom` reckons */
export const fromHere = (metres: number): string =>
  `Dapat dipindai dari jarak\u00a0${formatNumber(metres, 1)}\u00a0m`;

/** Working days that the regency has set for an ordinary complaint. */
export interface Promised {
  verify: number;
  firstAnswer: number;
  settle: number;
  /** How long an answer may be contested. */
  contest: number;
}

/** What happens to a report, in plain words. */
export const journey = ({ verify, firstAnswer, settle, contest }: Promised) =>
  [
    [`${verify} hari kerja`, 'Laporan diperiksa dan diteruskan ke instansi yang berwenang.'],
    [`${firstAnswer} hari kerja sesudahnya`, 'Instansi memberi jawaban pertama dengan langkah berikutnya.'],
    [
      `${verify + settle} hari kerja`,
      'Paling lambat saat itu pengaduan biasa dijawab tuntas. Tanggal pastinya ada pada tanda terima.',
    ],
    [`${contest} hari kerja`, 'Waktu Anda untuk menyatakan belum selesai. Laporan lalu dibuka kembali.'],
  ] as const;

export const guarded = [
  'Nama boleh disembunyikan, dan isi laporan boleh dirahasiakan.',
  'Laporan tentang petugas tidak dibaca oleh yang dilaporkan.',
] as const;

export const danger = 'Ada bahaya bagi nyawa? Telepon dahulu:';

export const trialWords = 'CONTOH UNTUK UJI COBA: jangan dipasang';
