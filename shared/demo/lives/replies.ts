/** What invented offices, administrators and reporters say along the way. */
import type { Outcome } from '../../lifecycle/states.ts';

export const firstReplies = [
  ['Petugas kami sudah melihat lokasi dan mencatat kerusakannya.', 'Pekerjaan dimasukkan ke jadwal regu'],
  ['Berkas Bapak/Ibu sudah kami terima dan sedang kami periksa.', 'Memeriksa data bersama petugas lapangan'],
  ['Laporan ini kami teruskan ke bidang teknis untuk dihitung kebutuhannya.', 'Menghitung kebutuhan bahan'],
  ['Kami sudah menghubungi pihak terkait dan menunggu jawaban tertulis.', 'Rapat kecil dengan pihak terkait'],
] as const;

export const laterReplies = [
  ['Pekerjaan tertunda karena bahan belum datang.', 'Melanjutkan pekerjaan begitu bahan tiba'],
  ['Pemeriksaan hampir selesai, tinggal satu dokumen.', 'Menyelesaikan dokumen terakhir'],
] as const;

export const finals: Readonly<Record<Outcome, readonly string[]>> = {
  dikerjakan: [
    'Pekerjaan sudah selesai pada hari ini dan sudah diperiksa pengawas lapangan.',
    'Sudah kami tangani pekan ini; bila muncul lagi mohon laporkan kembali.',
    'Berkas sudah terbit dan dapat diambil mulai hari ini di loket.',
  ],
  dijelaskan: [
    'Setelah kami periksa pada pekan ini, hal itu sesuai ketentuan. Bila masih ragu, silakan datang ke kantor kami.',
    'Jadwalnya memang berubah sejak bulan ini. Selanjutnya akan kami umumkan lebih awal.',
  ],
  dijadwalkan: ['Pekerjaan sudah masuk rencana tahun anggaran berjalan dan menunggu giliran.'],
  tidak_dapat: [
    'Mohon maaf, tahun ini belum dapat dipenuhi karena anggarannya tidak tersedia. Silakan ajukan lewat musyawarah desa.',
  ],
  bukan_wewenang: [
    'Hal ini di luar wewenang pemerintah kabupaten. Silakan menghubungi instansi yang berwenang pada hari kerja.',
  ],
};

export const questions = [
  'Di dekat rumah siapa atau bangunan apa tepatnya?',
  'Sejak tanggal berapa, dan apakah terjadi setiap hari?',
  'Apakah Bapak/Ibu masih menyimpan tanda terima berkasnya?',
] as const;
export const completions = [
  'Persis di depan warung yang cat biru, sebelah kiri jalan.',
  'Kejadiannya hampir setiap hari, terakhir kemarin sore.',
  'Masih ada, sudah kami siapkan kalau petugas datang.',
] as const;
export const returnReasons = [
  'Setelah dilihat di lapangan, ini bukan urusan kantor kami.',
  'Ruas ini bukan ruas yang kami pelihara.',
] as const;
export const contests = [
  'Belum dikerjakan sama sekali, tadi pagi saya lihat masih sama.',
  'Jawabannya tidak sesuai dengan yang kami laporkan.',
  'Baru ditambal sebentar sudah rusak lagi.',
] as const;
export const withdrawals = ['Sudah beres sendiri, terima kasih.', 'Salah kirim, maaf.'] as const;
export const thanks = [
  'Terima kasih, cepat ditangani.',
  'Lama, tapi akhirnya selesai.',
  'Petugasnya ramah.',
] as const;
export const outsideWords = [
  'Hal ini ditangani instansi di luar kabupaten. Laporan Bapak/Ibu sudah kami teruskan kepada mereka.',
  'Kewenangannya bukan pada pemerintah kabupaten; kami teruskan dan akan kami tanyakan kabarnya.',
] as const;
export const outsideResults = [
  'Instansi tersebut menjawab bahwa petugasnya sudah ke lokasi pada pekan ini.',
  'Pelapor sudah kami arahkan ke kantor layanan mereka.',
] as const;
