/**
 * What a plain reading of an answer finds: gaps of an example that nobody filled, a next step, a date. Pure. None of it
 * forbids an answer; an unfilled gap alone is refused, because the reporter would read a form.
 */
import type { Outcome } from './lifecycle/states.ts';

const GAP = /\[[^[\]]*\p{L}{3}[^[\]]*\]/gu;

/** Places such as "[apa yang sudah dilakukan]" that an example left for the officer, each once. */
export function gapsIn(text: string): string[] {
  return [...new Set(text.match(GAP) ?? [])];
}

const months =
  'jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agu(?:stus)?|agt|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|des(?:ember)?';
const days = 'senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad';

const dates = [
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/,
  /\b\d{4}-\d{2}-\d{2}\b/,
  new RegExp(`\\b(?:\\d{1,2}|bulan|awal|pertengahan|akhir)\\s+(?:${months})\\b`),
  new RegExp(`\\b(?:${months})\\s+\\d{4}\\b`),
  new RegExp(`\\b(?:hari|pada|sejak|mulai)\\s+(?:ini|(?:${days}))\\b`),
  /\b(?:tadi pagi|kemarin|besok|lusa)\b/,
  /\b(?:pekan|minggu|bulan|tahun)\s+(?:ini|depan|lalu|anggaran)\b/,
  /\b(?:dalam|setelah|paling lambat)\s+\d+\s+(?:hari|pekan|minggu|bulan)\b/,
];

/** Does it say when? */
export function hasDate(text: string): boolean {
  const plain = text.toLowerCase();
  return dates.some((date) => date.test(plain));
}

const steps =
  /\b(?:akan|segera|selanjutnya|berikutnya|rencana\w*|direncanakan|dijadwalkan|silakan|silahkan|mohon|hubungi|menghubungi|datang ke|ajukan|mengajukan|pantau|dipantau|memantau|sampaikan|laporkan|tindak lanjut)\b/;

/** Does it say what follows, from the office or for the reporter to do? */
export function hasNextStep(text: string): boolean {
  return steps.test(text.toLowerCase());
}

export const answerWarnings = ['nearly_the_last', 'no_next_step', 'no_date'] as const;
export type AnswerWarning = (typeof answerWarnings)[number];

interface Answer {
  outcome: Outcome;
  text: string;
  nextStep?: string | undefined;
  date?: string | undefined;
}

/** What follows is for what is not done yet: finished work needs no further step, scheduled work has its date. */
const finished: readonly Outcome[] = ['dikerjakan', 'dijadwalkan'];

/** Whether the answer itself leaves the reporter without a next step, or without a date. */
export function plainWarnings({ outcome, text, nextStep = '', date }: Answer): AnswerWarning[] {
  const found: AnswerWarning[] = [];
  if (!finished.includes(outcome) && nextStep === '' && !hasNextStep(text)) found.push('no_next_step');
  if (!(outcome === 'dijadwalkan' && date) && !hasDate(`${text} ${nextStep}`)) found.push('no_date');
  return found;
}

/** As people read them before they send it all the same. */
export const warningSentences: Record<AnswerWarning, string> = {
  nearly_the_last:
    'Jawaban ini hampir sama dengan salah satu jawaban terakhir instansi ini. Pastikan isinya tentang laporan ini.',
  no_next_step:
    'Jawaban ini tidak menyebut langkah berikutnya: apa yang akan terjadi, atau apa yang dapat dilakukan pelapor.',
  no_date: 'Jawaban ini tidak menyebut tanggal atau waktu.',
};
