/** The work that goes on by itself: the sweep, reading, clocks, counting, long jobs, and what queues gave up on. Pure. */
import { formatNumber, joinList } from '../../../shared/text.ts';
import { MINUTE } from '../../platform/clock.ts';
import { type Behind, type Figures, FRESH, MOST, QUEUE_FRESH, type Waiting } from './figures.ts';
import type { JudgeContext, StatusLine } from './judge.ts';
import { fine, howMany, lasting, sentence } from './words.ts';

/** A sweep runs each minute. /health turns red after the longer one. */
const LATE = 3 * MINUTE;
export const SILENT = 15 * MINUTE;
/** What a queue takes up within seconds, and a sweep within a minute or two. */
const STUCK = 10 * MINUTE;

export function judgeWork(figures: Figures, ctx: JudgeContext): StatusLine[] {
  return [
    sweepLine(figures, ctx),
    databaseLine(figures, ctx),
    queueLine(figures, ctx),
    waitingLine(routing, figures.unrouted, ctx),
    waitingLine(clocks, figures.clocks, ctx),
    waitingLine(counting, figures.counting, ctx),
    searchLine(figures, ctx),
    jobsLine(figures),
    lettersLine(figures),
  ];
}

const SWEEP = 'Pemeriksaan tiap menit';

function sweepLine({ notes }: Figures, { now }: JudgeContext): StatusLine {
  const at = notes.sweptAt;
  const age = at === null ? null : now - at;
  if (age !== null && age <= LATE) return fine('sweep', SWEEP, `Terakhir ${lasting(age)} yang lalu.`);
  const silent = age === null || age > SILENT;
  return {
    id: 'sweep',
    title: SWEEP,
    level: silent ? 'trouble' : 'look',
    since: at,
    says:
      age === null
        ? 'Belum pernah selesai.'
        : `Terakhir selesai ${lasting(age)} yang lalu; seharusnya tiap menit.`,
    means:
      'Pengingat, batas waktu, dan pekerjaan yang tertinggal menunggu pemeriksaan berikutnya. Laporan warga tetap diterima dan tidak ada yang hilang.',
    todo: silent
      ? 'Di server sendiri: jalankan ulang Kanal. Di Cloudflare: lihat catatan (log) Worker dan halaman status Cloudflare.'
      : 'Tunggu beberapa menit. Bila bertambah lama, beri tahu pengelola server.',
  };
}

const DATABASE = 'Basis data';

/** Parts of sweeps that fail here and there: the database answers most of the time. */
function databaseLine({ notes }: Figures, { now }: JudgeContext): StatusLine {
  const times = (notes.unfinished?.at ?? []).filter((at) => now - at <= FRESH && at <= now);
  if (times.length === 0) return fine('database', DATABASE, 'Menjawab.');
  const parts = joinList(notes.unfinished?.parts ?? []);
  return {
    id: 'database',
    title: DATABASE,
    level: times.length > 2 ? 'trouble' : 'look',
    since: times[0] ?? null,
    says: `Dalam setengah jam ini ${formatNumber(times.length)} pemeriksaan tidak selesai karena ada yang tidak menjawab (terakhir pada bagian: ${parts}).`,
    means:
      'Sebagian halaman dan pengiriman dapat gagal dan perlu diulang. Yang sudah diberi tanda terima tersimpan; pekerjaan yang gagal diulang sendiri.',
    todo: 'Bila berlanjut lebih dari satu jam: periksa disk server sendiri, atau halaman status Cloudflare.',
  };
}

const QUEUE = 'Antrean pekerjaan';

function queueLine({ notes: { foundAgain } }: Figures, { now }: JudgeContext): StatusLine {
  if (!foundAgain || now - foundAgain.last > QUEUE_FRESH || foundAgain.last > now)
    return fine('queue', QUEUE, 'Pesan antrean sampai.');
  return {
    id: 'queue',
    title: QUEUE,
    level: 'look',
    since: foundAgain.since,
    says: `Pesan antrean hilang atau terlambat: ${howMany(foundAgain.count, Number.MAX_SAFE_INTEGER)} kali pekerjaan harus diingatkan lagi, terakhir ${lasting(now - foundAgain.last)} yang lalu.`,
    means:
      'Pembacaan laporan dan surat terlambat beberapa menit. Tidak ada yang hilang: pemeriksaan tiap menit menemukannya lagi.',
    todo: 'Tidak perlu apa-apa bila berhenti sendiri. Bila berlangsung berjam-jam, lihat status Cloudflare Queues, atau jalankan ulang Kanal di server sendiri.',
  };
}

interface Kind {
  id: string;
  title: string;
  none: string;
  waits: string;
  means: string;
  /** When it waits too long. */
  level: 'look' | 'trouble';
}

