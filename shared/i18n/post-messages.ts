/** What is said about links, posts and media partners of the campaign. */
export const postMessages = {
  'field.target': {
    id: 'Tautan hanya boleh menuju halaman Kanal (/, /lacak, atau halaman program) atau https://www.lapor.go.id/, tanpa tanda tanya.',
    en: 'A link may only lead to a page of Kanal (/, /lacak, or the page of a program) or to https://www.lapor.go.id/, without a query.',
  },
  'field.picture': {
    id: 'Berkas ini bukan gambar JPEG, PNG, atau WebP.',
    en: 'This file is no JPEG, PNG or WebP picture.',
  },
  'field.whole_number': {
    id: 'Isi dengan angka bulat, misalnya 1250 atau 1.250. Titik hanya memisahkan ribuan; koma tidak dipakai.',
    en: 'A whole number, for example 1250 or 1.250; a dot only parts thousands.',
  },
  'field.date_time': {
    id: 'Isi tanggal dan jam, misalnya 2026-11-27T08:00.',
    en: 'A date and a time, for example 2026-11-27T08:00.',
  },
  'field.page_address': {
    id: 'Isi alamat halaman, misalnya https://www.instagram.com/p/….',
    en: 'The address of a page, for example https://www.instagram.com/p/….',
  },
  'field.partner': { id: 'Mitra media ini tidak dikenal.', en: 'Unknown media partner.' },
  post_changed: {
    id: 'Ada yang mengubahnya sejak Anda membukanya. Bandingkan dengan yang tersimpan, lalu simpan lagi.',
    en: 'Somebody has changed this since you opened it. Compare it with what is kept, then save again.',
  },
  post_cancelled: {
    id: 'Unggahan ini dibatalkan. Pakai lagi dahulu.',
    en: 'This post is cancelled. Take it up again first.',
  },
} as const;
