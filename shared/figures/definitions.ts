/**
 * Every figure, defined once (domain.md section 5): pages, API, exports, published tables and the meeting's pack all read
 * this table. Pure.
 */
import type { Basis, CountName, Counts } from './counts.ts';

/** A share keeps both its numbers, so that few cases can be told as an interval (shared/interval.ts). */
export type Value =
  | { kind: 'count'; n: number }
  | { kind: 'share'; hits: number; of: number }
  | { kind: 'mean'; sum: number; of: number };

export interface Definition {
  id: FigureId;
  /** As a heading. */
  name: string;
  /** In words: what is counted, and by what it is divided. */
  formula: string;
  unit: 'laporan' | 'persen' | 'hari' | 'hari kerja' | 'nilai' | 'unggahan';
  basis: Basis;
  /** Who says that it is measured so. */
  source: string;
  leavesOut: string;
  /** Which way is the good one; null = neither, as with reports: few are not good news. */
  better: 'high' | 'low' | null;
  value: (counts: Counts) => Value;
  /** Cases that stand behind it: any of these counts is not 0. Empty = nobody may list them. */
  behind: readonly CountName[];
}

export const figureIds = [
  'received',
  'reports',
  'followed_up',
  'settled',
  'carried_out',
  'follow_up_days',
  'follow_up_working_days',
  'disposition_days',
  'answer_days',
  'promise_kept',
  'promise_open',
  'verify_on_time',
  'first_answer_on_time',
  'settle_on_time',
  'misrouted',
  'returns',
  'holding_days',
  'dispositions',
  'sent_back',
  'reopened',
  'confirmed',
  'satisfaction',
  'rated',
  'forwarded',
  'archived',
  'spam',
  'sp4n_numbered',
  'sp4n_copied',
  'oversight',
  'posts_seen',
  'posts_answered',
  'posts_converted',
] as const;
export type FigureId = (typeof figureIds)[number];

const DAY = 86_400_000;

const ACCUSATIONS = 'Pengaduan berkadar pengawasan, yang dihitung tersendiri, dan laporan yang belum dibaca.';
const PLAIN = `${ACCUSATIONS} Spam. Laporan kembar dihitung sekali, pada induknya.`;
const IMPORTED = `${PLAIN} Laporan yang diambil dari ekspor SP4N-LAPOR!: waktunya tidak diketahui.`;
const LAPOR = 'SP4N-LAPOR! (PermenPANRB 5/2025)';
const DUES = `${IMPORTED} Yang waktunya dihentikan (ditarik, diarsipkan, digabung, diteruskan, ditahan) sebelum jatuh tempo.`;
const KANAL = 'Aturan Kanal';

const count =
  (name: CountName) =>
  (counts: Counts): Value => ({ kind: 'count', n: counts[name] });
const share =
  (hits: CountName, of: CountName) =>
  (counts: Counts): Value => ({ kind: 'share', hits: counts[hits], of: counts[of] });
const mean =
  (sum: CountName, of: CountName, unit = 1) =>
  (counts: Counts): Value => ({ kind: 'mean', sum: counts[sum] / unit, of: counts[of] });

type Row = Omit<Definition, 'id'>;

