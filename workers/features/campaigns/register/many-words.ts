/** What can be done with many placements at once, in words. */
import type { PlainLife } from './life-many.ts';

interface ManyWords {
  title: string;
  /** null = only facts change. */
  life: PlainLife | null;
  submit: string;
  /** After the number of those it was done to. */
  done: string;
  explain: string;
}

export const manyActions = ['rencana', 'cetak', 'turunkan', 'atur'] as const;
export type ManyAction = (typeof manyActions)[number];

export const manyWords: Record<ManyAction, ManyWords> = {
  rencana: {
    title: 'Rencanakan',
    life: 'planned',
    submit: 'Ya, rencanakan',
    done: 'bahan direncanakan.',
    explain: 'Yang belum direncanakan atau sudah diturunkan menjadi direncanakan.',
  },
  cetak: {
    title: 'Tandai tercetak',
    life: 'printed',
    submit: 'Ya, tandai tercetak',
    done: 'bahan ditandai tercetak.',
    explain: 'Hanya yang direncanakan. Tercetak belum berarti terpasang.',
  },
  turunkan: {
    title: 'Turunkan',
    life: 'removed',
    submit: 'Ya, turunkan',
    done: 'bahan diturunkan.',
    explain:
      'Kodenya akan membuka formulir biasa. Yang masih memindainya tetap sampai ke formulir, dan bahan dapat direncanakan lagi.',
  },
  atur: {
    title: 'Ubah program, pemasang, ukuran, desain, atau biaya',
    life: null,
    submit: 'Ya, ubah semuanya',
    done: 'bahan diubah.',
    explain: 'Isian yang dikosongkan tidak mengubah apa pun.',
  },
};
