/**
 * Notices as the regency sends them. Variables are written {name} and listed in shared/templates.ts; a regency may
 * reword everything else.
 * No notice carries the title or text of a report: a family may share one phone, and an office's mailbox has
 * many readers. Whoever wants to read it signs in, or enters the code and the PIN.
 */
import type { PackTemplate } from '../types.ts';
import { staffTemplates } from './templates-staff.ts';
import { whatsappTemplates } from './templates-whatsapp.ts';

/** Closing lines of every notice to a reporter; SP4N-LAPOR! is the national channel and is always named. */
const close = `

Perkembangan laporan: {link}
Siapkan kode laporan dan PIN Anda. Kami tidak pernah meminta PIN maupun uang.

Hormat kami,
Pengelola pengaduan {regency}

Laporan juga dapat disampaikan melalui SP4N-LAPOR!: lapor.go.id atau SMS 1708.`;

const notice = (id: string, subject: string, body: string): PackTemplate => ({
  id,
  audience: 'reporter',
  subject,
  body: `Yth. Bapak/Ibu Pelapor,\n\n${body}${close}`,
});

/** The same for what may not wait for the office to open. */
const atOnce = (...words: Parameters<typeof notice>): PackTemplate => ({
  ...notice(...words),
  anytime: true,
});

const reporterTemplates: PackTemplate[] = [
  atOnce(
    'receipt',
    'Laporan {code} sudah kami terima',
    'Terima kasih. Laporan Anda sudah kami terima dengan kode {code}. Kami berusaha memberi jawaban akhir paling lambat {due}.\n\nSimpan kode ini bersama PIN yang tampil setelah laporan terkirim.',
  ),
  notice(
    'disposed',
    'Laporan {code} sudah diteruskan ke {office}',
    'Laporan Anda {code} sudah kami teruskan ke {office} untuk ditindaklanjuti. Tanggapan pertama paling lambat {due}.',
  ),
  notice(
    'followed-up',
    'Laporan {code} sedang ditindaklanjuti',
    '{office} sudah memberi tanggapan pertama atas laporan {code}:\n\n{answer}\n\nLangkah berikutnya paling lambat {due}.',
  ),
  notice(
    'question',
    'Laporan {code}: kami perlu keterangan tambahan',
    'Agar laporan {code} dapat ditindaklanjuti, {office} memerlukan keterangan berikut:\n\n{question}\n\nMohon dijawab sebelum {due}. Selama menunggu, batas waktu jawaban kami ikut berhenti. Bila lewat, laporan diarsipkan, dan Anda tetap dapat membukanya kembali dengan menjawab pertanyaan ini.',
  ),
  notice(
    'question-reminder',
    'Laporan {code}: kami masih menunggu keterangan Anda',
    'Kami belum menerima keterangan tambahan untuk laporan {code}. Mohon dijawab sebelum {due} agar laporan dapat dilanjutkan.',
  ),
  notice(
    'answered',
    'Laporan {code} sudah dijawab',
    'Laporan {code} sudah dijawab oleh {office}:\n\n{answer}\n\nBila jawaban ini sudah sesuai, mohon dikonfirmasi. Bila belum, Anda dapat menyatakan keberatan paling lambat {due} dengan menyebutkan alasannya. Tanpa kabar dari Anda, laporan dinyatakan selesai setelah tanggal itu.',
  ),
  notice(
    'carried-out',
    'Laporan {code}: pekerjaan yang dijadwalkan sudah selesai',
    '{office} menyatakan pekerjaan yang dijadwalkan untuk laporan {code} sudah selesai:\n\n{answer}\n\nFotonya dapat dilihat di halaman laporan.',
  ),
  notice(
    'rescheduled',
    'Laporan {code}: tanggal pekerjaannya berubah',
    '{office} mengubah tanggal pekerjaan yang dijadwalkan untuk laporan {code}:\n\n{reason}\n\nTanggal barunya tercantum di halaman laporan.',
  ),
  notice(
    'answer-reminder',
    'Laporan {code}: apakah jawabannya sudah sesuai?',
    'Laporan {code} sudah dijawab oleh {office}, dan kami belum menerima tanggapan Anda. Bila sudah sesuai, mohon dikonfirmasi. Bila belum, Anda dapat menyatakan keberatan paling lambat {due}. Tanpa kabar dari Anda, laporan dinyatakan selesai setelah tanggal itu.',
  ),
  notice(
    'forwarded',
    'Laporan {code} diteruskan ke {office}',
    'Hal yang Anda laporkan dengan kode {code} bukan wewenang pemerintah daerah. Laporan sudah kami teruskan ke {office}. Kami akan menanyakan hasilnya dan mengabari Anda paling lambat {due}.',
  ),
  notice(
    'forwarded-pending',
    'Laporan {code}: kami menanyakan hasilnya ke {office}',
    'Kami belum menerima jawaban dari {office} atas laporan {code}. Admin kami sudah diminta menanyakannya kembali. Begitu ada jawaban, Anda kami kabari; paling lambat {due} kami periksa lagi.',
  ),
  notice(
    'archived',
    'Laporan {code} diarsipkan',
    'Laporan {code} kami arsipkan dengan alasan berikut:\n\n{reason}\n\nBila menurut Anda alasan ini keliru, balaslah melalui halaman laporan. Laporan yang diarsipkan selalu dapat dibuka kembali.',
  ),
  notice(
    'expired',
    'Laporan {code} diarsipkan karena belum dilengkapi',
    'Kami belum menerima keterangan tambahan yang kami minta untuk laporan {code}, sehingga laporan kami arsipkan. Anda tetap dapat membukanya kembali kapan saja: buka halaman laporan, lalu jawab pertanyaan kami.',
  ),
  notice(
    'reopened',
    'Laporan {code} dibuka kembali',
    'Laporan {code} dibuka dan diperiksa kembali. Bila Anda berkeberatan atas jawaban sebelumnya, yang memeriksa petugas lain, bukan petugas yang menjawab. Kami berusaha memberi jawaban baru paling lambat {due}.',
  ),
  notice(
    'merged',
    'Laporan {code} digabung dengan laporan {parent}',
    'Hal yang sama sudah dilaporkan warga lain. Agar ditangani sekaligus, laporan {code} digabung dengan laporan {parent}. Jawaban dan penutupannya juga kami kabarkan kepada Anda. Bila menurut Anda laporan ini berbeda, ajukan keberatan di halaman laporan; laporan Anda lalu ditangani sendiri.',
  ),
  notice(
    'unmerged',
    'Laporan {code} ditangani sendiri lagi',
    'Penggabungan laporan {code} dengan laporan lain dibatalkan. Laporan Anda kami tangani sendiri lagi, dengan janji jawaban yang sama seperti sebelumnya.',
  ),
  notice(
    'parent-answered',
    'Laporan {code}: laporan gabungannya sudah dijawab',
    'Laporan {parent}, tempat laporan Anda {code} digabung, sudah mendapat jawaban akhir. Jawabannya dapat dibaca di halaman laporan Anda. Bila belum menyelesaikan hal yang Anda laporkan, ajukan keberatan di sana.',
  ),
  notice(
    'parent-closed',
    'Laporan {code}: laporan gabungannya ditutup',
    'Laporan {parent}, tempat laporan Anda {code} digabung, sudah ditutup. Bila hal yang Anda laporkan belum selesai, ajukan keberatan di halaman laporan Anda.',
  ),
  {
    id: 'pin-reset',
    audience: 'reporter',
    anytime: true,
    subject: 'Membuat PIN baru untuk laporan {code}',
    body: 'Yth. Bapak/Ibu Pelapor,\n\nAda permintaan PIN baru untuk laporan {code}. Buka tautan ini dalam satu jam, lalu tekan tombol yang tampil:\n\n{link}\n\nPIN lama tetap berlaku sampai Anda menekan tombol itu. Bila bukan Anda yang memintanya, abaikan saja surat ini.\n\nHormat kami,\nPengelola pengaduan {regency}',
  },
  notice(
    'settled',
    'Laporan {code} selesai',
    'Laporan {code} dinyatakan selesai. Terima kasih sudah ikut memperbaiki pelayanan di {regency}. Mohon luangkan satu menit untuk menilai penanganannya di halaman laporan.',
  ),
  notice(
    'erasure-decided',
    'Laporan {code}: permintaan Anda sudah diputuskan',
    'Petugas pelindungan data sudah memutuskan permintaan Anda tentang data pribadi pada laporan {code}. Keputusannya dapat dibaca di halaman laporan.',
  ),
];

export const templates: PackTemplate[] = [...reporterTemplates, ...staffTemplates, ...whatsappTemplates];
