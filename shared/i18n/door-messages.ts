/** Sentences of assisted intake and of the log of social posts. */
export const doorMessages = {
  hand_over: {
    id: 'Laporan ini menyangkut aparat atau pejabat. Serahkan perangkat kepada pelapor supaya ia mengirimnya sendiri.',
    en: 'This report is about somebody in office. Hand the device over so that the reporter sends it alone.',
  },
  undo_over: {
    id: 'Catatan ini tidak dapat dibatalkan lagi. Ubah hasilnya bila perlu.',
    en: 'This entry can no longer be taken back. Change its outcome instead.',
  },
  'field.own_area': {
    id: 'Pilih desa atau kelurahan yang Anda dampingi.',
    en: 'Choose one of the villages you help.',
  },
  'field.notice_read': {
    id: 'Bacakan dulu pemberitahuan pelindungan data, lalu centang.',
    en: 'Read the privacy notice to the person first, then tick.',
  },
  'field.channel': { id: 'Pilih bagaimana laporan ini datang.', en: 'Choose how the report came.' },
  'field.letter_number': {
    id: 'Hanya nomor surat: huruf, angka, titik, garis; tanpa spasi dan tanpa nama.',
    en: 'Only the number of the letter: letters, digits, dots, dashes; no spaces, no name.',
  },
  'field.link': {
    id: 'Tempel alamat lengkap kiriman, diawali https:// atau http://.',
    en: 'Paste the full address of the post, beginning with https:// or http://.',
  },
  'field.unknown_area': { id: 'Wilayah ini tidak dikenal.', en: 'Unknown area.' },
  'field.post': { id: 'Catatan kiriman ini tidak ditemukan.', en: 'This logged post was not found.' },
  'field.post_made': {
    id: 'Kiriman ini sudah menjadi laporan.',
    en: 'This post has become a case already.',
  },
  'field.case_code': { id: 'Tidak ada laporan dengan nomor ini.', en: 'No case has this code.' },
} as const;