const routing: Kind = {
  id: 'routing',
  title: 'Pembacaan laporan baru',
  none: 'Semua laporan sudah dibaca sistem.',
  waits: 'laporan belum dibaca sistem',
  level: 'trouble',
  means: 'Laporan itu tersimpan, tetapi belum terlihat oleh petugas mana pun.',
};
const clocks: Kind = {
  id: 'clocks',
  title: 'Pengingat dan batas waktu',
  none: 'Tidak ada batas waktu yang terlewat tanpa diberitahukan.',
  waits: 'batas waktu sudah lewat dan belum diproses',
  level: 'trouble',
  means: 'Pengingat dan eskalasi terlambat dikirim. Batas waktunya sendiri tetap benar.',
};
const counting: Kind = {
  id: 'counting',
  title: 'Hitungan angka evaluasi dan papan QR',
  none: 'Angka sudah mutakhir.',
  waits: 'perubahan belum dihitung',
  level: 'look',
  means:
    'Angka evaluasi dan kampanye tertinggal, dan dapat terlalu rendah. Hitungannya menyusul sendiri dan tidak ada yang terhitung dua kali.',
};

function waitingLine(kind: Kind, waits: Waiting | Behind, { now }: JudgeContext): StatusLine {
  const { id, title } = kind;
  const { count, since } = waits;
  if (since === null) return fine(id, title, kind.none);
  const age = now - since;
  const reached = 'reached' in waits ? ` Sudah sampai ${formatNumber(waits.reached)} %.` : '';
  const says = `${sentence(howMany(count, MOST))} ${kind.waits}; yang terlama ${lasting(age)}.${reached}`;
  if (age <= STUCK) return fine(id, title, says);
  return {
    ...{ id, title, since, says },
    level: kind.level,
    means: kind.means,
    todo: 'Periksa baris antrean dan basis data di halaman ini. Bila keduanya baik, jalankan ulang Kanal di server sendiri, atau lihat catatan Worker di Cloudflare.',
  };
}

const SEARCH = 'Pencarian';

function searchLine({ search }: Figures, ctx: JudgeContext): StatusLine {
  if (search) {
    return waitingLine(
      {
        id: 'search',
        title: SEARCH,
        none: 'Semua laporan dapat dicari.',
        waits: 'perubahan belum masuk pencarian',
        level: 'look',
        means:
          'Laporan terbaru belum dapat ditemukan dengan kata; daftar dan nomor laporan tetap dapat dipakai.',
      },
      search,
      ctx,
    );
  }
  return {
    id: 'search',
    title: SEARCH,
    level: 'trouble',
    since: null,
    says: 'Basis data pencarian tidak menjawab.',
    means: 'Mencari dengan kata tidak dapat dipakai. Daftar, laporan, dan jawaban tetap berjalan.',
    todo: 'Periksa basis data SEARCH. Bila rusak, indeks dapat dibuat ulang (docs/search.md).',
  };
}

const jobNames: Record<string, string> = {
  import: 'impor SP4N-LAPOR!',
  bulk: 'tindakan massal',
  retention: 'masa simpan data',
  suggest: 'saran instansi',
  keys: 'penggantian kunci',
  print: 'paket cetak',
  pack: 'paket rapat dan bukti',
};

function jobsLine({ jobs }: Figures): StatusLine {
  const kinds = Object.entries(jobs).map(
    ([kind, count]) => `${jobNames[kind] ?? kind} (${formatNumber(count)})`,
  );
  return fine(
    'jobs',
    'Pekerjaan panjang',
    kinds.length === 0 ? 'Tidak ada yang berjalan.' : `Sedang berjalan: ${joinList(kinds)}.`,
  );
}

/** What each queue carries, for people. */
export const queueNames: Record<string, string> = {
  routing: 'Disposisi otomatis',
  delivery: 'Pemberitahuan',
  clocks: 'Pengingat dan eskalasi',
  counting: 'Hitungan angka, papan QR, dan pencarian',
  jobs: 'Pekerjaan panjang',
};

function lettersLine({ deadLetters: { count, since, queues } }: Figures): StatusLine {
  const title = 'Pekerjaan yang berkali-kali gagal';
  if (since === null) return fine('dead_letters', title, 'Tidak ada.');
  return {
    id: 'dead_letters',
    title,
    level: 'trouble',
    since,
    says: `${sentence(howMany(count, MOST))} pesan disisihkan: ${joinList(queues.map((queue) => queueNames[queue] ?? 'tidak dikenal'))}.`,
    means: 'Isinya tidak hilang. Kanal mengirimnya ulang sendiri setiap setengah jam.',
    todo: 'Bila baris lain menunjukkan penyebabnya, perbaiki. Yang tidak dikenal, atau yang mendesak, kirim ulang sendiri.',
    link: { path: '/desk/antrean', label: 'Lihat dan kirim ulang' },
  };
}
