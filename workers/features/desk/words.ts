/** What the desk calls things: verbs, holders, clocks, actors, marks. Plain official Indonesian. */
import { channelNames } from '../../../shared/lifecycle/channel-names.ts';
import type { Channel } from '../../../shared/lifecycle/states.ts';
import { formatDate, formatDueIn } from '../../../shared/text.ts';
import { anyArea, anyOffice, anyTag } from '../../regency/named.ts';
import type { Regency } from '../../regency/snapshot.ts';

/** What happened, as the heading of an entry. */
export const verbTitles: Record<string, string> = {
  submit: 'Laporan diterima',
  route: 'Didisposisikan oleh sistem',
  suggest: 'Sistem menyarankan instansi',
  verify: 'Diverifikasi',
  release: 'Teks dan foto dilepas untuk OPD',
  dispose: 'Didisposisikan',
  decide_return: 'Pengembalian diputuskan',
  forward: 'Diteruskan ke instansi luar',
  chase: 'Instansi luar ditanyai',
  close_forwarded: 'Hasil dari instansi luar dicatat',
  archive: 'Diarsipkan',
  reopen: 'Dikeluarkan dari arsip',
  merge: 'Digabung dengan laporan lain',
  unmerge: 'Penggabungan dibatalkan',
  merged_in: 'Laporan lain digabung ke sini',
  merged_out: 'Laporan lain dilepas dari sini',
  hold: 'Ditahan untuk verifikator',
  free: 'Dinyatakan bukan pengaduan khusus',
  pass_to_inspectorate: 'Diteruskan ke Inspektorat',
  follow_up: 'Tindak lanjut',
  answer: 'Jawaban akhir',
  propose_answer: 'Jawaban diusulkan',
  approve_answer: 'Jawaban disetujui dan dikirim',
  send_back_answer: 'Usulan jawaban dikembalikan',
  carry_out: 'Pekerjaan terjadwal selesai',
  reschedule: 'Pekerjaan dijadwalkan ulang',
  ask: 'Pertanyaan kepada pelapor',
  return: 'Dikembalikan oleh OPD',
  note: 'Catatan internal',
  reveal: 'Identitas pelapor dibuka',
  record_sp4n: 'Nomor SP4N-LAPOR! dicatat',
  mark_copied: 'Disalin ke SP4N-LAPOR!',
  import_update: 'Diperbarui dari ekspor SP4N-LAPOR!',
  remind: 'Diingatkan lewat WhatsApp',
  tag: 'Label diubah',
  transfer: 'Dialihkan ke instansi penerus',
  audit: 'Diperiksa Inspektorat: sesuai',
  find_fault: 'Temuan Inspektorat: dibuka kembali',
  reply: 'Pesan dari pelapor',
  complete: 'Pelapor melengkapi laporan',
  confirm: 'Pelapor menyatakan selesai',
  contest: 'Pelapor menyatakan keberatan',
  rate: 'Penilaian pelapor',
  withdraw: 'Pelapor mencabut laporan',
  change_contact: 'Pelapor mengubah kontak',
  renew_pin: 'PIN pelapor diperbarui',
  request_erasure: 'Pelapor meminta datanya dihapus',
  decide_erasure: 'Permintaan penghapusan data diputuskan',
  erase: 'Data dihapus',
  settle: 'Selesai otomatis',
  expire: 'Diarsipkan karena tidak dilengkapi',
  inquire: 'Waktunya menanyakan hasil ke instansi luar',
};

/** What was written, by its name in the entry. */
export const wordTitles: Record<string, string> = {
  title: 'Judul',
  text: 'Isi',
  question: 'Pertanyaan',
  reason: 'Alasan',
  note: 'Catatan',
  nextStep: 'Langkah berikutnya',
  said: 'Kata instansi itu',
  budget: 'Sumber anggaran',
  place: 'Tempat',
  answer: 'Tindak lanjut di SP4N-LAPOR!',
  postLink: 'Tautan kiriman media sosial',
};

/** Fields that hold no words, by their name in a form. */
export const fieldTitles: Record<string, string> = {
  office: 'Instansi',
  parent: 'Nomor laporan induk',
  suggestion: 'Instansi yang seharusnya menangani',
  outcome: 'Hasil',
  result: 'Hasil',
  photos: 'Foto',
  file: 'Foto',
  date: 'Tanggal',
  category: 'Kategori atau sebab',
  way: 'Cara menanyakan',
  number: 'Nomor',
  link: 'Alamat',
  sure: 'Centang pernyataan di atas tombol',
  target: 'Penerima pengingat',
  from: 'Instansi lama',
  add: 'Label',
  accused: 'Instansi yang dituduh',
  accusedStaff: 'Petugas yang dituduh',
  copies: 'Tembusan',
  urgent: 'Mendesak',
  confidential: 'Rahasia',
  physical: 'Pekerjaan fisik',
  acceptWarnings: 'Kirim walaupun begitu',
  kind: 'Jenis',
};

const secretDesks: Record<string, string> = {
  '@admin': 'Admin instansi',
  '@verifier': 'Verifikator pengaduan khusus',
  '@inspector': 'Inspektorat',
  '@leader': 'Pimpinan',
  '@sp4n': 'SP4N-LAPOR!',
};

