/** Sentences about answers: their approval, what has to be filled in, what was announced for later. */
export const answerMessages = {
  'problem.warnings': {
    id: 'Jawaban ini perlu dilihat sekali lagi. Perbaiki, atau kirim dengan acceptWarnings.',
    en: 'This answer should be looked at once more. Correct it, or send it with acceptWarnings.',
  },
  'field.gap': {
    id: 'Masih ada bagian dalam kurung siku yang belum diisi. Isi atau hapus bagian itu.',
    en: 'A part in square brackets is not filled in yet. Fill it in or remove it.',
  },
  needs_approval: {
    id: 'Instansi ini meminta jawaban disetujui dahulu. Usulkan jawabannya; rekan atau kepala yang menyetujui mengirimnya.',
    en: 'This office wants answers to be approved first. Propose it; whoever approves it sends it.',
  },
  no_approval: {
    id: 'Jawaban ini tidak perlu persetujuan. Kirim langsung sebagai jawaban akhir.',
    en: 'This answer needs no approval. Send it as the final answer.',
  },
  no_proposal: {
    id: 'Tidak ada usulan jawaban yang menunggu persetujuan.',
    en: 'No proposed answer waits for approval.',
  },
  others_approval: {
    id: 'Usulan ini diputuskan orang lain: kepala instansi atau rekan yang tidak ikut menulisnya.',
    en: 'Somebody else decides this proposal: the head, or a colleague who did not write it.',
  },
  not_scheduled: {
    id: 'Tidak ada pekerjaan terjadwal yang masih ditunggu pada laporan ini.',
    en: 'No scheduled work is awaited on this case.',
  },
  'field.past_date': { id: 'Pilih hari ini atau sebelumnya.', en: 'Choose today or earlier.' },
} as const;
