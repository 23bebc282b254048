/** Sentences about the number and address of a report in SP4N-LAPOR!. */
export const sp4nMessages = {
  'field.sp4n_number': {
    id: 'Tulis Tracking ID saja: 4 sampai 12 angka.',
    en: 'The Tracking ID only: 4 to 12 digits.',
  },
  'field.sp4n_link': {
    id: 'Alamatnya harus dimulai dengan https:// dan berada di lapor.go.id.',
    en: 'The address has to begin with https:// and be at lapor.go.id.',
  },
  'field.sp4n_taken': {
    id: 'Nomor ini sudah dicatat pada laporan lain. Periksa kembali angkanya.',
    en: 'Another case has this number. Check its digits.',
  },
  'field.sp4n_taken_by': {
    id: 'Nomor ini sudah dicatat pada laporan {code}. Periksa angkanya, atau gabungkan kedua laporan dahulu.',
    en: 'Case {code} has this number. Check its digits, or merge the two first.',
  },
} as const;
