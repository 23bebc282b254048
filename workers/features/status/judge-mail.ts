/** What leaves by mail: what waits, what did not arrive, and what nobody knows of. Pure. */
import { MINUTE } from '../../platform/clock.ts';
import { type ByReason, type Figures, MOST } from './figures.ts';
import type { JudgeContext, StatusLine } from './judge.ts';
import { fine, howMany, lasting, sentence } from './words.ts';

/** Notices leave within seconds of their time. */
const STUCK = 10 * MINUTE;
/** Ordinary servers ask to wait for some minutes now and then. */
const PATIENT = 15 * MINUTE;
const LOG = { path: '/desk/kiriman', label: 'Surat yang belum sampai' };

export function judgeMail(figures: Figures, ctx: JudgeContext): StatusLine[] {
  return [waitingLine(figures, ctx), retriedLine(figures, ctx), failedLine(figures), uncertainLine(figures)];
}

function waitingLine({ mail }: Figures, { now }: JudgeContext): StatusLine {
  const title = 'Surat menunggu dikirim';
  if (mail.since === null) return fine('mail', title, 'Tidak ada yang terlambat.');
  const age = now - mail.since;
  if (age <= STUCK) return fine('mail', title, 'Sedang dikirim.');
  return {
    ...{ id: 'mail', title, level: 'trouble', since: mail.since },
    says: `${sentence(howMany(mail.count, MOST))} surat seharusnya sudah dikirim; yang terlama ${lasting(age)} yang lalu.`,
    means:
      'Pelapor dan petugas terlambat diberi tahu. Surat dikirim begitu antrean berjalan lagi, masing-masing satu kali.',
    todo: 'Periksa baris antrean dan basis data di halaman ini.',
  };
}

/** Our own words about the way out, without what only says that it is tried again. */
const reasonsOf = ({ reasons }: ByReason) =>
  [...new Set(reasons.map((reason) => reason.replace(/^(Dicoba lagi|Gagal terkirim): /, '')))].join('; ');

function retriedLine({ retried }: Figures, { now }: JudgeContext): StatusLine {
  const title = 'Server surat';
  if (retried.since === null) return fine('mail_server', title, 'Menerima surat.');
  const age = now - retried.since;
  const long = age > PATIENT;
  return {
    ...{ id: 'mail_server', title, level: long ? 'trouble' : 'look', since: retried.since },
    says: `${sentence(howMany(retried.count, MOST))} surat berulang kali belum diterima: ${reasonsOf(retried)}.`,
    means:
      'Surat itu disimpan dan dicoba lagi sendiri, sekurang-kurangnya tiga hari. Sampai saat itu pelapor dan petugas belum diberi tahu lewat surat; laporan tetap dapat dilacak dan dikerjakan.',
    todo: 'Hubungi pengelola server surat; periksa alamat, nama, dan kata sandinya (SMTP_URL).',
    link: { path: `${LOG.path}?daftar=menunggu`, label: 'Surat yang menunggu' },
  };
}

/** After three days of trying; a single wrong address is refused at once, and is no trouble of Kanal's. */
const gaveUp = (reason: string) => reason.startsWith('Gagal terkirim');

function failedLine({ failed }: Figures): StatusLine {
  const title = 'Surat yang gagal';
  if (failed.since === null) return fine('mail_failed', title, 'Tidak ada dalam tujuh hari ini.');
  return {
    ...{ id: 'mail_failed', title, since: failed.since },
    level: failed.reasons.some(gaveUp) ? 'trouble' : 'look',
    says: `${sentence(howMany(failed.count, MOST))} surat gagal dalam tujuh hari ini: ${reasonsOf(failed)}.`,
    means: 'Penerimanya tidak diberi tahu. Pelapor masih dapat melihat semuanya dengan kode dan PIN.',
    todo: 'Bila penyebabnya sudah diperbaiki, kirim lagi. Alamat yang tidak dikenal tidak perlu dikirim lagi.',
    link: LOG,
  };
}

function uncertainLine({ uncertain }: Figures): StatusLine {
  const title = 'Surat yang tidak pasti sampai';
  if (uncertain.since === null) return fine('mail_uncertain', title, 'Tidak ada dalam tujuh hari ini.');
  return {
    ...{ id: 'mail_uncertain', title, level: 'look', since: uncertain.since },
    says: `${sentence(howMany(uncertain.count, MOST))} surat sudah diserahkan tanpa jawaban dari server surat.`,
    means:
      'Mungkin sudah sampai. Kanal tidak mengirimnya lagi sendiri, supaya tidak ada yang menerima dua kali.',
    todo: 'Tanyakan kepada pengelola server surat, atau kirim lagi bila penerima menunggu.',
    link: LOG,
  };
}