export const channelName = (channel: string): string => channelNames[channel as Channel] ?? channel;

export function officeName(regency: Regency, code: string): string {
  return anyOffice(regency, code)?.name ?? code;
}

/** A label as people read it, also one that left the list. */
export function tagName(regency: Regency, id: string): string {
  return anyTag(regency, id)?.label ?? id;
}

/** An office, or one of the desks that are none. */
export function holderName(regency: Regency, holder: string): string {
  return secretDesks[holder] ?? officeName(regency, holder);
}

/** "Desa Baruga, Kec. Malili"; the kecamatan always stands beside a village, names repeat. */
export function areaName(regency: Regency, code: string | null): string | null {
  const area = anyArea(regency, code);
  if (!area) return null;
  const parent = anyArea(regency, area.parent);
  const level = { kabupaten: '', kecamatan: 'Kecamatan ', desa: 'Desa ', kelurahan: 'Kelurahan ' }[
    area.level
  ];
  const own = `${level}${area.name}`;
  return parent?.level === 'kecamatan' ? `${own}, Kec. ${parent.name}` : own;
}

/** "Jumat, 27 November 2026". @param date local ISO date */
export function dayText(regency: Regency, date: string): string {
  return formatDate(regency.calendar.endOfOffice(date), regency.about.timeZone);
}

/** What stands where the text of a case stood. @param at epoch ms */
export const erasedWords = (regency: Regency, at: number): string =>
  `Isi laporan ini dihapus pada ${formatDate(at, regency.about.timeZone)}. Riwayat, tanggal, dan angkanya tetap.`;

/** Where Kanal promised nothing: the work is done in SP4N-LAPOR!. */
export const NOT_KNOWN = 'tidak tersedia';

/** "Jumat, 27 November 2026". @param due the promise, epoch ms, or null without one */
export const promiseDay = (regency: Regency, due: number | null): string =>
  due === null ? NOT_KNOWN : formatDate(due, regency.about.timeZone);

/** Who acted, without telling who the reporter is. */
export function actorName(actor: string, names: ReadonlyMap<number, string>): string {
  if (actor === 'reporter' || actor === 'public') return 'Pelapor';
  const id = /^staff:(\d+)$/.exec(actor)?.[1];
  if (id) return names.get(Number(id)) ?? 'Petugas';
  return actor.startsWith('key:') ? 'Aplikasi terhubung' : 'Sistem';
}

/**
 * "Lina Penghubung", or "Lina Penghubung a.n. Hasan" where she acted for an absent colleague; of an approved answer also
 * who proposed it.
 */
export function byWords(
  entry: { actor: string; facts: Record<string, unknown> },
  names: ReadonlyMap<number, string>,
) {
  const { onBehalfOf, proposedBy, proposedFor } = entry.facts;
  const whole = (actor: string, whose: unknown) =>
    typeof whose === 'string'
      ? `${actorName(actor, names)} a.n. ${actorName(whose, names)}`
      : actorName(actor, names);
  const by = whole(entry.actor, onBehalfOf);
  return typeof proposedBy === 'string' ? `${by}, diusulkan ${whole(proposedBy, proposedFor)}` : by;
}

/** "terlambat 2 hari kerja", "3 hari kerja lagi". @param due, now epoch ms */
export function dueWords(regency: Regency, due: number, now: number): string {
  return formatDueIn(regency.calendar.workingDaysBetween(now, due), due < now);
}

interface Marked {
  anonymous: boolean;
  releasedAt: number | null;
  confidential: boolean;
  urgent: boolean;
  berkadar: boolean;
  state: string;
  unproven: boolean;
  spam: boolean;
  danger: string | null;
}

export const flags = [
  'urgent',
  'violence',
  'danger',
  'held',
  'berkadar',
  'anonymous',
  'unreleased',
  'confidential',
  'spam',
  'unproven',
] as const;
export type Flag = (typeof flags)[number];

export const flagNames: Record<Flag, string> = {
  urgent: 'mendesak',
  violence: 'kekerasan',
  danger: 'bahaya jiwa',
  held: 'ditahan',
  berkadar: 'berkadar pengawasan',
  anonymous: 'anonim',
  unreleased: 'belum dilepas',
  confidential: 'rahasia',
  spam: 'mungkin spam',
  unproven: 'belum diperiksa dari robot',
};

/** What has to catch the eye first. */
export const alarming: readonly Flag[] = ['urgent', 'violence', 'danger', 'held'];

/** Marks beside the state; the state itself says that a case is held. */
export const besideState = (found: readonly Flag[]): Flag[] => found.filter((flag) => flag !== 'held');

export function flagsOf(row: Marked): Flag[] {
  const set: Record<Flag, boolean> = {
    urgent: row.urgent,
    violence: row.danger === 'kekerasan',
    danger: row.danger === 'jiwa',
    held: row.state === 'held',
    berkadar: row.berkadar,
    anonymous: row.anonymous,
    unreleased: row.anonymous && row.releasedAt === null,
    confidential: row.confidential,
    spam: row.spam,
    unproven: row.unproven,
  };
  return flags.filter((flag) => set[flag]);
}
