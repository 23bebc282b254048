/** What people call the templates, and what they are told about mistakes. */
import type { PackTemplate } from '../../../shared/regencies/types.ts';
import type { TemplateProblem } from '../../../shared/templates.ts';
import { joinList } from '../../../shared/text.ts';

interface Name {
  name: string;
  /** When it is sent, as a sentence. */
  when: string;
}

const names: Record<string, Name> = {
  receipt: { name: 'Tanda terima', when: 'Segera setelah laporan diterima.' },
  disposed: { name: 'Diteruskan ke OPD', when: 'Saat laporan didisposisikan.' },
  'followed-up': { name: 'Tanggapan pertama', when: 'Saat OPD memberi tanggapan dan langkah berikutnya.' },
  question: { name: 'Permintaan kelengkapan', when: 'Saat OPD atau admin bertanya kepada pelapor.' },
  'question-reminder': {
    name: 'Pengingat kelengkapan',
    when: 'Bila pertanyaan belum dijawab, setelah 3 dan 7 hari kerja.',
  },
  answered: { name: 'Jawaban akhir', when: 'Saat OPD memberi jawaban akhir.' },
  'carried-out': {
    name: 'Pekerjaan terjadwal selesai',
    when: 'Saat OPD menyatakan pekerjaan yang dijadwalkan sudah selesai.',
  },
  rescheduled: { name: 'Dijadwalkan ulang', when: 'Saat tanggal pekerjaan yang dijadwalkan diubah.' },
  forwarded: { name: 'Diteruskan ke instansi luar', when: 'Saat laporan diteruskan ke luar kabupaten.' },
  'forwarded-pending': {
    name: 'Kabar dari instansi luar belum ada',
    when: 'Bila instansi luar belum memberi kabar setelah 10 hari kerja.',
  },
  archived: { name: 'Diarsipkan', when: 'Saat laporan diarsipkan, kecuali iklan.' },
  'answer-reminder': {
    name: 'Pengingat tanggapan atas jawaban',
    when: 'Bila pelapor belum menanggapi jawaban, setelah 5 dan 8 hari kerja.',
  },
  expired: {
    name: 'Diarsipkan karena tidak dilengkapi',
    when: 'Bila pertanyaan tidak dijawab dalam 10 hari kerja.',
  },
  reopened: { name: 'Dibuka kembali', when: 'Saat laporan dikeluarkan dari arsip, atau pelapor keberatan.' },
  merged: { name: 'Digabung', when: 'Saat laporan digabung dengan laporan yang sama.' },
  unmerged: { name: 'Penggabungan dibatalkan', when: 'Saat laporan yang digabung ditangani sendiri lagi.' },
  'parent-answered': {
    name: 'Laporan gabungan dijawab',
    when: 'Kepada pelapor yang laporannya digabung, saat laporan induknya dijawab.',
  },
  'parent-closed': {
    name: 'Laporan gabungan ditutup',
    when: 'Kepada pelapor yang laporannya digabung, saat laporan induknya selesai, dicabut, atau diarsipkan.',
  },
  'pin-reset': { name: 'PIN baru', when: 'Saat pelapor yang lupa PIN meminta yang baru.' },
  settled: { name: 'Selesai', when: 'Saat laporan selesai.' },
  'erasure-decided': {
    name: 'Permintaan penghapusan diputuskan',
    when: 'Saat petugas pelindungan data menjawab permintaan pelapor.',
  },
  'staff-disposed': { name: 'Disposisi baru', when: 'Kepada penghubung OPD saat menerima laporan.' },
  'staff-transferred': {
    name: 'Laporan dari instansi yang dilebur',
    when: 'Kepada penghubung OPD penerus; satu surat untuk semua laporan yang beralih.',
  },
  'staff-reporter-replied': { name: 'Pelapor membalas', when: 'Kepada pemegang laporan.' },
  'staff-contested': { name: 'Pelapor keberatan', when: 'Kepada admin dan OPD yang menjawab.' },
  'staff-returned': { name: 'Dikembalikan OPD', when: 'Kepada admin saat OPD mengembalikan laporan.' },
  'staff-mentioned': { name: 'Disebut rekan', when: 'Kepada rekan yang disebut dalam catatan internal.' },
  'staff-audit-finding': {
    name: 'Temuan Inspektorat',
    when: 'Kepada admin saat audit menemukan kekurangan pada laporan selesai.',
  },
  'staff-answer-sent-back': {
    name: 'Usulan jawaban dikembalikan',
    when: 'Kepada pengusul, saat jawabannya belum disetujui.',
  },
  'staff-withdrawn': { name: 'Dicabut pelapor', when: 'Kepada pemegang laporan.' },
  'staff-held': { name: 'Menunggu verifikator', when: 'Kepada verifikator saat laporan ditahan.' },
  'staff-overdue': { name: 'Lewat batas waktu', when: 'Kepada pemegang laporan saat batas waktu lewat.' },
  'staff-escalated': { name: 'Eskalasi', when: 'Kepada atasan bila laporan tetap belum ditindaklanjuti.' },
  'staff-escalated-berkadar': {
    name: 'Eskalasi pengaduan berkadar',
    when: 'Kepada Inspektur, lalu Bupati: hanya nomor dan lamanya.',
  },
  'staff-promise-late': {
    name: 'Janji kepada pelapor lewat',
    when: 'Kepada admin saat tanggal janji pada tanda terima lewat tanpa jawaban akhir.',
  },
  'staff-action-overdue': {
    name: 'Rencana aksi lewat batas waktu',
    when: 'Kepada penanggung jawab kegiatan saat batas waktunya lewat.',
  },
  'staff-action-escalated': {
    name: 'Eskalasi rencana aksi',
    when: 'Kepada kepala OPD, lalu Sekda dan Asisten, bila kegiatan belum dilaporkan selesai.',
  },
  'staff-forwarded-pending': {
    name: 'Tanyakan hasil ke instansi luar',
    when: 'Kepada admin bila instansi luar belum memberi kabar setelah 10 hari kerja.',
  },
  'staff-erasure-asked': {
    name: 'Permintaan penghapusan data',
    when: 'Kepada petugas pelindungan data saat pelapor meminta datanya dihapus.',
  },
  'staff-erasure-due': {
    name: 'Permintaan penghapusan hampir lewat waktu',
    when: 'Kepada petugas pelindungan data dan admin, sehari sebelum batas 3 × 24 jam.',
  },
  'staff-weekly': {
    name: 'Daftar mingguan',
    when: 'Kepada Bupati pada hari kerja pertama setiap pekan, bila ada yang lewat tujuh hari kerja.',
  },
  'staff-digest': {
    name: 'Ringkasan harian',
    when: 'Setiap pagi pukul 08.00, bila ada yang perlu perhatian.',
  },
  'staff-secret-access': {
    name: 'Akses pengaduan khusus berubah',
    when: 'Kepada para pembaca pengaduan khusus saat admin mengubah akun di antara mereka.',
  },
  'staff-check-due': {
    name: 'Bahan kampanye perlu dicek',
    when: 'Kepada humas sekali sehari pada jam kerja, sepekan sebelum foto pemasangan kedaluwarsa.',
  },
  'staff-meeting': {
    name: 'Undangan rapat evaluasi',
    when: 'Kepada yang diundang dan mempunyai akun, saat undangan rapat evaluasi dikirim.',
  },
  'staff-meeting-moved': {
    name: 'Perubahan rapat evaluasi',
    when: 'Kepada yang sudah menerima undangan, saat waktu atau tempat rapat berubah.',
  },
  'staff-meeting-cancelled': {
    name: 'Pembatalan rapat evaluasi',
    when: 'Kepada yang sudah menerima undangan, saat rapat dibatalkan.',
  },
  'staff-breach-due': {
    name: 'Insiden data pribadi, sehari sebelum batas',
    when: 'Kepada petugas pelindungan data dan admin, 24 jam sebelum batas 3×24 jam.',
  },
  'staff-breach-late': {
    name: 'Insiden data pribadi, lewat batas',
    when: 'Kepada petugas pelindungan data dan admin saat batas 3×24 jam lewat.',
  },
  'staff-invitation': { name: 'Undangan petugas', when: 'Saat admin mengundang petugas.' },
  'staff-password-reset': { name: 'Ganti kata sandi', when: 'Saat petugas meminta tautan kata sandi.' },
  'wa-reminder': {
    name: 'Pengingat lewat WhatsApp',
    when: 'Mengisi pesan saat petugas menekan “Ingatkan lewat WhatsApp”.',
  },
  'wa-hang': {
    name: 'Tautan pemasangan lewat WhatsApp',
    when: 'Mengisi pesan saat petugas kampanye mengirim tautan pemasangan kepada kecamatan.',
  },
};

