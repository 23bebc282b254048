/** Steps of a piece of material as people take them on its page. */
import type { Life } from '../../../../shared/campaign.ts';

interface StepWords {
  button: string;
  submit: string;
  hint?: string;
  /** What the page says afterwards. */
  done: string;
  danger?: boolean;
}

export const stepWords: Record<Life, StepWords> = {
  idle: {
    button: 'Batalkan rencana',
    submit: 'Ya, batalkan rencana',
    hint: 'Tempat ini kembali tanpa rencana. Kodenya tetap membuka formulir.',
    done: 'Sekarang tanpa rencana. Kodenya membuka formulir.',
  },
  planned: {
    button: 'Rencanakan',
    submit: 'Rencanakan bahan ini',
    done: 'Bahan direncanakan.',
  },
  printed: {
    button: 'Tandai tercetak',
    submit: 'Ya, sudah tercetak',
    hint: 'Tercetak belum berarti terpasang.',
    done: 'Bahan ditandai tercetak.',
  },
  hung: {
    button: 'Sudah dipasang',
    submit: 'Simpan foto pemasangan',
    hint: 'Ambil foto bahan di tempatnya, bersama sekelilingnya. Hindari wajah orang.',
    done: 'Pemasangan tersimpan.',
  },
  checked: {
    button: 'Sudah dicek',
    submit: 'Simpan foto pengecekan',
    hint: 'Ambil foto yang baru; foto yang sama tidak diterima dua kali.',
    done: 'Pengecekan tersimpan.',
  },
  damaged: {
    button: 'Rusak',
    submit: 'Ya, catat rusak',
    hint: 'Tidak lagi dihitung terpasang sampai ada foto baru.',
    done: 'Dicatat rusak.',
  },
  gone: {
    button: 'Hilang',
    submit: 'Ya, catat hilang',
    hint: 'Tidak lagi dihitung terpasang sampai ada foto baru.',
    done: 'Dicatat hilang.',
  },
  replaced: {
    button: 'Ganti',
    submit: 'Ya, ganti dengan yang baru',
    hint: 'Penggantinya mendapat kode QR baru dan mulai dari rencana. Kode yang lama membuka formulir biasa.',
    done: 'Bahan diganti. Ini penggantinya; cetak dengan kode yang baru.',
    danger: true,
  },
  removed: {
    button: 'Turunkan',
    submit: 'Ya, turunkan papan ini',
    hint: 'Orang yang masih memindainya tetap sampai ke formulir. Dapat direncanakan lagi kapan saja.',
    done: 'Bahan diturunkan. Kodenya sekarang membuka formulir biasa, tanpa dihitung untuk papan ini.',
    danger: true,
  },
};

/** Of what was printed: the sheet was spoilt, or the design has changed. */
const printAgain: Omit<StepWords, 'done'> = {
  button: 'Cetak ulang',
  submit: 'Ya, kembalikan ke rencana',
  hint: 'Bahan kembali direncanakan dengan kode yang sama, dan ikut paket cetak berikutnya.',
};

/** Of what was taken down. */
const useAgain: Omit<StepWords, 'done'> = {
  button: 'Pakai kodenya lagi',
  submit: 'Ya, pakai lagi',
  hint: 'Kodenya membuka formulir dan dihitung lagi, tanpa rencana bahan.',
};

/** The words of a step from where the piece is now. */
export function wordsOf(from: Life, to: Life): Omit<StepWords, 'done'> {
  if (from === 'printed' && to === 'planned') return printAgain;
  return from === 'removed' && to === 'idle' ? useAgain : stepWords[to];
}

/** What else the page says. */
export const done = {
  urung: 'Langkah terakhir dibatalkan.',
  ubah: 'Perubahan tersimpan.',
  tambah: 'Tempat ditambahkan dan direncanakan.',
} as const;