const rows: Record<FigureId, Row> = {
  received: {
    name: 'Laporan masuk',
    formula: 'Banyaknya laporan yang diterima dalam periode.',
    unit: 'laporan',
    basis: 'received',
    source: LAPOR,
    leavesOut: PLAIN,
    better: null,
    value: count('received'),
    behind: ['received'],
  },
  reports: {
    name: 'Laporan dengan yang kembar',
    formula: 'Laporan masuk ditambah laporan yang digabung ke laporan lain.',
    unit: 'laporan',
    basis: 'received',
    source: KANAL,
    leavesOut: `${ACCUSATIONS} Spam.`,
    better: null,
    value: ({ received, merged }) => ({ kind: 'count', n: received + merged }),
    behind: ['received', 'merged'],
  },
  followed_up: {
    name: 'Tindak lanjut',
    formula: '(Proses + selesai) ÷ laporan masuk.',
    unit: 'persen',
    basis: 'received',
    source: LAPOR,
    leavesOut: PLAIN,
    better: 'high',
    value: ({ process, settled, received }) => ({ kind: 'share', hits: process + settled, of: received }),
    behind: ['process', 'settled'],
  },
  settled: {
    name: 'Penyelesaian',
    formula: 'Selesai ÷ laporan masuk. Selesai hanya oleh pelapor, atau sepuluh hari kerja sesudah jawaban.',
    unit: 'persen',
    basis: 'received',
    source: LAPOR,
    leavesOut: PLAIN,
    better: 'high',
    value: share('settled', 'received'),
    behind: ['settled'],
  },
  carried_out: {
    name: 'Dikerjakan',
    formula:
      'Selesai dan sudah dikerjakan ÷ laporan masuk. Yang baru dijelaskan atau dijadwalkan tidak termasuk.',
    unit: 'persen',
    basis: 'received',
    source: KANAL,
    leavesOut: PLAIN,
    better: 'high',
    value: share('carriedOut', 'received'),
    behind: ['carriedOut'],
  },
  follow_up_days: {
    name: 'Laju tindak lanjut',
    formula: 'Rata-rata hari dari disposisi pertama sampai tindak lanjut pertama OPD.',
    unit: 'hari',
    basis: 'received',
    source: 'Laju tindak lanjut KemenPANRB',
    leavesOut: `${IMPORTED} Laporan yang belum ditindaklanjuti.`,
    better: 'low',
    value: mean('followUpMs', 'followUps', DAY),
    behind: ['followUps'],
  },
  follow_up_working_days: {
    name: 'Laju tindak lanjut (hari kerja)',
    formula: 'Rata-rata hari kerja dari disposisi pertama sampai tindak lanjut pertama OPD.',
    unit: 'hari kerja',
    basis: 'received',
    source: KANAL,
    leavesOut: `${IMPORTED} Laporan yang belum ditindaklanjuti.`,
    better: 'low',
    value: mean('followUpDays', 'followUps'),
    behind: ['followUps'],
  },
  disposition_days: {
    name: 'Waktu sampai disposisi',
    formula: 'Rata-rata hari kerja dari laporan diterima sampai disposisi pertama.',
    unit: 'hari kerja',
    basis: 'received',
    source: KANAL,
    leavesOut: `${IMPORTED} Laporan yang belum didisposisikan.`,
    better: 'low',
    value: mean('dispositionDays', 'disposed'),
    behind: ['disposed'],
  },
  answer_days: {
    name: 'Waktu sampai jawaban akhir',
    formula: 'Rata-rata hari kerja dari laporan diterima sampai jawaban akhir yang terakhir.',
    unit: 'hari kerja',
    basis: 'received',
    source: KANAL,
    leavesOut: `${IMPORTED} Laporan yang belum dijawab.`,
    better: 'low',
    value: mean('answerDays', 'answered'),
    behind: ['answered'],
  },
  promise_kept: {
    name: 'Janji ditepati',
    formula: 'Jawaban akhir pertama yang datang tepat waktu ÷ janji yang jatuh tempo dalam periode.',
    unit: 'persen',
    basis: 'due',
    source: 'Janji pada tanda terima (verifikasi + penyelesaian)',
    leavesOut: `${IMPORTED} Yang ditarik atau diarsipkan sebelum jatuh tempo. Janji yang jatuh tempo hari ini atau nanti.`,
    better: 'high',
    value: share('promiseKept', 'promiseDue'),
    behind: ['promiseDue'],
  },
  promise_open: {
    name: 'Lewat janji dan belum dijawab',
    formula: 'Laporan yang janjinya sudah lewat dan sampai sekarang belum mendapat jawaban akhir.',
    unit: 'laporan',
    basis: 'due',
    source: KANAL,
    leavesOut: IMPORTED,
    better: 'low',
    value: count('promiseOpen'),
    behind: ['promiseOpen'],
  },
  verify_on_time: {
    name: 'Verifikasi tepat waktu',
    formula: 'Verifikasi yang selesai pada waktunya ÷ verifikasi yang jatuh tempo dalam periode.',
    unit: 'persen',
    basis: 'due',
    source: 'Batas waktu verifikasi (pengaturan)',
    leavesOut: `${IMPORTED} Yang jatuh tempo hari ini atau nanti.`,
    better: 'high',
    value: share('verifyKept', 'verifyDue'),
    behind: ['verifyDue'],
  },
  first_answer_on_time: {
    name: 'Jawaban awal tepat waktu',
    formula: 'Jawaban awal yang tepat waktu ÷ jawaban awal yang jatuh tempo dalam periode.',
    unit: 'persen',
    basis: 'due',
    source: 'Batas waktu jawaban awal (pengaturan)',
    leavesOut: `${DUES} Disposisi yang dipindahkan ke OPD lain sebelum jatuh tempo.`,
    better: 'high',
    value: share('firstKept', 'firstDue'),
    behind: ['firstDue'],
  },
  settle_on_time: {
    name: 'Penyelesaian tepat waktu',
    formula: 'Jawaban akhir yang tepat waktu menurut jam OPD ÷ jawaban akhir yang jatuh tempo dalam periode.',
    unit: 'persen',
    basis: 'due',
    source: 'Batas waktu penyelesaian (pengaturan)',
    leavesOut: `${DUES} Disposisi yang dipindahkan ke OPD lain sebelum jatuh tempo.`,
    better: 'high',
    value: share('settleKept', 'settleDue'),
    behind: ['settleDue'],
  },
  misrouted: {
    name: 'Salah disposisi',
    formula:
      'Laporan yang pernah dikembalikan OPD, lalu dipindahkan ke OPD lain atau ke luar kabupaten ÷ laporan yang didisposisikan.',
    unit: 'persen',
    basis: 'received',
    source: KANAL,
    leavesOut: IMPORTED,
    better: 'low',
    value: share('misrouted', 'disposed'),
    behind: ['misrouted'],
  },
  returns: {
    name: 'Dikembalikan',
    formula:
      'Banyaknya pengembalian yang diterima admin, menurut OPD yang mengembalikan; satu laporan dapat dikembalikan lebih dari sekali.',
    unit: 'laporan',
    basis: 'received',
    source: KANAL,
    leavesOut: IMPORTED,
    better: 'low',
    value: count('returns'),
    behind: ['returns'],
  },
  holding_days: {
    name: 'Lama sebelum dikembalikan',
    formula: 'Rata-rata hari dari disposisi sampai OPD mengembalikannya.',
    unit: 'hari',
    basis: 'received',
    source: KANAL,
    leavesOut: `${IMPORTED} Pengembalian yang tidak diterima admin.`,
    better: 'low',
    value: mean('holdingMs', 'returns', DAY),
    behind: ['returns'],
  },
  dispositions: {
    name: 'Disposisi',
    formula: 'Banyaknya disposisi ke OPD, menurut siapa yang mengirim; satu laporan dapat lebih dari sekali.',
    unit: 'laporan',
    basis: 'received',
    source: KANAL,
    leavesOut: PLAIN,
    better: null,
    value: count('dispositions'),
    behind: ['dispositions'],
  },
  sent_back: {
    name: 'Disposisi yang dikembalikan',
    formula: 'Disposisi yang dikembalikan OPD dan diterima admin ÷ disposisi, menurut siapa yang mengirim.',
    unit: 'persen',
    basis: 'received',
    source: KANAL,
    leavesOut: PLAIN,
    better: 'low',
    value: share('returns', 'dispositions'),
    behind: ['returns'],
  },
  reopened: {
    name: 'Dibuka kembali',
    formula: 'Laporan yang jawabannya dibantah atau dibuka kembali ÷ laporan yang pernah dijawab.',
    unit: 'persen',
    basis: 'received',
    source: KANAL,
    leavesOut: IMPORTED,
    better: 'low',
    value: share('reopened', 'answered'),
    behind: ['reopened'],
  },
  confirmed: {
    name: 'Dikonfirmasi pelapor',
    formula:
      'Selesai karena pelapor menyatakan selesai ÷ semua yang selesai, juga yang selesai di SP4N-LAPOR!.',
    unit: 'persen',
    basis: 'received',
    source: KANAL,
    leavesOut: PLAIN,
    better: 'high',
    value: share('confirmed', 'settled'),
    behind: ['confirmed'],
  },
  satisfaction: {
    name: 'Kepuasan pelapor (SKM U9)',
    formula: 'Rata-rata nilai 1 sampai 4 dikalikan 25.',
    unit: 'nilai',
    basis: 'received',
    source: 'PermenPANRB 14/2017, unsur U9',
    leavesOut: `${PLAIN} Pelapor yang tidak memberi nilai.`,
    better: 'high',
    value: ({ ratingSum, rated }) => ({ kind: 'mean', sum: ratingSum * 25, of: rated }),
    behind: ['rated'],
  },
  rated: {
    name: 'Memberi nilai',
    formula: 'Pelapor yang memberi nilai ÷ laporan yang pernah dijawab.',
    unit: 'persen',
    basis: 'received',
    source: KANAL,
    leavesOut: PLAIN,
    better: 'high',
    value: share('rated', 'answered'),
    behind: ['rated'],
  },
  forwarded: {
    name: 'Diteruskan ke luar kabupaten',
    formula: 'Laporan yang menjadi urusan instansi di luar kabupaten.',
    unit: 'laporan',
    basis: 'received',
    source: LAPOR,
    leavesOut: PLAIN,
    better: null,
    value: count('forwarded'),
    behind: ['forwarded'],
  },
  archived: {
    name: 'Diarsipkan',
    formula: 'Laporan yang diarsipkan atau ditarik pelapor.',
    unit: 'laporan',
    basis: 'received',
    source: LAPOR,
    leavesOut: PLAIN,
    better: null,
    value: count('archived'),
    behind: ['archived'],
  },
  spam: {
    name: 'Spam',
    formula: 'Laporan yang diarsipkan sebagai spam; tidak termasuk dalam laporan masuk.',
    unit: 'laporan',
    basis: 'received',
    source: KANAL,
    leavesOut: ACCUSATIONS,
    better: null,
    value: count('spam'),
    behind: ['spam'],
  },
  sp4n_numbered: {
    name: 'Tercatat di SP4N-LAPOR!',
    formula: 'Laporan yang punya nomor SP4N-LAPOR! ÷ laporan yang harus tercatat di sana.',
    unit: 'persen',
    basis: 'received',
    source: 'KepmenPANRB 680/2020',
    leavesOut: PLAIN,
    better: 'high',
    value: share('sp4nNumbered', 'sp4nExpected'),
    behind: ['sp4nExpected'],
  },
  sp4n_copied: {
    name: 'Jawaban disalin ke SP4N-LAPOR!',
    formula: 'Jawaban terakhir yang sudah disalin ÷ laporan bernomor SP4N-LAPOR! yang sudah dijawab.',
    unit: 'persen',
    basis: 'received',
    source: 'KepmenPANRB 680/2020',
    leavesOut: PLAIN,
    better: 'high',
    value: share('sp4nCopied', 'sp4nAnswers'),
    behind: ['sp4nAnswers'],
  },
  oversight: {
    name: 'Pengaduan berkadar pengawasan',
    formula: 'Laporan tentang penyalahgunaan wewenang, pungutan liar, korupsi atau disiplin pegawai.',
    unit: 'laporan',
    basis: 'received',
    source: 'PermenPANRB 5/2025',
    leavesOut: 'Tempat, kategori, kanal dan OPD tidak dirinci, agar pelapor tidak dapat ditebak.',
    better: null,
    value: count('received'),
    behind: [],
  },
  posts_seen: {
    name: 'Unggahan media sosial terlihat',
    formula: 'Unggahan berisi keluhan yang dicatat petugas.',
    unit: 'unggahan',
    basis: 'seen',
    source: 'Catatan media sosial',
    leavesOut: 'Unggahan yang tidak dilihat petugas.',
    better: null,
    value: count('seen'),
    behind: [],
  },
  posts_answered: {
    name: 'Unggahan dijawab',
    formula: 'Unggahan yang dijawab atau menjadi laporan ÷ unggahan yang dicatat.',
    unit: 'persen',
    basis: 'seen',
    source: 'Catatan media sosial',
    leavesOut: 'Unggahan yang tidak dilihat petugas.',
    better: 'high',
    value: ({ postAnswered, converted, seen }) => ({
      kind: 'share',
      hits: postAnswered + converted,
      of: seen,
    }),
    behind: [],
  },
  posts_converted: {
    name: 'Unggahan menjadi laporan',
    formula: 'Unggahan yang dijadikan laporan ÷ unggahan yang dicatat.',
    unit: 'persen',
    basis: 'seen',
    source: 'Catatan media sosial',
    leavesOut: 'Unggahan yang tidak dilihat petugas.',
    better: 'high',
    value: share('converted', 'seen'),
    behind: [],
  },
};

export const definitions: readonly Definition[] = figureIds.map((id) => ({ id, ...rows[id] }));

export const definitionOf = (id: FigureId): Definition => ({ id, ...rows[id] });

export function isFigureId(text: string): text is FigureId {
  return (figureIds as readonly string[]).includes(text);
}
