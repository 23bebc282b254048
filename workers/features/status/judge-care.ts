/** What has to be kept: room, copies, erasures, settings, and which program this is. Pure. */
import { formatNumber, joinList } from '../../../shared/text.ts';
import { DAY, HOUR } from '../../platform/clock.ts';
import { VERSION } from '../../platform/version.ts';
import { troubleWords } from '../../privacy/key-words.ts';
import type { Figures } from './figures.ts';
import type { JudgeContext, StatusLine } from './judge.ts';
import { fine, lasting, sizeWords } from './words.ts';

const GB = 1e9;
/** A D1 database holds 10 GB; on a machine of one's own the disk is what ends first. */
const FULL = 10 * GB;
/** Of a machine's disk: below the first it has to be looked at, below the second nothing may be written soon. */
const LITTLE = { look: 0.15, trouble: 0.05 };
/** A copy is made every night. */
const OLD = { look: 2 * DAY, trouble: 7 * DAY };

export function judgeCare(figures: Figures, ctx: JudgeContext): StatusLine[] {
  return [
    databaseSize(figures),
    filesLine(figures, ctx),
    ...diskLine(figures),
    backupLine(figures, ctx),
    erasureLine(figures, ctx),
    keysLine(figures),
    packLine(figures),
    fine('version', 'Versi', `Kanal ${VERSION}; pengaturan versi ${formatNumber(figures.settings)}.`),
  ];
}

function databaseSize({ database, searchDatabase }: Figures): StatusLine {
  const title = 'Ruang basis data';
  const says = `${sizeWords(database ?? 0)}, dan ${sizeWords(searchDatabase ?? 0)} untuk pencarian.`;
  const most = Math.max(database ?? 0, searchDatabase ?? 0);
  if (most < 0.7 * FULL) return fine('database_size', title, says);
  return {
    ...{ id: 'database_size', title, since: null, says },
    level: most < 0.9 * FULL ? 'look' : 'trouble',
    means: 'Basis data di Cloudflare menampung 10 GB. Bila penuh, laporan baru tidak dapat disimpan.',
    todo: 'Rencanakan pemindahan: periksa masa simpan data, atau mulai tahun baru dengan basis data baru.',
  };
}

function filesLine({ notes: { files } }: Figures, { now }: JudgeContext): StatusLine {
  return fine(
    'files',
    'Foto dan berkas',
    files
      ? `${formatNumber(files.count)} berkas, ${sizeWords(files.bytes)} (dihitung ${lasting(now - files.at)} yang lalu).`
      : 'Sedang dihitung; sekali sehari.',
  );
}

/** Only a machine of one's own has a disk that Kanal can see. */
function diskLine({ notes: { disk } }: Figures): StatusLine[] {
  if (!disk) return [];
  const title = 'Disk server';
  const left = disk.free / disk.size;
  const says = `${sizeWords(disk.free)} kosong dari ${sizeWords(disk.size)}.`;
  if (left >= LITTLE.look) return [fine('disk', title, says)];
  return [
    {
      ...{ id: 'disk', title, since: null, says },
      level: left >= LITTLE.trouble ? 'look' : 'trouble',
      means: 'Bila disk penuh, laporan dan foto tidak dapat disimpan.',
      todo: 'Kosongkan atau perbesar disk. Cadangan lama dipindahkan ke tempat lain.',
    },
  ];
}

function backupLine({ notes: { backupAt }, firstAt }: Figures, { now, demo }: JudgeContext): StatusLine {
  const title = 'Cadangan data';
  if (backupAt !== null && now - backupAt <= OLD.look)
    return fine('backup', title, `Terakhir ${lasting(now - backupAt)} yang lalu.`);
  const age = backupAt === null ? now - (firstAt ?? now) : now - backupAt;
  return {
    ...{ id: 'backup', title, since: backupAt },
    level: age > OLD.trouble && !demo ? 'trouble' : 'look',
    says: backupAt === null ? 'Belum pernah.' : `Terakhir ${lasting(now - backupAt)} yang lalu.`,
    means: 'Bila server rusak, semua yang masuk sesudah cadangan terakhir hilang.',
    todo: 'Pasang cadangan tiap malam ke mesin lain (docs/operations.md), dan coba memulihkannya.',
  };
}

function erasureLine({ erasureUnlogged: since }: Figures, { now }: JudgeContext): StatusLine {
  const title = 'Catatan penghapusan data pribadi';
  if (since === null || now - since <= HOUR) return fine('erasure_log', title, 'Lengkap.');
  return {
    ...{ id: 'erasure_log', title, level: 'trouble', since },
    says: `Ada penghapusan yang ${lasting(now - since)} belum tersalin ke penyimpanan berkas.`,
    means: 'Bila cadangan lama dipulihkan sekarang, data yang sudah dihapus dapat kembali.',
    todo: 'Jangan memulihkan cadangan sebelum ini baik. Periksa penyimpanan berkas (R2 atau disk).',
  };
}

function keysLine({ keys }: Figures): StatusLine {
  const title = 'Kunci data pribadi';
  if (keys.length === 0) return fine('keys', title, 'Cocok dengan data.');
  return {
    ...{ id: 'keys', title, level: 'trouble', since: null },
    says: 'Kanal tidak memakai kunci yang dipakai data.',
    means:
      'Nama, isi laporan, dan kontak yang disegel dengan kunci itu tidak dapat dibaca, dan laporan baru dapat tertolak. Datanya sendiri tidak rusak.',
    todo: keys.map((trouble) => troubleWords(trouble, 'id')).join(' '),
  };
}

function packLine({ conflicts }: Figures): StatusLine {
  const title = 'Pengaturan bawaan';
  if (conflicts.length === 0) return fine('pack', title, 'Tidak ada perbedaan yang belum diputuskan.');
  return {
    ...{ id: 'pack', title, level: 'look', since: null },
    says: `Berbeda dari paket baru dan belum diputuskan: ${joinList(conflicts.slice(0, 5))}${conflicts.length > 5 ? ', dan lainnya' : ''}.`,
    means: 'Yang berlaku adalah yang diubah petugas di sini; pembaruan dari paket belum dipakai.',
    todo: 'Putuskan mana yang dipakai.',
    link: { path: '/desk/pengaturan/benturan', label: 'Lihat dan putuskan' },
  };
}