/** A template that nobody has named yet goes by its subject. */
export function templateName({ id, subject }: Pick<PackTemplate, 'id' | 'subject'>): Name {
  return (Object.hasOwn(names, id) ? names[id] : undefined) ?? { name: subject, when: '' };
}

/** Ids that have a name; a test holds that they exist. */
export const namedTemplates: readonly string[] = Object.keys(names);

export const isWhatsapp = ({ id }: Pick<PackTemplate, 'id'>): boolean => id.startsWith('wa-');

const fieldNames = { subject: 'Perihal', body: 'Isi' };

/** What is wrong by field, as a sentence that says what to do. */
export function problemWords(
  problems: readonly TemplateProblem[],
): Partial<Record<'subject' | 'body', string>> {
  const words: Partial<Record<'subject' | 'body', string>> = {};
  for (const problem of problems) {
    const sentence = sentenceOf(problem);
    const before = words[problem.field];
    words[problem.field] = before === undefined ? sentence : `${before} ${sentence}`;
  }
  return words;
}

function sentenceOf({ field, kind, names: used }: TemplateProblem): string {
  const list = joinList(used.map((name) => `{${name}}`));
  switch (kind) {
    case 'empty':
      return `${fieldNames[field]} wajib diisi.`;
    case 'too_long':
      return `${fieldNames[field]} terlalu panjang; ringkaslah.`;
    case 'line_break':
      return 'Perihal harus satu baris.';
    case 'braces':
      return 'Ada kurung kurawal yang tidak berpasangan atau berisi selain nama isian. Tulis seperti {code}, tanpa spasi.';
    case 'unknown':
      return `Isian ${list} tidak tersedia untuk pesan ini. Pakai yang ada dalam daftar di bawah, atau hapus.`;
    case 'secret':
      return field === 'subject'
        ? `Hapus ${list}: perihal tampil di layar terkunci dan dibaca orang lain.`
        : `Hapus ${list}: pesan kepada petugas tidak memuat isi laporan.`;
    case 'missing':
      return `Isi harus memuat ${list}; tanpanya penerima tidak tahu apa yang dimaksud atau dibuka.`;
  }
}
