/** Sentences about keys and about the care of personal data. */
export const dataMessages = {
  unreadable: {
    id: 'Sebagian data laporan ini tidak dapat dibuka karena kuncinya tidak ada. Tidak ada yang diubah. Hubungi pengelola Kanal, lalu coba lagi.',
    en: 'Some of this data cannot be opened because its key is missing. Nothing was changed. Tell whoever runs Kanal, then try again.',
  },
  wrong_key: {
    id: 'Kanal sedang tidak dapat menyimpan data karena kuncinya keliru. Yang Anda tulis tetap ada di perangkat ini; coba lagi nanti.',
    en: 'Kanal cannot store data now because its key is wrong. What you wrote stays on this device; try again later.',
  },
  'field.past_time': {
    id: 'Tulis tanggal dan jam yang sudah lewat.',
    en: 'A date and time that has passed.',
  },
  'field.people_count': { id: 'Tulis dengan angka saja.', en: 'Digits only.' },
} as const;
