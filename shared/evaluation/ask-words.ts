/** How a reason to ask an office is said, and what it is asked. Pure. */
import type { AskReason, Reason } from './offices-to-ask.ts';

interface Words {
  /** What was found, a sentence. */
  why: string;
  /** What the chair asks. */
  question: string;
}

const words: Record<AskReason, Words> = {
  overdue: {
    why: 'Lima laporan atau lebih sudah lewat janji dan belum dijawab.',
    question: 'Apa hambatannya, dan kapan masing-masing dijawab?',
  },
  unanswered: {
    why: 'Lima laporan atau lebih lewat batas dan belum mendapat jawaban awal.',
    question: 'Siapa yang memeriksa laporan baru setiap hari, dan siapa penggantinya?',
  },
  late: {
    why: 'Lima jawaban akhir atau lebih datang sesudah batas waktu atau belum ada.',
    question: 'Pekerjaan mana yang selalu terlambat, dan apa yang perlu diubah?',
  },
  silent: {
    why: 'Tidak ada pejabat penghubung yang masuk 30 hari terakhir, padahal ada lima laporan atau lebih.',
    question: 'Siapa yang menjawab mulai besok?',
  },
  reopened: {
    why: 'Lima jawaban atau lebih dibantah pelapor atau dibuka kembali.',
    question: 'Apa yang belum selesai di lapangan ketika dijawab?',
  },
  busy: {
    why: 'Termasuk yang paling banyak menerima laporan.',
    question: 'Apa yang paling sering dilaporkan, dan apa yang sudah dikerjakan agar tidak terulang?',
  },
  returned: {
    why: 'Lima laporan atau lebih dikembalikan karena bukan urusannya.',
    question: 'Uraian tugas mana yang perlu diperjelas agar disposisi tidak salah?',
  },
};

/** Never how many: beside the whole, the number of one office tells the small ones of others. */
export const reasonText = ({ reason }: Pick<Reason, 'reason'>): Words => words[reason];
