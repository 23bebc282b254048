/** What the reporter's pages call things. The sentences of the timeline itself stand in shared/i18n. */
import type { ApiStatus } from '../../../shared/lifecycle/states.ts';
import { formatDate, formatDueIn } from '../../../shared/text.ts';
import type { Regency } from '../../regency/snapshot.ts';
import type { Tone } from '../../ui/components.tsx';
import type { ShownWord } from './entries.ts';
import type { ActName } from './forms.ts';
import type { PublicStatus } from './queries.ts';

export const statusTones: Record<ApiStatus, Tone> = {
  received: 'grey',
  awaiting_reporter: 'amber',
  assigned: 'blue',
  in_progress: 'blue',
  answered: 'green',
  forwarded: 'blue',
  merged: 'grey',
  resolved: 'green',
  archived: 'grey',
};

/** Heading of what was written; what needs none is its entry's main text. */
export const wordTitles: Partial<Record<ShownWord, string>> = {
  place: 'Tempat',
  nextStep: 'Langkah berikutnya',
  budget: 'Sumber anggaran',
};

/** What is due next, as its reporter waits for it. */
export const nextTitles: Record<string, string> = {
  verify: 'Laporan diperiksa dan disalurkan',
  first_answer: 'Tanggapan pertama',
  next_step: 'Langkah yang dijanjikan instansi',
  settle: 'Jawaban akhir dari instansi',
  forwarded: 'Kami menanyakan hasilnya ke instansi luar',
};

/** SKM's labels, best first; the number is what is kept. */
export const ratings = [
  { value: '4', label: 'Sangat baik' },
  { value: '3', label: 'Baik' },
  { value: '2', label: 'Kurang baik' },
  { value: '1', label: 'Tidak baik' },
];

/** Told once after something was done. */
export const doneNotes: Record<ActName, string> = {
  tambahan: 'Keterangan Anda sudah kami catat dan dapat dibaca petugas yang menangani laporan ini.',
  kelengkapan: 'Terima kasih. Laporan Anda sudah lengkap dan penanganannya berjalan lagi.',
  setuju: 'Terima kasih. Laporan ini selesai. Mohon nilai penanganannya di bawah ini.',
  keberatan: 'Keberatan Anda sudah kami catat. Yang memeriksanya bukan petugas yang menjawab.',
  nilai: 'Terima kasih atas penilaian Anda.',
  cabut: 'Laporan sudah Anda cabut.',
  kontak: 'Kontak sudah diganti. Kontak yang lama sudah dihapus.',
  'hapus-kontak': 'Nama dan kontak Anda sudah dihapus.',
  'hapus-data':
    'Permintaan Anda sudah kami terima. Keputusannya tampil di halaman ini paling lambat 3 × 24 jam lagi.',
};

/** The promise runs in these; in all others there is nothing to wait for from the government. */
const running: readonly ApiStatus[] = ['received', 'assigned', 'in_progress', 'forwarded'];

/** "Senin, 10 Agustus 2026 (5 hari kerja lagi)". @param now epoch ms */
export function promiseText(regency: Regency, status: PublicStatus, now: number): string {
  if (status.due === null) return 'tidak tersedia: laporan ini ditangani di SP4N-LAPOR!';
  const date = formatDate(status.due, regency.about.timeZone);
  if (status.status === 'awaiting_reporter') {
    return `${date}; waktunya berhenti sampai laporan dilengkapi, dan tanggal ini bergeser sesuai lamanya`;
  }
  if (!running.includes(status.status)) return date;
  const days = regency.calendar.workingDaysBetween(now, status.due);
  return `${date} (${formatDueIn(days, now > status.due)})`;
}
