/** Why a photo of hanging material, or what was said with it, was refused, and what to do. */
export const photoMessages = {
  'photo.no_picture': {
    id: 'Berkas ini bukan foto. Potret bahan yang terpasang, lalu kirim fotonya.',
    en: 'This file is no photo. Take a picture of the material as it hangs and send it.',
  },
  'photo.twice': {
    id: 'Foto ini sudah pernah dikirim. Satu foto hanya menjadi bukti satu kali: potret lagi di tempatnya.',
    en: 'This photo was sent before. A photo proves something only once: take a new one at the place.',
  },
  'photo.old': {
    id: 'Foto ini diambil lebih dari 90 hari lalu, jadi tidak lagi membuktikan apa-apa. Potret lagi sekarang.',
    en: 'This photo was taken more than 90 days ago and proves nothing any more. Take a new one now.',
  },
  hang_place: {
    id: 'Tempat ini tidak ada di tautan ini, atau tidak direncanakan lagi.',
    en: 'This place does not belong to the link, or is no longer planned.',
  },
  'field.hang_remark': {
    id: 'Tulis dengan singkat apa yang rusak, atau sejak kapan tidak ada.',
    en: 'Say in short what is damaged, or since when it has been gone.',
  },
} as const;
