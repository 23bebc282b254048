/**
 * Notices to officers: code, time limit and link, never the text of a report (domain.md section 1: mailboxes and
 * phones have more readers than the case has). Variables are listed in `shared/templates.ts`.
 */
import type { PackTemplate } from '../types.ts';

const close = `

Buka: {link}

Pengelola pengaduan {regency}
Isi laporan hanya dapat dibaca setelah masuk ke Kanal.`;

const notice = (id: string, subject: string, body: string): PackTemplate => ({
  id: `staff-${id}`,
  audience: 'staff',
  subject,
  body: `Yth. Bapak/Ibu,\n\n${body}${close}`,
});

/** The same for what may not wait for the office to open. */
const atOnce = (...words: Parameters<typeof notice>): PackTemplate => ({
  ...notice(...words),
  anytime: true,
});

export const staffTemplates: PackTemplate[] = [
  notice(
    'disposed',
    'Disposisi baru {code} untuk {office}',
    'Laporan {code} didisposisikan ke {office}. Mohon ditindaklanjuti; batas waktunya {due}. Bila bukan urusan {office}, mohon dikembalikan dalam satu hari kerja dengan menyebut penerima yang tepat.',
  ),
  notice(
    'transferred',
    '{count} laporan beralih ke {office}',
    'Karena tugas instansi sebelumnya dialihkan, {count} laporan sekarang ditangani {office}. Batas waktunya tetap berjalan seperti semula; mohon diperiksa di kotak masuk.',
  ),
  notice(
    'reporter-replied',
    'Pelapor membalas laporan {code}',
    'Pelapor menambahkan keterangan pada laporan {code}. Mohon dibaca dan ditindaklanjuti. Batas waktu tetap {due}.',
  ),
  notice(
    'contested',
    'Pelapor berkeberatan atas jawaban laporan {code}',
    'Pelapor belum menerima jawaban {office} atas laporan {code}. Laporan dibuka kembali dan diputuskan oleh petugas lain. Batas waktu baru {due}.',
  ),
  notice(
    'audit-finding',
    'Temuan Inspektorat pada laporan {code}',
    'Inspektorat memeriksa laporan {code} yang sudah selesai dan mencatat temuan. Laporan dibuka kembali; mohon diverifikasi lagi. Batas waktunya {due}.',
  ),
  notice(
    'returned',
    'Laporan {code} dikembalikan oleh {office}',
    '{office} mengembalikan laporan {code} dan mengusulkan penerima lain. Mohon diputuskan; batas waktunya {due}.',
  ),
  notice(
    'mentioned',
    'Rekan menyebut Anda pada laporan {code}',
    'Seorang rekan menyebut Anda dalam catatan internal pada laporan {code}. Buka laporannya untuk membaca catatan itu.',
  ),
  notice(
    'answer-sent-back',
    'Usulan jawaban laporan {code} dikembalikan',
    'Usulan jawaban Anda untuk laporan {code} dikembalikan agar diperbaiki. Alasannya ada di laporan, dan tulisan Anda masih tersimpan di sana. Batas waktu tetap {due}.',
  ),
  notice(
    'withdrawn',
    'Pelapor mencabut laporan {code}',
    'Pelapor mencabut laporan {code}. Laporan sudah diarsipkan dan tidak perlu ditindaklanjuti lagi.',
  ),
  notice(
    'held',
    'Laporan {code} menunggu verifikator',
    'Laporan {code} menyangkut seseorang yang memegang jabatan dan ditahan sampai Anda memeriksanya. Batas waktunya {due}.',
  ),
  notice(
    'overdue',
    'Laporan {code} lewat batas waktu',
    'Batas waktu {clock} laporan {code} pada {office} sudah lewat sejak {due}. Mohon segera ditindaklanjuti.',
  ),
  notice(
    'escalated',
    'Laporan {code} pada {office} memerlukan perhatian Anda',
    'Batas waktu {clock} laporan {code} pada {office} sudah lewat sejak {due} dan belum ditindaklanjuti. Mohon arahan Anda.',
  ),
  notice(
    'escalated-berkadar',
    'Laporan {code} melewati batas waktu',
    'Laporan berkadar pengawasan {code} sudah melewati batas waktu {clock} selama {count} hari kerja. Mohon arahan Anda.',
  ),
  notice(
    'promise-late',
    'Janji kepada pelapor {code} sudah lewat',
    'Pelapor {code} dijanjikan jawaban akhir paling lambat {due}, dan jawaban itu belum ada. Laporan sekarang pada {office}. Mohon dikoordinasikan.',
  ),
  notice(
    'action-overdue',
    'Rencana aksi lewat batas waktu: {activity}',
    'Kegiatan "{activity}" pada {office} seharusnya selesai {due}. Mohon dicatat sampai di mana pelaksanaannya, apa kendalanya, atau bahwa kegiatannya sudah selesai.',
  ),
  notice(
    'action-escalated',
    'Rencana aksi pada {office} memerlukan perhatian Anda',
    'Kegiatan "{activity}" pada {office} seharusnya selesai {due}, dan belum dilaporkan selesai. Mohon arahan Anda.',
  ),
  notice(
    'forwarded-pending',
    'Mohon tanyakan hasil laporan {code} ke {office}',
    'Laporan {code} diteruskan ke {office} dan belum ada kabarnya. Mohon hari ini ditanyakan kembali, lalu dicatat hasilnya. Pelapor sudah diberi tahu bahwa kami menanyakannya.',
  ),
  notice(
    'digest',
    'Kanal hari ini: {count} hal perlu perhatian',
    'Yang perlu diperhatikan hari ini:\n\n{list}',
  ),
  notice(
    'weekly',
    'Kanal pekan ini: {count} hal lewat tujuh hari kerja',
    'Yang sudah lewat batas waktu lebih dari tujuh hari kerja dan belum diselesaikan:\n\n{list}',
  ),
  notice(
    'erasure-asked',
    'Ada permintaan penghapusan data pribadi',
    'Seorang pelapor meminta data pribadinya dihapus. Mohon diputuskan paling lambat {due}: undang-undang memberi waktu 3 × 24 jam, termasuk hari libur.',
  ),
  notice(
    'erasure-due',
    'Permintaan penghapusan data menunggu keputusan',
    'Permintaan penghapusan data pribadi belum diputuskan, dan batas waktunya {due}. Mohon diputuskan hari ini.',
  ),
  notice(
    'check-due',
    '{count} papan perlu dicek sebelum {due}',
    'Foto {count} papan, spanduk, atau poster hampir berumur 90 hari, yang pertama pada {due}. Tanpa foto baru, bahan itu tidak lagi dihitung terpasang. Mohon dicek di tempat dan difoto lagi.',
  ),
  notice(
    'meeting',
    'Undangan rapat evaluasi pengaduan, {due}',
    'Bapak/Ibu diundang ke rapat evaluasi pengelolaan pengaduan:\n\n{list}\nWaktu: {due}\n\nSusunan acara, angka, dan pertanyaan untuk OPD Bapak/Ibu ada di Kanal. Mohon disiapkan jawabannya.',
  ),
  notice(
    'meeting-moved',
    'Perubahan rapat evaluasi pengaduan: {due}',
    'Waktu atau tempat rapat evaluasi pengelolaan pengaduan berubah. Yang berlaku sekarang:\n\n{list}\nWaktu: {due}\n\nSusunan acara, angka, dan pertanyaan untuk OPD Bapak/Ibu ada di Kanal.',
  ),
  notice(
    'meeting-cancelled',
    'Rapat evaluasi pengaduan {due} dibatalkan',
    'Rapat evaluasi pengelolaan pengaduan berikut ini dibatalkan:\n\n{list}\nWaktu semula: {due}\n\nBila diadakan lagi, Bapak/Ibu menerima undangan baru.',
  ),
  atOnce(
    'secret-access',
    'Akun pembaca pengaduan khusus diubah',
    'Admin memberi, mengubah, atau membuka kembali akses untuk akun yang dapat membaca pengaduan khusus:\n\n{list}\n\nBila Anda tidak mengetahui perubahan ini, mohon segera tanyakan kepada admin dan laporkan kepada Inspektorat atau pimpinan.',
  ),
  atOnce(
    'breach-due',
    'Insiden data pribadi: batas pemberitahuan sehari lagi',
    'Ada insiden data pribadi yang belum selesai diberitahukan. Pemilik data dan lembaga pelindungan data harus diberi tahu paling lambat {due} (UU 27/2022 Pasal 46). Rancangan suratnya sudah tersedia.',
  ),
  atOnce(
    'breach-late',
    'Insiden data pribadi: batas pemberitahuan sudah lewat',
    'Batas pemberitahuan insiden data pribadi sudah lewat pada {due}. Mohon segera beri tahu pemilik data dan lembaga pelindungan data, dan catat waktunya di Kanal.',
  ),
  atOnce(
    'invitation',
    'Undangan masuk ke Kanal {regency}',
    'Anda diundang sebagai petugas pengaduan untuk {office}. Undangan berlaku sampai {due}. Buka tautan di bawah ini untuk membuat kata sandi. Jangan teruskan pesan ini kepada orang lain.',
  ),
  atOnce(
    'password-reset',
    'Mengganti kata sandi Kanal',
    'Ada permintaan mengganti kata sandi akun Anda. Tautan di bawah ini berlaku sampai {due}. Bila bukan Anda yang memintanya, abaikan pesan ini.',
  ),
];
