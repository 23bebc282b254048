import { actionMessages } from './action-messages.ts';
import { answerMessages } from './answer-messages.ts';
import { bulkMessages } from './bulk-messages.ts';
import { campaignMessages } from './campaign-messages.ts';
import { dataMessages } from './data-messages.ts';
import { doorMessages } from './door-messages.ts';
import { eventMessages } from './event-messages.ts';
import { evidenceMessages } from './evidence-messages.ts';
import { meetingMessages } from './meeting-messages.ts';
import { photoMessages } from './photo-messages.ts';
import { postMessages } from './post-messages.ts';

import { releaseMessages } from './release-messages.ts';
import { sp4nMessages } from './sp4n-messages.ts';
import { timelineMessages } from './timeline-messages.ts';
import { uploadMessages } from './upload-messages.ts';

interface Message {
  id: string;
  en: string;
}

const table = {
  'problem.invalid': { id: 'Ada isian yang perlu diperbaiki.', en: 'Some fields need to be corrected.' },
  'problem.not_found': { id: 'Tidak ditemukan.', en: 'Not found.' },
  'problem.forbidden': { id: 'Anda tidak berwenang melakukan ini.', en: 'You are not allowed to do this.' },
  'problem.unauthenticated': { id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' },
  'problem.conflict': {
    id: 'Laporan ini sudah berubah sejak Anda membukanya. Muat ulang, lalu coba lagi.',
    en: 'This case has changed since you opened it. Reload and try again.',
  },
  'problem.key_reused': {
    id: 'Idempotency-Key ini sudah dipakai untuk isi yang berbeda. Pakai kunci baru.',
    en: 'This Idempotency-Key was used with another body. Use a new key.',
  },
  'problem.too_many': {
    id: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    en: 'Too many attempts. Wait a moment and try again.',
  },
  'problem.too_large': { id: 'Kiriman terlalu besar.', en: 'The request is too large.' },
  'problem.proof_of_work': {
    id: 'Bukti kerja (X-Altcha) tidak ada, kedaluwarsa, atau sudah dipakai. Minta yang baru di /api/v1/challenge.',
    en: 'The proof of work (X-Altcha) is missing, expired or spent. Get a new one from /api/v1/challenge.',
  },
  'problem.unavailable': {
    id: 'Layanan sedang terganggu. Yang sudah diterima tidak hilang. Coba lagi sebentar.',
    en: 'The service is disturbed. What was accepted is not lost. Try again shortly.',
  },
  'problem.internal': {
    id: 'Terjadi gangguan di pihak kami. Coba lagi sebentar.',
    en: 'Something went wrong on our side. Try again shortly.',
  },
  wrong_pin: { id: 'Nomor laporan atau PIN tidak cocok.', en: 'Code and PIN do not match.' },
  pin_wait: {
    id: 'PIN salah beberapa kali. Tunggu {seconds} detik, lalu coba lagi.',
    en: 'Wrong PIN several times. Wait {seconds} seconds and try again.',
  },
  not_now: {
    id: 'Tindakan ini tidak bisa dilakukan pada tahap laporan sekarang.',
    en: 'This cannot be done at the current stage of the case.',
  },
  erased: {
    id: 'Isi laporan ini sudah dihapus. Yang tersisa hanya riwayatnya.',
    en: 'The content of this report was erased. Only its history is left.',
  },
  still_open: {
    id: 'Laporan ini belum selesai. Isinya baru dapat dihapus setelah laporan selesai.',
    en: 'This report is not closed yet. Its content can be erased once it is.',
  },
  asked_already: {
    id: 'Permintaan penghapusan data untuk laporan ini sudah kami terima.',
    en: 'The erasure of this report was asked for already.',
  },
  decided_already: {
    id: 'Permintaan ini sudah diputuskan.',
    en: 'This request was decided already.',
  },
  dry_run_first: {
    id: 'Hitung dahulu apa yang akan dihapus. Hitungan berlaku satu hari, selama masa simpannya tidak diubah.',
    en: 'Count first what would be erased. A count holds for a day, as long as the period is not changed.',
  },
  nothing_to_draw: {
    id: 'Tidak ada lagi laporan selesai pada periode ini yang belum pernah diundi.',
    en: 'No closed case of this period is left that was not drawn before.',
  },
  release_first: {
    id: 'Laporan anonim ini harus dilepas dahulu (teks dan foto diperiksa) sebelum didisposisikan.',
    en: 'This anonymous case has to be released before it can be disposed.',
  },
  contest_over: {
    id: 'Batas waktu keberatan (10 hari kerja setelah jawaban) sudah lewat. Anda dapat mengirim laporan baru.',
    en: 'The time to contest (10 working days after the answer) is over. You can submit a new complaint.',
  },
  promise_kept: {
    id: 'Janji penyelesaian laporan ini belum terlewati, jadi belum ada yang dapat dibuktikan.',
    en: 'The promise of this case has not been broken, so there is nothing to prove yet.',
  },
  key_missing: {
    id: 'Kirim header Idempotency-Key berisi UUID.',
    en: 'Send an Idempotency-Key header with a UUID.',
  },
  needs_person: {
    id: 'Ini hanya dapat dilakukan orang yang masuk sendiri, bukan aplikasi dengan kunci.',
    en: 'Only a signed-in person can do this, not a program with a key.',
  },
  reason_needed: {
    id: 'Berkas ini hanya diberikan dengan alasan: kirim POST ke alamat yang sama dengan `reason`.',
    en: 'This file is only given out with a reason: POST `reason` to the same address.',
  },
  confirm_identity: {
    id: 'Pastikan dahulu bahwa ini Anda: kirim kata sandi Anda ke /api/v1/desk/confirm.',
    en: 'Confirm first that it is you: send your password to /api/v1/desk/confirm.',
  },
  two_factor_needed: {
    id: 'Peran Anda mewajibkan kode dua langkah. Nyalakan dahulu di halaman Akun saya.',
    en: 'Your role requires two-step sign-in. Turn it on at the page of your account first.',
  },
  sign_in_wrong: {
    id: 'Alamat e-mail atau kata sandi tidak cocok.',
    en: 'E-mail address and password do not match.',
  },
  sign_in_wait: {
    id: 'Beberapa kali tidak cocok. Tunggu {seconds} detik, lalu coba lagi.',
    en: 'Several attempts did not match. Wait {seconds} seconds and try again.',
  },
  sign_in_code: {
    id: 'Kode tidak cocok atau sudah kedaluwarsa. Tunggu kode berikutnya, lalu coba lagi.',
    en: 'The code does not match or has expired. Wait for the next one and try again.',
  },
  code_locked: {
    id: 'Terlalu banyak kode yang salah. Tunggu lima belas menit, lalu coba lagi.',
    en: 'Too many wrong codes. Wait fifteen minutes and try again.',
  },
  sign_in_again: {
    id: 'Waktu untuk memasukkan kode sudah habis. Masuk lagi dengan e-mail dan kata sandi.',
    en: 'The time to enter the code is over. Sign in again with e-mail address and password.',
  },
  invitation_over: {
    id: 'Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru kepada admin instansi.',
    en: 'This link was used or has expired. Ask an administrator for a new one.',
  },
  foreign_form: {
    id: 'Kiriman ini tidak berasal dari halaman Kanal. Buka kembali halamannya, lalu kirim lagi.',
    en: 'This was not sent from a page of Kanal. Open the page again and resend.',
  },
  own_account: {
    id: 'Akun sendiri tidak dapat dinonaktifkan atau dilepas dari peran admin. Minta admin lain melakukannya.',
    en: 'You cannot deactivate your own account or give up its administrator role. Ask another administrator.',
  },
  own_rights: {
    id: 'Peran pemeriksa pengaduan khusus dan instansi pada akun sendiri tidak dapat diubah sendiri. Minta admin lain melakukannya.',
    en: 'You cannot give yourself a role that reads accusations or leave your own office. Ask another administrator.',
  },
  key_scope: {
    id: 'Kunci ini tidak berhak atas layanan petugas.',
    en: 'This key has no right to the staff calls.',
  },
  key_unknown: {
    id: 'Kunci API ini tidak dikenal atau sudah dicabut.',
    en: 'This API key is unknown or was revoked.',
  },
  pin_missing: {
    id: 'Kirim PIN laporan sebagai header "Authorization: Pin 123456".',
    en: 'Send the PIN of the case as the header "Authorization: Pin 123456".',
  },
  setting_unsound: {
    id: 'Isinya menunjuk sesuatu yang sudah tidak berlaku, atau tidak memenuhi syarat sekarang. Buka formulirnya dan perbaiki.',
    en: 'It refers to something that is no longer in force, or no longer meets the rules. Open its form and correct it.',
  },
  setting_stays: {
    id: 'Ini masih dipakai, sehingga tidak dapat diakhiri begitu saja. Buka halamannya dan pilih Akhiri untuk melihat yang menghalangi.',
    en: 'This is still in use and cannot simply end. Open its page and choose to end it to see what is in the way.',
  },
  setting_exists: {
    id: 'Sudah ada dengan tanda pengenal ini, atau pernah ada dan sudah berakhir.',
    en: 'There is, or once was, one with this identifier.',
  },
  setting_changed: {
    id: 'Pengaturan ini baru saja diubah orang lain. Bandingkan, lalu simpan lagi bila masih perlu.',
    en: 'Somebody else has just changed this setting. Compare, and save again if it is still needed.',
  },
  'field.required': { id: 'Wajib diisi.', en: 'Required.' },
  'field.invalid': { id: 'Isian tidak dikenali.', en: 'Not recognised.' },
  'field.too_short': {
    id: 'Terlalu pendek; paling sedikit {min} huruf.',
    en: 'Too short; at least {min} characters.',
  },
  'field.too_long': {
    id: 'Terlalu panjang; paling banyak {max} huruf.',
    en: 'Too long; at most {max} characters.',
  },
  'field.too_many': { id: 'Terlalu banyak; paling banyak {max}.', en: 'Too many; at most {max}.' },
  'field.unknown': { id: 'Kolom ini tidak dikenal.', en: 'Unknown field.' },
  'field.email': { id: 'Alamat e-mail tidak benar.', en: 'Not an e-mail address.' },
  'field.phone': { id: 'Nomor telepon tidak benar.', en: 'Not a phone number.' },
  'field.date': {
    id: 'Tulis tanggal sebagai TTTT-BB-HH, tidak di masa depan.',
    en: 'Write the date as YYYY-MM-DD, not in the future.',
  },
  'field.future_date': { id: 'Pilih tanggal setelah hari ini.', en: 'Choose a date after today.' },
  'field.not_past': { id: 'Pilih hari ini atau sesudahnya.', en: 'Choose today or later.' },
  'field.deputy': { id: 'Pilih petugas lain yang akunnya aktif.', en: 'Choose another active officer.' },
  'field.deputy_days': {
    id: 'Hari terakhir tidak boleh sebelum hari pertama, dan paling lama tiga bulan.',
    en: 'The last day cannot be before the first, and at most three months later.',
  },
  'field.area': {
    id: 'Wilayah ini tidak dikenal. Mungkin maksudnya: {nearest}.',
    en: 'Unknown area. Perhaps you mean: {nearest}.',
  },
  'field.office': { id: 'Instansi ini tidak dikenal.', en: 'Unknown office.' },
  'field.accused_all': {
    id: 'Bila semua ini terlapor, tidak ada lagi yang dapat memeriksa laporan ini.',
    en: 'With all of these accused nobody would be left to examine the report.',
  },
  'field.one_office': {
    id: 'Pilih salah satu saja: dari saran, atau dari daftar instansi lain.',
    en: 'Choose one: a suggestion, or another office from the list.',
  },
  'field.case': {
    id: 'Tidak ada laporan dengan nomor ini yang dapat Anda pakai.',
    en: 'There is no case with this code that you can use.',
  },
  'field.parent_merged': {
    id: 'Laporan itu sendiri sudah digabung. Pakai laporan induknya: {code}.',
    en: 'That case is merged itself. Use its parent: {code}.',
  },
  'field.parent_closed': {
    id: 'Laporan itu sudah ditutup, jadi tidak dapat menampung laporan lain.',
    en: 'That case is closed, so nothing can be merged into it.',
  },
  'field.parent_imported': {
    id: 'Laporan itu ditangani di SP4N-LAPOR!. Gabungkan sebaliknya: laporan itu ke laporan Kanal.',
    en: 'That case is worked in SP4N-LAPOR!. Merge it into the case of Kanal instead.',
  },
  'field.parent_confidential': {
    id: 'Isi laporan itu rahasia, jadi pelapor lain tidak boleh mengikutinya.',
    en: 'That case is confidential, so other reporters may not follow it.',
  },
  'field.parent_itself': {
    id: 'Laporan tidak dapat digabung dengan dirinya sendiri.',
    en: 'A case cannot be merged into itself.',
  },
  'field.has_reports': {
    id: 'Laporan ini menampung laporan lain. Batalkan dahulu penggabungan itu, atau gabungkan sebaliknya.',
    en: 'Other cases are merged into this one. Undo that first, or merge the other way round.',
  },
  'field.category': { id: 'Kategori ini tidak dikenal.', en: 'Unknown category.' },
  'field.attachment': {
    id: 'Lampiran ini tidak dikenal atau sudah dipakai. Unggah lagi.',
    en: 'Unknown or already used attachment. Upload it again.',
  },
  'field.photo_needed': {
    id: 'Pekerjaan fisik perlu paling sedikit satu foto.',
    en: 'Physical work needs at least one photo.',
  },
  'field.password_weak': {
    id: 'Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak saling berhubungan.',
    en: 'This password is easy to guess. Use several unrelated words.',
  },
  'field.password_again': {
    id: 'Kedua isian kata sandi tidak sama.',
    en: 'The two passwords differ.',
  },
  'field.password_current': {
    id: 'Kata sandi sekarang tidak cocok.',
    en: 'The current password does not match.',
  },
  'field.email_taken': {
    id: 'Alamat e-mail ini sudah punya akun.',
    en: 'This e-mail address already has an account.',
  },
  'field.role_office': {
    id: 'Pejabat penghubung dan kepala OPD perlu paling sedikit satu instansi.',
    en: 'Liaisons and heads need at least one office.',
  },
  'field.role_area': {
    id: 'KIM perlu paling sedikit satu desa atau kelurahan.',
    en: 'Helpers need at least one village.',
  },
  'field.remind_target': {
    id: 'Penerima ini tidak (lagi) memegang laporan, atau belum punya nomor WhatsApp.',
    en: 'This receiver does not hold the case (any more), or has no WhatsApp number.',
  },
  'field.views_full': {
    id: 'Sudah ada {max} tampilan tersimpan. Hapus salah satu dahulu.',
    en: 'There are {max} saved views already. Remove one first.',
  },
  'field.name_taken': { id: 'Nama ini sudah dipakai.', en: 'This name is taken.' },
  'field.position': { id: 'Titik lokasi tidak benar.', en: 'Not a position.' },
  ...answerMessages,
  ...bulkMessages,
  ...campaignMessages,
  ...dataMessages,
  ...doorMessages,
  ...photoMessages,
  ...postMessages,
  ...actionMessages,
  ...eventMessages,
  ...meetingMessages,
  ...releaseMessages,
  ...evidenceMessages,
  ...sp4nMessages,
  ...timelineMessages,
  ...uploadMessages,
} as const satisfies Record<string, Message>;

export const messages: Record<keyof typeof table, Message> = table;
