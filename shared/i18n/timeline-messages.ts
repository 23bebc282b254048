/** What happened to a case, as its reporter reads it; one sentence for each entry, and who holds it. */
export const timelineMessages = {
  'entry.submit': { id: 'Laporan Anda kami terima.', en: 'Your report was received.' },
  'entry.disposed': { id: 'Laporan diteruskan ke {office}.', en: 'The report was passed to {office}.' },
  'entry.transfer': {
    id: 'Tugas instansi yang menangani laporan ini beralih ke {office}. Batas waktu dan janji kepada Anda tidak berubah.',
    en: 'The duties of the office in charge of this report passed to {office}. Time limits and promise stay as they were.',
  },
  'entry.kept': {
    id: 'Laporan tetap ditangani {office}.',
    en: 'The report stays with {office}.',
  },
  'entry.forward': {
    id: 'Laporan ini wewenang {office} dan sudah diteruskan ke sana.',
    en: 'This report is for {office} and was forwarded there.',
  },
  'entry.close_forwarded': {
    id: 'Penerusan ke instansi lain selesai.',
    en: 'The forwarding to another institution is completed.',
  },
  'entry.archive': { id: 'Laporan diarsipkan.', en: 'The report was archived.' },
  'entry.reopen': {
    id: 'Laporan dibuka kembali dari arsip.',
    en: 'The report was taken out of the archive.',
  },
  'entry.follow_up': { id: '{office} menindaklanjuti laporan.', en: '{office} follows up the report.' },
  'entry.answer': { id: '{office} memberi jawaban akhir.', en: '{office} gave the final answer.' },
  'entry.ask': {
    id: '{office} meminta Anda melengkapi laporan.',
    en: '{office} asks you to complete the report.',
  },
  'entry.return': {
    id: '{office} mengembalikan laporan karena bukan tugasnya. Tim verifikasi menentukan instansi yang tepat.',
    en: '{office} returned the report because it is not theirs. The verification team finds the right office.',
  },
  'entry.reply': { id: 'Anda menambah keterangan.', en: 'You added information.' },
  'entry.complete': { id: 'Anda melengkapi laporan.', en: 'You completed the report.' },
  'entry.confirm': {
    id: 'Anda menyatakan laporan selesai.',
    en: 'You confirmed that the report is settled.',
  },
  'entry.contest': { id: 'Anda mengajukan keberatan.', en: 'You contested the answer.' },
  'entry.rate': {
    id: 'Anda menilai penanganannya: {score} dari 4.',
    en: 'You rated the handling: {score} of 4.',
  },
  'entry.withdraw': { id: 'Anda mencabut laporan.', en: 'You withdrew the report.' },
  'entry.contact_changed': { id: 'Anda mengubah kontak.', en: 'You changed the contact.' },
  'entry.contact_erased': { id: 'Anda menghapus kontak.', en: 'You erased the contact.' },
  'entry.renew_pin': { id: 'PIN baru dibuat.', en: 'A new PIN was made.' },
  'entry.request_erasure': {
    id: 'Anda meminta data Anda dihapus.',
    en: 'You asked for your data to be erased.',
  },
  'entry.erasure_granted': {
    id: 'Permintaan penghapusan data dikabulkan. Isi laporan dihapus setelah laporan ini selesai.',
    en: 'The erasure was granted. The content is erased once the report is closed.',
  },
  'entry.erasure_refused': {
    id: 'Permintaan penghapusan data belum dapat dipenuhi.',
    en: 'The erasure was refused.',
  },
  'entry.erased_contact': {
    id: 'Nama dan kontak Anda dihapus.',
    en: 'Your name and contact were erased.',
  },
  'entry.erased_content': {
    id: 'Isi laporan, jawaban, dan berkasnya dihapus.',
    en: 'The content of the report, its answers and files were erased.',
  },
  'entry.settle': {
    id: 'Laporan selesai karena tidak ada keberatan sampai batas waktunya.',
    en: 'The report is settled: nobody contested it in time.',
  },
  'entry.expire': {
    id: 'Laporan diarsipkan karena belum dilengkapi sampai batas waktunya. Laporan dapat dibuka kembali.',
    en: 'The report was archived: it was not completed in time. It can be opened again.',
  },
  'entry.merge': {
    id: 'Laporan digabung dengan laporan lain tentang hal yang sama dan mengikuti perkembangannya.',
    en: 'The report was merged with another one about the same matter and follows it.',
  },
  'entry.find_fault': {
    id: 'Laporan dibuka kembali setelah pemeriksaan Inspektorat.',
    en: 'The report was opened again after an audit by the inspectorate.',
  },
  'entry.unmerge': {
    id: 'Penggabungan dibatalkan; laporan Anda ditangani sendiri lagi.',
    en: 'The merging was undone; your report is handled by itself again.',
  },
  'entry.parent_confirm': {
    id: 'Pelapor laporan gabungan menyatakan selesai.',
    en: 'The reporter of the joint report confirmed that it is settled.',
  },
  'entry.parent_contest': {
    id: 'Pelapor laporan gabungan keberatan; penanganannya diperiksa lagi.',
    en: 'The reporter of the joint report contested; its handling is examined again.',
  },
  'entry.parent_withdraw': {
    id: 'Pelapor laporan gabungan mencabutnya.',
    en: 'The reporter of the joint report withdrew it.',
  },
  'entry.inquire': {
    id: 'Belum ada kabar dari {office}; petugas kami diminta menanyakannya kembali.',
    en: 'No word from {office} yet; our staff were bidden to ask again.',
  },
  'entry.chase': {
    id: 'Petugas kami sudah menanyakan hasilnya kepada {office}.',
    en: 'Our staff asked {office} for the result.',
  },
  'entry.carry_out': {
    id: '{office} menyelesaikan pekerjaan yang dijadwalkan.',
    en: '{office} finished the scheduled work.',
  },
  'entry.reschedule': {
    id: '{office} mengubah tanggal pekerjaan yang dijadwalkan.',
    en: '{office} changed the date of the scheduled work.',
  },
  'holder.verification': { id: 'Tim verifikasi', en: 'The verification team' },
  'holder.oversight': {
    id: 'Pejabat yang berwenang memeriksa',
    en: 'The authority in charge of examining it',
  },
} as const;
