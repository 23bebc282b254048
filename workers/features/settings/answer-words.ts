/** What people are told about mistakes in an example of an answer. */
import type { AnswerProblem } from '../../../shared/answers.ts';
import type { PackAnswer } from '../../../shared/regencies/types.ts';
import { joinList } from '../../../shared/text.ts';

export const answerFieldNames: Record<AnswerProblem['field'], string> = {
  label: 'Nama contoh',
  text: 'Naskah',
  nextStep: 'Langkah berikutnya',
};

/** For which form it is. */
export const answerVerbNames: Record<PackAnswer['verb'], string> = {
  follow_up: 'Tanggapan dan langkah berikutnya',
  answer: 'Jawaban akhir',
  ask: 'Pertanyaan kepada pelapor',
  return: 'Pengembalian ke admin',
  forward: 'Penerusan ke instansi luar',
  close_forwarded: 'Hasil dari instansi luar',
};

/** What is wrong by field, as sentences that say what to do. */
export function answerProblemWords(
  problems: readonly AnswerProblem[],
): Partial<Record<AnswerProblem['field'], string>> {
  const words: Partial<Record<AnswerProblem['field'], string>> = {};
  for (const problem of problems)
    words[problem.field] = [words[problem.field], sentenceOf(problem)].filter(Boolean).join(' ');
  return words;
}

function sentenceOf({ field, kind, names }: AnswerProblem): string {
  switch (kind) {
    case 'empty':
      return `${answerFieldNames[field]} wajib diisi.`;
    case 'too_long':
      return `${answerFieldNames[field]} terlalu panjang; ringkaslah.`;
    case 'braces':
      return 'Ada kurung kurawal yang tidak berpasangan atau berisi selain nama isian. Tulis seperti {kode}, tanpa spasi.';
    case 'unknown':
      return `Isian ${joinList(names.map((name) => `{${name}}`))} tidak tersedia. Pakai yang ada dalam daftar di bawah, atau hapus.`;
    case 'brackets':
      return 'Ada kurung siku yang tidak berpasangan atau isinya kurang dari tiga huruf. Tulis seperti [apa yang sudah dilakukan].';
    case 'no_gap':
      return 'Sisakan paling sedikit satu bagian dalam [kurung siku] untuk diisi petugas; tanpa itu semua pelapor mendapat jawaban yang sama.';
  }
}
