/** What is said when something is to be published. */
export const releaseMessages = {
  release_too_early: {
    id: 'Triwulan ini belum boleh terbit: tunggu sepuluh hari kerja sesudah berakhir.',
    en: 'This quarter may not be published yet: wait ten working days after its end.',
  },
  release_changed: {
    id: 'Angkanya berubah sejak pratinjau Anda. Periksa pratinjau ini sekali lagi, lalu terbitkan.',
    en: 'The figures have changed since your preview. Look at it once more, then publish.',
  },
  'field.not_yet_done': {
    id: 'Tanggal ini belum tiba; yang terbit hanya yang sudah dikerjakan.',
    en: 'This day has not come yet; only what is done is published.',
  },
} as const;
