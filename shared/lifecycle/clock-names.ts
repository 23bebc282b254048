/** What clocks are called, on pages and in notices. */
import type { ClockName } from '../regencies/types.ts';

export const clockNames: Record<ClockName, string> = {
  verify: 'Verifikasi',
  first_answer: 'Tanggapan pertama',
  next_step: 'Langkah berikutnya',
  settle: 'Penyelesaian',
  promise: 'Janji kepada pelapor',
  return: 'Batas pengembalian',
  forwarded: 'Menanyakan kabar instansi luar',
  reporter: 'Tanggapan pelapor atas jawaban',
  completeness: 'Kelengkapan dari pelapor',
  scheduled: 'Pekerjaan yang dijadwalkan',
  action: 'Kegiatan rencana aksi',
};

/** @returns its name, or the word itself for one that is no longer known */
export const clockName = (clock: string): string => clockNames[clock as ClockName] ?? clock;
