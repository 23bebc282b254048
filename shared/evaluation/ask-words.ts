/** How a reason to ask an office is said, and what it is asked. Pure. */
import { formatNumber } from '../text.ts';
import type { AskReason, Reason } from './offices-to-ask.ts';

interface Words {
  /** What was found, a sentence. */
  why: string;
  /** What the chair asks. */
  question: string;
}

const words: Record<AskReason, (cases: string) => Words> = {
  overdue: (cases) => ({
    why: `${cases} laporan sudah lewat janji dan belum dijawab.`,
    question: 'Apa hambatannya, dan kapan masing-masing dijawab?',
  }),
  unanswered: (cases) => ({
    why: `${cases} laporan lewat batas dan belum mendapat jawaban awal.`,
    question: 'Siapa yang memeriksa laporan baru setiap hari, dan siapa penggantinya?',
  }),
  late: (cases) => ({
    why: `Sedikitnya ${cases} jawaban akhir datang sesudah batas waktu atau belum ada.`,
    question: 'Pekerjaan mana yang selalu terlambat, dan apa yang perlu diubah?',
  }),
  silent: (cases) => ({
    why: `Tidak ada pejabat penghubung yang masuk 30 hari terakhir, padahal ada ${cases} laporan.`,
    question: 'Siapa yang menjawab mulai besok?',
  }),
  reopened: (cases) => ({
    why: `${cases} jawaban dibantah pelapor atau dibuka kembali.`,
    question: 'Apa yang belum selesai di lapangan ketika dijawab?',
  }),
  busy: () => ({
    why: 'Termasuk yang paling banyak menerima laporan.',
    question: 'Apa yang paling sering dilaporkan, dan apa yang sudah dikerjakan agar tidak terulang?',
  }),
  returned: (cases) => ({
    why: `${cases} laporan dikembalikan karena bukan urusannya.`,
    question: 'Uraian tugas mana yang perlu diperjelas agar disposisi tidak salah?',
  }),
};

export const reasonText = ({ reason, cases }: Reason): Words => words[reason](formatNumber(cases));
